"""Functions of ours that SQL may call: a migration needs them to fill new columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.geometry import PixelSize, size_matches
from studio.domain.listing import pack_look
from studio.library import codec
from studio.library.search import spaced

if TYPE_CHECKING:
    import sqlite3


def add_functions(connection: sqlite3.Connection) -> None:
    """Make them known to this connection."""
    connection.create_function("spaced", 1, spaced, deterministic=True)
    connection.create_function("packed_look", 3, _packed_look, deterministic=True)
    connection.create_function("is_mismatch", 3, _is_mismatch, deterministic=True)


def _packed_look(palette: str, width: int, height: int) -> int:
    colours = codec.decode_names(palette)
    return pack_look(colours[0] if colours else "", width, height)


def _is_mismatch(recipe: str, width: int, height: int) -> bool:
    made_by = codec.decode_recipe(recipe)
    return size_matches(PixelSize(width, height), made_by.aspect, made_by.resolution) is False
