"""Stories: which articles tell the same event, across languages and nights, and what they tell together."""
