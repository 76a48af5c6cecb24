"""Lines that a program broke where a tag stood, or printed behind each other."""
