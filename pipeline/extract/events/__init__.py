"""Happenings: agreements, openings, anniversaries → rows of `events`."""
