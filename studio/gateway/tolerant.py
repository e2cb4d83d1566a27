"""Reading JSON of which nothing can be taken for granted: each level may be missing, null or another type.

Every function takes the names of a member in all their spellings; the first that holds something counts.
"""

from __future__ import annotations

from typing import cast


def member(value: object, *names: str) -> object:
    """What stands under the first of these names that isn't null; None when `value` is no object."""
    if isinstance(value, dict):
        known = cast("dict[str, object]", value)
        return next((known[name] for name in names if known.get(name) is not None), None)
    return None


def members(value: object, *names: str) -> list[object]:
    """The elements of the list under one of these names; something else there counts as its one element."""
    return elements(member(value, *names))


def elements(value: object) -> list[object]:
    """A list as it is, nothing as an empty one, anything else as a list of one."""
    if value is None:
        return []
    return cast("list[object]", value) if isinstance(value, list) else [value]


def text(value: object, *names: str) -> str:
    """The string under one of these names, "" when there is none."""
    found = member(value, *names)
    return clean(found) if isinstance(found, str) else ""


def count(value: object, *names: str) -> int | None:
    """The whole number from 0 on under one of these names."""
    found = member(value, *names)
    return found if isinstance(found, int) and not isinstance(found, bool) and found >= 0 else None


def clean(found: str) -> str:
    """Without lone surrogates, which JSON can spell but neither a file nor a database can hold."""
    return found.encode("utf-8", "replace").decode("utf-8")
