"""Model cards, and the files they stand for: found, verified against their lock, pulled when asked."""
