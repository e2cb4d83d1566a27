"""What the person says of a version after it was made: how good it is, what it is about, where it belongs,
and what begins with it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime

from studio.domain.flags import Flag, Label

MOST_RATING = 5
LONGEST_NAME = 60

DAYS_IN_TRASH = 30
"""So long what is in the trash can be brought back."""

_CONTROLS = frozenset(map(chr, (*range(0x20), *range(0x7F, 0xA0))))
# A joiner at the end is what is left of an emoji that was cut.
_SPACES = " \u200d"


@dataclass(frozen=True, slots=True)
class Judgement:
    """`rating` is 1 to 5, 0 for none; `tags` are as typed, each once whatever its case, in order of name."""

    rating: int = 0
    flag: Flag = Flag.NONE
    label: Label = Label.NONE
    tags: tuple[str, ...] = ()


UNJUDGED = Judgement()


@dataclass(frozen=True, slots=True)
class BranchMark:
    """What is said of the branch that begins at a version: its name, empty for none; whether it is folded
    away in its tree (`hidden`), or done with (`archived`).
    """

    name: str = ""
    hidden: bool = False
    archived: bool = False


UNMARKED = BranchMark()


@dataclass(frozen=True, slots=True)
class Standing:
    """All that can be changed of a version: its judgement, its project, since when it is in the trash, and
    its branch's mark.
    """

    project: str
    judgement: Judgement = UNJUDGED
    trashed: datetime | None = None
    branch: BranchMark = UNMARKED


@dataclass(frozen=True, slots=True)
class Change:
    """What to make of a standing; None and empty leave it as it is. Tags go before others come."""

    rating: int | None = None
    flag: Flag | None = None
    label: Label | None = None
    project: str | None = None
    trash: bool | None = None
    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()
    branch_name: str | None = None
    branch_hidden: bool | None = None
    branch_archived: bool | None = None

    def applied(self, standing: Standing, *, now: datetime) -> Standing:
        """The standing after this change; what was in the trash before stays there since then."""
        old = standing.judgement
        judgement = Judgement(
            rating=old.rating if self.rating is None else min(max(self.rating, 0), MOST_RATING),
            flag=old.flag if self.flag is None else self.flag,
            label=old.label if self.label is None else self.label,
            tags=changed_tags(old.tags, add=self.add_tags, remove=self.remove_tags),
        )
        trashed = standing.trashed
        if self.trash is not None:
            trashed = (trashed or now) if self.trash else None
        project = standing.project if self.project is None else self.project
        return Standing(project, judgement, trashed, self._marked(standing.branch))

    def _marked(self, old: BranchMark) -> BranchMark:
        return BranchMark(
            name=old.name if self.branch_name is None else clean_name(self.branch_name),
            hidden=old.hidden if self.branch_hidden is None else self.branch_hidden,
            archived=old.archived if self.branch_archived is None else self.branch_archived,
        )


def changed_tags(tags: tuple[str, ...], *, add: tuple[str, ...], remove: tuple[str, ...]) -> tuple[str, ...]:
    """The tags without some and with others: trimmed, each once whatever its case, in order of name."""
    gone = {clean_tag(tag).casefold() for tag in remove}
    kept = {tag.casefold(): tag for tag in tags if tag.casefold() not in gone}
    for tag in map(clean_tag, add):
        if tag:
            kept.setdefault(tag.casefold(), tag)
    return tuple(kept[name] for name in sorted(kept))


def clean_tag(text: str) -> str:
    """A tag as it is kept: a name without commas; empty where nothing is left."""
    return clean_name(text.replace(",", " "))


def clean_name(text: str) -> str:
    """A name as it is kept, of a tag, a project, a branch: on one line, single spaces, at most 60 characters.

    Composed (NFC), so that what looks the same is the same; without what is no character at all.
    """
    # Far more than is kept isn't looked at: somebody may have pasted a book.
    composed = unicodedata.normalize("NFC", text[: 16 * LONGEST_NAME])
    real = "".join(" " if letter in _CONTROLS else letter for letter in writable(composed))
    return " ".join(real.split())[:LONGEST_NAME].strip(_SPACES)


def writable(text: str) -> str:
    """The text without what no file and no database takes: halves of a pair that stand alone."""
    return text.encode("utf-8", "ignore").decode()
