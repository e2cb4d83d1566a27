"""A call that is to be written down."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from studio.gateway.request import call_path


@dataclass(frozen=True, slots=True)
class Call:
    """`pieces` are the body's JSON in order, where a path stands for the base64 of that picture."""

    address: str
    route: str
    pieces: tuple[str | Path, ...]

    @property
    def url(self) -> str:
        """Where it goes."""
        return self.address + call_path(self.route)

    @property
    def pictures(self) -> tuple[Path, ...]:
        """The pictures in the order in which they are sent."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Path))

    @property
    def body(self) -> dict[str, object]:
        """The body as a JSON value in which a Path stands for a picture."""
        mark = "@picture"
        while any(mark in piece for piece in self.pieces if isinstance(piece, str)):
            mark += "@"
        marks = {f"{mark}{at}": piece for at, piece in enumerate(self.pieces) if isinstance(piece, Path)}
        texts = (piece if isinstance(piece, str) else f"{mark}{at}" for at, piece in enumerate(self.pieces))
        return cast("dict[str, object]", _placed(json.loads("".join(texts)), marks))


def _placed(value: object, marks: dict[str, Path]) -> object:
    if isinstance(value, dict):
        return {name: _placed(one, marks) for name, one in cast("dict[str, object]", value).items()}
    if isinstance(value, list):
        return [_placed(one, marks) for one in cast("list[object]", value)]
    return marks.get(value, value) if isinstance(value, str) else value
