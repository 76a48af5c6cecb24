"""The visitors of a cell: `party` is the loop that asks for them one after the other; the rest are its steps."""
