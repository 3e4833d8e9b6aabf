"""How good the key points are: ROUGE for Ukrainian and English against what the articles' own editors wrote."""
