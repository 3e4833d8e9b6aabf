"""Tezy, the night desk of bilingual newsrooms: raw Ukrainian and English articles in, a checked digest out."""

__version__ = "0.1.0"
