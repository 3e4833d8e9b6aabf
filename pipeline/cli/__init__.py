"""The commands. Data goes to standard output, talk and progress to standard error."""
