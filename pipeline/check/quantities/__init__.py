"""The numbers of a text, read as values: what is written in Ukrainian compares with what is written in English."""
