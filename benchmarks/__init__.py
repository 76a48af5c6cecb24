"""Measurements, not tests: nothing here passes or fails on a time."""
