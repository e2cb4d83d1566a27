"""Tokens into the one style sheet of the program."""

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from studio.ui.theme.tokens import Tokens


def style_sheet(template: "Path", tokens: "Tokens") -> str:
    """Fill `${token}` in the template. An unknown token is a bug and raises KeyError."""
    return Template(template.read_text(encoding="utf-8")).substitute(tokens.flat())
