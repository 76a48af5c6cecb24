"""Visits that tables tell: which rows, their cells and words, the direction of each, who came and when."""
