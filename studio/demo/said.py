"""What a turn says: the person's own words, and what is told beside them of its pictures.

Clients explain their pictures in sentences of their own. The model reads those; the demo, which goes by
single words, must not find "magenta" in a sentence on the colour of marks.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom in fractions of the picture's width and height."""

_EXPLAINS = re.compile(
    r"The pictures of this message, in order: |The marks on picture \d|Change (?:picture \d|your last)"
)
_CHANGED = re.compile(r"picture (\d+) is the picture to change|(?:Change|out on) picture (\d+)")
_MARKED = re.compile(r"The marks on picture (\d+)")
_WRITTEN = re.compile(r"Words say what to do at their place: “(.*)”\. Carry ", re.DOTALL)
_NAMED = re.compile(r"picture \d+ is @([\w-]+)")
_PLACE = re.compile(r"from (\d+)% to (\d+)% of the width, .*? from (\d+)% to (\d+)% of the height")


@dataclass(frozen=True, slots=True)
class Said:
    """`words` are the person's own, also those that were written on the picture.

    `changed` and `marked` are the numbers of pictures in the turn, from 1: the one to change, and its copy
    with marks. `points` where an arrow shows what is meant, and nothing encloses it. Only `places` may
    change, where there are any.
    """

    words: str
    changed: int | None = None
    marked: int | None = None
    points: bool = False
    places: tuple[Box, ...] = ()


def read_texts(texts: Sequence[str]) -> Said:
    """The texts of one turn, in order."""
    explained = " ".join(text for text in texts if _EXPLAINS.match(text))
    own = [text for text in texts if not _EXPLAINS.match(text)]
    if not explained:
        return Said("\n".join(own))
    # What was written on the picture may look like an explanation.
    written = _WRITTEN.search(explained)
    quoted = written[1].split("”; “") if written else []
    explained = _WRITTEN.sub("", explained)
    named = [re.escape(name) for name in _NAMED.findall(explained)]
    words = "\n".join((*own, *quoted))
    if named:
        words = re.sub(f"[@＠](?:{'|'.join(named)})", " ", words, flags=re.IGNORECASE)
    return replace(_of_pictures(explained), words=words)


def _of_pictures(explained: str) -> Said:
    changed, marked = _CHANGED.search(explained), _MARKED.search(explained)
    return Said(
        words="",
        changed=int(changed[1] or changed[2]) if changed else None,
        marked=int(marked[1]) if marked else None,
        points="An arrow points" in explained and "A box, or a line" not in explained,
        places=tuple(_box(*place) for place in _PLACE.findall(explained)),
    )


def _box(left: str, right: str, top: str, bottom: str) -> Box:
    return int(left) / 100, int(top) / 100, int(right) / 100, int(bottom) / 100
