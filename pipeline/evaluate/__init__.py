"""Evaluating a model swap: score outputs, compare systems, hold the line at a gate."""
