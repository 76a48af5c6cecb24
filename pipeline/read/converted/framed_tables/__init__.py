"""Tables whose cells are told by signs that a program draws around or between them."""
