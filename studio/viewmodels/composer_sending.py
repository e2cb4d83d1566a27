"""What of pictures and of earlier turns is sent along, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QLocale

from studio.domain.keys import is_loopback
from studio.domain.lineage import MANY_EDITS
from studio.domain.recipe import DEMO_GATEWAY, Recipe, Sending
from studio.domain.sending_words import describe_why_not
from studio.domain.sent import RequestWeight, SentAs, Ways

if TYPE_CHECKING:
    from studio.domain.version import Version
    from studio.settings import Settings

translate = QCoreApplication.translate

EDGES = (None, 3072, 2048, 1536, 1024)
"""The longest edges that can be chosen, in pixels; None leaves pictures as large as they are."""

_MEGA = 1_000_000
_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Past:
    """What led to the version that is continued: the `root`, then the `changes`, each an edit of the one
    before; and the `ways` in which it can be continued. `group` is the one that answered its conversation,
    empty where several did.
    """

    root: Version
    changes: tuple[str, ...]
    ways: Ways
    group: str = ""

    @property
    def next_edit(self) -> int:
        """Which edit of an edit the next order will be."""
        return len(self.changes) + 1


@dataclass(frozen=True, slots=True)
class WayChoice:
    """One way of continuing; `why_not` is empty where it is possible."""

    sending: Sending
    words: str
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class SendingLines:
    """`total` and `shrunk` are about the whole request; `along`, `ways` and `edit` about what is continued,
    and `doubt` whether it is taken. `redo` offers to begin from the original.
    """

    total: str = ""
    shrunk: str = ""
    along: str = ""
    doubt: str = ""
    ways: tuple[WayChoice, ...] = ()
    edit: str = ""
    redo: bool = False
    markup: str = ""
    region: str = ""


def sending_lines(recipe: Recipe, *, weight: RequestWeight | None, past: Past | None) -> SendingLines:
    """What is sent with this recipe. Until it has been weighed, only what the recipe itself tells."""
    if recipe.parent is None:
        past = None
    edit = past.next_edit if past else 0
    return SendingLines(
        total=_total(recipe, weight),
        shrunk=_shrunk(weight),
        along=_along(recipe, weight, past) if recipe.parent else "",
        doubt=_doubt(weight),
        ways=_ways(past.ways) if past else (),
        edit=translate("composer", "edit {number}").format(number=edit) if edit > 1 else "",
        redo=edit >= MANY_EDITS,
        markup=_markup(recipe),
        region=translate("composer", "Only the marked region changes") if recipe.region else "",
    )


def edge_words(edge: int | None) -> str:
    """How large pictures are sent."""
    if edge is None:
        return translate("composer", "As large as they are")
    return translate("composer", "At most {edge} px").format(edge=edge)


# Where pictures go


def pictures_go_to(settings: Settings) -> str:
    """The host that pictures would leave this machine for; empty where they stay on it."""
    if settings.gateway == DEMO_GATEWAY:
        return ""
    host = urlsplit(settings.gateway).hostname or settings.gateway
    return "" if is_loopback(host) else host


def leaving_words(recipe: Recipe, *, weight: RequestWeight | None, number: int | None, host: str) -> str:
    """Which pictures leave this machine and where to; empty where none does."""
    count = _picture_count(recipe, weight)
    if not count:
        return ""
    one = translate("composer", "1 picture leaves this machine and goes to {host}: {names}.")
    many = translate("composer", "{count} pictures leave this machine and go to {host}: {names}.")
    names = ", ".join(_names(recipe, weight, number))
    return (one if count == 1 else many).format(count=count, host=host, names=names)


def _names(recipe: Recipe, weight: RequestWeight | None, number: int | None) -> list[str]:
    handles = [f"@{reference.handle}" for reference in recipe.references]
    if len(handles) > _MOST_NAMED:
        more = translate("composer", "{count} more references").format(count=len(handles) - _MOST_NAMED + 1)
        handles = [*handles[: _MOST_NAMED - 1], more]
    earlier = _count(weight, SentAs.TURN)
    if earlier:
        one = translate("composer", "1 of earlier turns")
        many = translate("composer", "{count} of earlier turns")
        handles.insert(0, (one if earlier == 1 else many).format(count=earlier))
    elif recipe.parent:
        words = translate("composer", "version {number}") if number else translate("composer", "the version")
        handles.insert(0, words.format(number=number))
    if recipe.markup:
        handles.append(translate("composer", "its marked copy"))
    return handles


def _picture_count(recipe: Recipe, weight: RequestWeight | None) -> int:
    if weight is not None and weight.pictures:
        return len(weight.pictures)
    return len(recipe.references) + bool(recipe.parent) + bool(recipe.markup)


def _count(weight: RequestWeight | None, sent_as: SentAs) -> int:
    return sum(picture.sent_as is sent_as for picture in weight.pictures) if weight else 0


# The lines


def _total(recipe: Recipe, weight: RequestWeight | None) -> str:
    count = _picture_count(recipe, weight)
    if not count:
        return ""
    one, many = translate("composer", "Sends 1 picture"), translate("composer", "Sends {count} pictures")
    sends = (one if count == 1 else many).format(count=count)
    if weight is None or not weight.size or not weight.limit:
        return sends
    words = translate("composer", "{sends}, {size} of {limit} MB")
    return words.format(sends=sends, size=_megabytes(weight.size), limit=weight.limit // _MEGA)


def _megabytes(size: int) -> str:
    """Never less than is sent."""
    return QLocale().toString(max(-(-size * 10 // _MEGA), 1) / 10, "f", 1)


def _shrunk(weight: RequestWeight | None) -> str:
    count = len(weight.shrunk) if weight else 0
    if not count:
        return ""
    one = translate("composer", "1 was made smaller to fit")
    many = translate("composer", "{count} were made smaller to fit")
    return (one if count == 1 else many).format(count=count)


def _doubt(weight: RequestWeight | None) -> str:
    if weight is None or not weight.foreign or not weight.turns:
        return ""
    return translate("composer", "The model may refuse turns from another group.")


def _along(recipe: Recipe, weight: RequestWeight | None, past: Past | None) -> str:
    if recipe.sending is Sending.CONVERSATION:
        turns = weight.turns if weight and weight.turns else past.ways.turns if past else 0
        return _turns(turns) if turns else translate("composer", "the conversation is sent along")
    return translate("composer", "its picture is sent along")


def _turns(turns: int) -> str:
    """A turn of the person's and its answer are one to a person."""
    count = (turns + 1) // 2
    one, many = (
        translate("composer", "1 turn sent along"),
        translate("composer", "{count} turns sent along"),
    )
    return (one if count == 1 else many).format(count=count)


def _ways(ways: Ways) -> tuple[WayChoice, ...]:
    talk = translate("composer", "The conversation: {turns}").format(turns=_turns(ways.turns))
    why_not = describe_why_not(ways.why_not, translate)[0] if ways.why_not else ""
    if not ways.conversation:
        talk = translate("composer", "The conversation")
    afresh = translate("composer", "Afresh: its picture is sent along")
    return (WayChoice(Sending.CONVERSATION, talk, why_not), WayChoice(Sending.AFRESH, afresh))


def _markup(recipe: Recipe) -> str:
    if recipe.markup is None:
        return ""
    count = len(recipe.markup.marks)
    one = translate("composer", "1 mark sent as instruction")
    many = translate("composer", "{count} marks sent as instruction")
    return (one if count == 1 else many).format(count=count)
