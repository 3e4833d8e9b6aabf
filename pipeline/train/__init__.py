"""Train translators and key-point writers: from scratch, or on from a model that is here."""
