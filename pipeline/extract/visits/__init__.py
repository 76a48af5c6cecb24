"""Visits: who came or went, from tables, lists and sentences → rows of `visits`."""
