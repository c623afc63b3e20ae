"""`dragoman schema`: the record's JSON Schema on standard output."""

from __future__ import annotations

import sys


def schema() -> None:
    """Print the JSON Schema of a record.

    Example:

        dragoman schema > record.schema.json
    """
    import msgspec

    from dragoman.library import schema as record_schema

    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(record_schema())) + b"\n")
