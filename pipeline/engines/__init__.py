"""Loaded models: texts in, texts out, the same for every family and both engines."""
