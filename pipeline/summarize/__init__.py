"""Key points: chosen from the article or written by a model, each with the sentences that support it."""
