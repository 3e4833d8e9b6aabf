"""What is done with text: cleaning it, telling its language, cutting it into sentences and words."""
