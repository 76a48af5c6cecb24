"""Lines of their own that say something of figures elsewhere: units, bases, sources, footnotes."""
