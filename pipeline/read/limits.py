"""What no input may exceed, and how inputs fail that cannot be followed to their end."""

from __future__ import annotations

RULE = "document_rejected"
MAX_BYTES = 20_000_000
"""Bytes of one sheet, counted after every container and coding around it is undone."""
TOO_LARGE = f"larger than the limit of {MAX_BYTES // 1_000_000} MB"
CUT = "ends in the middle of a record"
MAX_NAME = 2_000
"""Characters of an address within a path."""


class Damaged(Exception):
    """Raised where a container's bytes lead no further; says for people why. Never leaves `pipeline.read`."""
