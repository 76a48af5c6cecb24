"""A visit cell as words: cut, folded, marked with what the lexicons know, slips of the keys told."""
