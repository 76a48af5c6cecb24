"""Offices: where a title begins and ends, what it is in corrected spelling, and its class."""
