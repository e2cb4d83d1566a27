"""What a picture looks like, in a few numbers: main colours and a hash by which similar ones are near.

The hash is the usual one by cosine transform (C. Zauner, "Implementation and Benchmarking of Perceptual Image
Hash Functions", 2010; phash.org): of 32 × 32 greys the lowest 8 × 8 frequencies, each above or below their
median. Similar pictures differ in few of its 64 bits, others in about half of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import cos, hypot, pi
from operator import mul
from typing import TYPE_CHECKING

import msgspec

from studio.domain.oklab import Rgb, name_of
from studio.domain.palette_clusters import main_colours
from studio.domain.search_terms import Field
from studio.library.colours import Colour, colour, colour_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

    from PIL.Image import Image

MOST_COLOURS = 5
FARTHEST = 24
"""How much lighter or darker a colour may be, in the steps of `Colour`, to be called near at all."""

_GREYEST = 12
_OF_CHROMA = 1 / 3

MOST_BITS = 18
"""In how many of 64 bits a similar picture may differ: by chance one of five thousand others does."""

_EDGE = 32
_KEPT = 8
_TINY = 96
_REDUCED = 24

# A near colour that fills the picture comes before the same one in a corner; how light it is counts half.
_NEAR_COLOUR = """
SELECT version AS place, (light - {l}) * (light - {l}) / 2 + (a - {a}) * (a - {a}) + (b - {b}) * (b - {b})
    + (100 - share) * (100 - share) / 16 AS score
FROM colours WHERE light BETWEEN {l} - {far} AND {l} + {far}
    AND (a - {a}) * (a - {a}) + (b - {b}) * (b - {b}) <= {off} * {off}
"""
_NEAR_PICTURE = """
SELECT json_extract(value, '$[0]') AS place, json_extract(value, '$[1]') AS score FROM json_each({found})
"""
_numbers = msgspec.json.Decoder(list[int | None])


@dataclass(frozen=True, slots=True)
class Likeness:
    """`palette` are the main colours as "#rrggbb", the most frequent first; `colours` the same ones as they
    are searched for; `phash` the hash, as a signed number of 64 bits.
    """

    palette: tuple[str, ...]
    colours: tuple[Colour, ...]
    phash: int


def likeness_of(picture: Image) -> Likeness:
    """Of an RGB picture of about 256 pixels, in two milliseconds."""
    main = main_colours(_counted(picture), MOST_COLOURS)
    return Likeness(
        palette=tuple(name_of(one.rgb) for one in main),
        colours=tuple(colour(*one.rgb, share=max(1, round(100 * one.share))) for one in main),
        phash=_phash(picture),
    )


def _counted(picture: Image) -> Iterator[tuple[Rgb, int]]:
    """Few enough to be joined in a millisecond, with how often each is there.

    Edges aren't mixed: that would make new colours.
    """
    from PIL.Image import Quantize, Resampling

    tiny = picture.copy()
    tiny.thumbnail((_TINY, _TINY), Resampling.NEAREST)
    reduced = tiny.quantize(_REDUCED, method=Quantize.FASTOCTREE)
    values = bytes(reduced.getpalette() or ())
    for index, count in enumerate(reduced.histogram()[: len(values) // 3]):
        red, green, blue = values[3 * index : 3 * index + 3]
        yield (red, green, blue), count


def _phash(picture: Image) -> int:
    greys = picture.convert("L").resize((_EDGE, _EDGE)).tobytes()
    waves = _waves()
    rows = [greys[start : start + _EDGE] for start in range(0, len(greys), _EDGE)]
    across = [[sum(map(mul, row, wave)) for row in rows] for wave in waves]
    parts = [sum(map(mul, column, wave)) for wave in waves for column in across]
    # Late, since the window lists likenesses and looks at no picture.
    from statistics import median

    # The first is the mean of all: how light the picture is says little about what it shows.
    middle = median(parts[1:])
    bits = sum(1 << index for index, part in enumerate(parts) if part > middle)
    return bits - (1 << 64) if bits >> 63 else bits


@cache
def _waves() -> tuple[tuple[float, ...], ...]:
    return tuple(
        tuple(cos(pi * wave * (2 * place + 1) / (2 * _EDGE)) for place in range(_EDGE))
        for wave in range(_KEPT)
    )


def store_likeness(
    connection: sqlite3.Connection, version_id: str, colours: Iterable[Colour], phash: int | None
) -> None:
    """Write what a version is found by. Nothing happens where there is no such version."""
    row = connection.execute("SELECT sequence FROM versions WHERE id = ?", (version_id,)).fetchone()
    if row is None:
        return
    connection.execute("UPDATE versions SET phash = ? WHERE sequence = ?", (phash, row[0]))
    connection.execute("DELETE FROM colours WHERE version = ?", (row[0],))
    connection.executemany(
        "INSERT INTO colours (version, light, a, b, share) VALUES (?, ?, ?, ?, ?)",
        [(row[0], one.light, one.a, one.b, one.share) for one in colours],
    )


def nearest(
    connection: sqlite3.Connection,
    about: Field,
    wanted: Iterable[str],
    *,
    name: Callable[[str | int], str],
) -> str:
    """A SELECT of `place` (a sequence) and `score` of all that is near one of these: least for the nearest.

    `name` makes a place in the SQL for a value.
    """
    if about is Field.COLOR:
        each = [_near_colour(colour_of(text), name) for text in wanted]
    else:
        each = [
            _NEAR_PICTURE.format(found=name(_near_picture(connection, phash)))
            for text in wanted
            for phash in _hash_of(connection, text)
        ]
    union = " UNION ALL ".join(each) or "SELECT 0 AS place, 0 AS score WHERE 0"
    return f"SELECT place, min(score) AS score FROM ({union}) GROUP BY place"  # noqa: S608 - our own names


def farthest_hue(wanted: Colour) -> int:
    """How far off `a` and `b` may be together: a grey must be grey, a bright blue need only be blue."""
    return round(_GREYEST + _OF_CHROMA * hypot(wanted.a, wanted.b))


def _near_colour(wanted: Colour, name: Callable[[str | int], str]) -> str:
    places = {"l": wanted.light, "a": wanted.a, "b": wanted.b, "far": FARTHEST, "off": farthest_hue(wanted)}
    return _NEAR_COLOUR.format(**{key: name(value) for key, value in places.items()})


def _hash_of(connection: sqlite3.Connection, version_id: str) -> list[int]:
    rows = connection.execute(
        "SELECT phash FROM versions "
        "WHERE id >= ?1 AND id < ?1 || char(1114111) AND phash IS NOT NULL ORDER BY id LIMIT 1",
        (version_id,),
    )
    return [row[0] for row in rows]


def _near_picture(connection: sqlite3.Connection, phash: int) -> str:
    """Sequences and differing bits as JSON. Compared here: SQLite can't count bits."""
    sequences, hashes = connection.execute(
        "SELECT json_group_array(sequence), json_group_array(phash) FROM versions INDEXED BY versions_listed "
        "WHERE phash IS NOT NULL"
    ).fetchone()
    low = (1 << 64) - 1
    near = [
        (sequence, bits)
        for sequence, other in zip(_numbers.decode(sequences), _numbers.decode(hashes), strict=True)
        if other is not None and (bits := ((other ^ phash) & low).bit_count()) <= MOST_BITS
    ]
    return msgspec.json.encode(near).decode()
