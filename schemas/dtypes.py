"""How the types of the definitions are held in frames and in Parquet.

In frames a day stays its ISO string, so that a day that there is not (`2013-02-30`) can be refused with its print;
Parquet has `date32`. Decimals are exact to nine digits after the point.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]

PYTHON_TYPES: dict[str, type] = {
    "string": str, "edtf": str, "date": str, "integer": int, "decimal": Decimal, "boolean": bool,
}  # fmt: skip


@cache
def arrow_type(name: str) -> pa.DataType:
    """The Arrow type of a column's type, as Parquet gets it.

    >>> str(arrow_type("decimal")), str(arrow_type("edtf"))
    ('decimal128(38, 9)', 'string')
    """
    types: dict[str, pa.DataType] = {
        "string": pa.string(), "edtf": pa.string(), "date": pa.date32(), "integer": pa.int64(),
        "decimal": pa.decimal128(38, 9), "boolean": pa.bool_(),
    }  # fmt: skip
    return types[name]


@cache
def frame_dtype(name: str) -> Any:
    """The pandas dtype of a column's type.

    >>> str(frame_dtype("integer")), str(frame_dtype("date"))
    ('Int64', 'string')
    """
    import pandas as pd  # late: what only writes files needs no frames

    match name:
        case "integer":
            return pd.Int64Dtype()
        case "boolean":
            return pd.BooleanDtype()
        case "decimal":
            return pd.ArrowDtype(arrow_type(name))
    return pd.StringDtype("pyarrow")
