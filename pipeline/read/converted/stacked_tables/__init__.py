"""Tables that stand a cell a line, row by row or column by column."""
