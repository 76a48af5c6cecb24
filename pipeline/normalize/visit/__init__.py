"""How a visit cell is read: words, titles, forms of address, groups, brackets.

`offices`, `names` and `visitors` of the package above are the doors.
"""
