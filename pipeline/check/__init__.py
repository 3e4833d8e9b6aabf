"""What must survive: numbers, names, quotations, negation and coverage of a translation, and support of key points."""
