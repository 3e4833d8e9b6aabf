"""Parallel text: reading it, finding what is wrong with it, writing what is left."""
