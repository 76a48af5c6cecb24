"""Figures: what lines, tables, sentences and notes count → rows of `observations`."""
