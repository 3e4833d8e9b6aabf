"""Names: the house glossary, finding names in Ukrainian text, how they are spelled in English."""
