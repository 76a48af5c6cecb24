"""How a visit cell is read: who came, with office, form of address and name. `visitors` above is the door.

The folders, each of which asks only those before it: `lexicon` is what the data files know of words, and `text` cuts a cell
into words with what is known of them; `name` tells which words are a name, `office` which are a title; `party` reads a
cell visitor by visitor. `plain` is the short way for a title, a name and nothing else.
"""
