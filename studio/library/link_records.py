"""The SQL of files that follow a tree. Every function runs inside a transaction of its caller."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from studio.domain.link import Link, LinkForm
from studio.library import codec
from studio.library.decoding import decoder_of
from studio.library.steps import Done, PutLink, RemoveLink

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from studio.library.steps import Step

_COLUMNS = "target, version, form, written, hashes, earlier"
_PUT = f"INSERT OR REPLACE INTO links ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"  # noqa: S608 - our own names

_forms = decoder_of(LinkForm)
_encoder = msgspec.json.Encoder()


def links(connection: sqlite3.Connection) -> tuple[Link, ...]:
    """All of them, by path."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM links ORDER BY target")  # noqa: S608 - our own names
    return tuple(map(_link, rows))


def _of(connection: sqlite3.Connection, target: str) -> Link | None:
    row = connection.execute(f"SELECT {_COLUMNS} FROM links WHERE target = ?", (target,)).fetchone()  # noqa: S608 - our own names
    return None if row is None else _link(row)


def put(connection: sqlite3.Connection, step: PutLink) -> Done | None:
    """Tie the file like this; None where it is already."""
    before = _of(connection, step.target)
    if before is not None and step_of(before) == step:
        return None
    connection.execute(
        _PUT,
        (
            step.target,
            step.version,
            _encoder.encode(step.form).decode(),
            step.written,
            codec.encode_names(step.hashes),
            codec.encode_names(step.earlier),
        ),
    )
    return Done(step, RemoveLink(step.target) if before is None else step_of(before))


def remove(connection: sqlite3.Connection, step: RemoveLink) -> Done | None:
    """None where nothing is tied to it."""
    before = _of(connection, step.target)
    if before is None:
        return None
    connection.execute("DELETE FROM links WHERE target = ?", (step.target,))
    return Done(step, step_of(before))


def replay(connection: sqlite3.Connection, steps: Iterable[Step]) -> None:
    """Tie the files that the journal says were tied."""
    last: dict[str, PutLink] = {}
    for step in steps:
        match step:
            case PutLink():
                last[step.target] = step
            case RemoveLink():
                last.pop(step.target, None)
            case _:
                pass
    for step in last.values():
        put(connection, step)


def step_of(link: Link) -> PutLink:
    """What makes the index hold this link."""
    return PutLink(str(link.target), link.version, link.form, link.written, link.hashes, link.earlier)


def _link(row: sqlite3.Row) -> Link:
    return Link(
        Path(row["target"]),
        row["version"],
        _forms.decode(row["form"]),
        row["written"],
        codec.decode_names(row["hashes"]),
        codec.decode_names(row["earlier"]),
    )
