"""What is printed: JSON lines, or columns for people."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from studio.domain.geometry import Resolution
    from studio.domain.money import Money

NOTHING = "—"

HOW_TO_ADD_A_KEY = "Here: “proofroom key set --group NAME”, or PROOFROOM_API_KEY for one run."

OVER_CEILING = 4
"""The exit code where more would be spent than was allowed."""


def print_json(content: Mapping[str, object]) -> None:
    """One object on a line of its own, at once."""
    click.echo(json.dumps(content, ensure_ascii=False))


def say(text: str) -> None:
    """A line for the person, on standard error, so that standard output stays clean."""
    click.echo(text, err=True)


def money(amount: Money | None) -> str:
    """As people write it, a dash for an unknown amount."""
    return NOTHING if amount is None else str(amount)


def figure(number: object | None, unit: str) -> str:
    """A number with its unit, a dash for none."""
    return NOTHING if number is None else f"{number}{unit}"


def local_time(moment: datetime) -> str:
    """The day and the minute where this computer is."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def sizes(paid: Resolution, got: Resolution | None) -> str:
    """What was paid for, and what came in its place."""
    return f"paid {paid}, got {got}"


def one_line(text: str, *, most: int = 60) -> str:
    """The text on one line, shortened."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def print_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Columns as wide as their widest cell; Chinese letters take two places."""
    table = [head, *rows]
    widths = [max(map(_width, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
        click.echo("  ".join(cells).rstrip())


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
