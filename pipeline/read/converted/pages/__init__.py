"""What printing on pages of some width does to words: page ends, columns of text, broken words and lines."""
