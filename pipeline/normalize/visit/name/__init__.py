"""Names of persons: how far their words reach, the forms of address before them, which part is the main name."""
