"""What all three systems allow in the name of a file or a folder."""

from __future__ import annotations

import re
import unicodedata

_LONGEST_SLUG = 40
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_SPACES = re.compile(r"\s+")
# Windows keeps these for devices, with any ending.
_RESERVED = re.compile(
    r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$) *(?=\.|$)", re.IGNORECASE
)


def without_forbidden(text: str) -> str:
    """A space for what isn't allowed; composed letters (NFC), so that every system spells the name alike."""
    return _SPACES.sub(" ", _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", text)))


def unreserved(name: str, *, mark: str = "-") -> str:
    """The name, with a mark behind the word where it begins with one that Windows keeps for a device."""
    found = _RESERVED.match(name)
    return f"{found[1]}{mark}{name[found.end() :]}" if found else name


def slug(prompt: str) -> str:
    """The prompt's first letters and digits of any script, joined by "-", at most 40 characters.

    "picture" where there are none. Composed letters (NFC), so that every system spells the name alike.
    """
    text = unicodedata.normalize("NFC", prompt[: 8 * _LONGEST_SLUG]).lower()
    kept = "".join(
        letter if unicodedata.category(letter)[0] in "LNM" and ord(letter) <= 0xFFFF else "-"
        for letter in unicodedata.normalize("NFC", text)
    )
    short = re.sub("-+", "-", kept).strip("-")[:_LONGEST_SLUG].strip("-")
    return unreserved(short) or "picture"
