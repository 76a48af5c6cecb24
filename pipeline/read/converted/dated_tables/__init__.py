"""Tables of dates and words as they are printed, line by line from top to bottom: what places columns have is lost, or tells
little, and dates stand on top of their rows, in the middle or before all of them."""
