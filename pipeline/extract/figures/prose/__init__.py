"""Figures that sentences tell."""
