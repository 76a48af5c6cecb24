"""Visits that sentences tell, in English and in Japanese."""
