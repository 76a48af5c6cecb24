"""Tables without frames as browsers of text dump them: every sign has its place in a grid, and heads stand in the middle of
their columns or on top of them, with one space between two columns."""
