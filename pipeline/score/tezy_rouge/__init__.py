"""ROUGE for Ukrainian and English; `evaluate.load` takes this folder by its path (see docs/scores.md)."""
