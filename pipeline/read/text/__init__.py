"""Plain texts → blocks."""
