"""HTML pages → plain text and blocks."""
