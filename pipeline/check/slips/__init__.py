"""The ways in which the words of a sheet slip, one module each; every one gives spans with what they should be.

- `page` is the text that all of them look through, `vocabulary` the words that sheets and English have;
- `misspelt` finds words spelt wrong, `near_names` known names missed by a word, `adjectives` areas' names where their
  adjective is due, `prepositions` the wrong one before a day and those glued to the word before, `goods` what is
  printed for a treatment of goods.

The lexicon of all is `pipeline/check/spelling.toml`. Which of them may be told is decided in `pipeline.check.spelling`.
"""
