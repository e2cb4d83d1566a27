"""What leaves the machine with a call: the turns before it, its pictures, its words; and how much that is."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.errors import (
    NotSendable,
    PictureTooLarge,
    UnknownVersion,
    UnusableInput,
    VersionGone,
    WrongRecipe,
)
from studio.domain.geometry import PixelSize
from studio.domain.instruction import instruction
from studio.domain.recipe import Problem, Sending
from studio.domain.sent import MOST_REQUEST_BYTES, RequestWeight, Sent, SentAs, SentPicture, Ways, WhyNot
from studio.engine.kept_turns import kept_turns
from studio.engine.past import Past, read_past
from studio.gateway.request import Pieces, body_pieces, build_body, size_of, turn_pieces
from studio.gateway.turns import sendable, user_turn
from studio.library.outgoing import Outgoing, fit, keep_sent, outgoing_reference, outgoing_version

if TYPE_CHECKING:
    from studio.domain.recipe import Recipe
    from studio.domain.version import Version
    from studio.library.reader import LibraryReader

_MUCH_TEXT = 50_000
"""Bytes: more than settings, explanations and what stands around pictures ever take."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A body that isn't built yet. `own` are the pictures of its last turn, which may still be `is_empty`
    while the prompt is being written.
    """

    past: Past
    own: tuple[Outgoing, ...]
    sent: Sent
    pieces: Pieces
    size: int
    shrunk: tuple[str, ...] = ()
    is_empty: bool = False

    @property
    def why_not(self) -> WhyNot | None:
        """Whether it is too large."""
        if self.size <= MOST_REQUEST_BYTES:
            return None
        return WhyNot.CONVERSATION_TOO_LARGE if self.past.turns else WhyNot.TOO_LARGE

    def checked(self) -> Parcel:
        """Itself, when it can be sent; raises WrongRecipe or NotSendable."""
        if self.is_empty:
            raise WrongRecipe((Problem.NOTHING_TO_SEND,))
        if self.why_not is not None:
            raise NotSendable(self.why_not)
        return self


@dataclass(frozen=True, slots=True)
class Route:
    """Where calls go: signatures may hold there alone (wire.md 4.3). `group` is None for whichever it was."""

    model: str
    gateway: str
    group: str | None

    def holds(self, past: Past) -> bool:
        """Whether all of it came from there, and is signed."""
        group = self.group or next((version.group for version in past.versions), "")
        route = (self.model, self.gateway, group)
        return past.signed and all(
            (version.model, version.gateway, version.group) == route for version in past.versions
        )


class Packer:
    """Packs what a recipe sends. Pictures are read and made ready in threads."""

    def __init__(self, library: LibraryReader) -> None:
        self._library = library

    async def build(self, recipe: Recipe) -> tuple[bytes, Sent]:
        """The body, and what it sends, which is kept for good.

        Raises NotSendable, ReferenceGone, VersionGone, UnknownVersion, WrongRecipe or another UnusableInput,
        LibraryError.
        """
        parcel = (await self.pack(recipe)).checked()
        return await asyncio.to_thread(self._build, parcel), parcel.sent

    async def weigh(self, recipe: Recipe, route: Route) -> RequestWeight:
        """What the recipe would send there now; `why_not` where it can't. Raises LibraryError only."""
        try:
            parcel = await self.pack(recipe)
        except UnusableInput as error:
            return RequestWeight(limit=MOST_REQUEST_BYTES, why_not=_why_not(error))
        return RequestWeight(
            parcel.sent.pictures,
            size=parcel.size,
            limit=MOST_REQUEST_BYTES,
            turns=len(parcel.past.turns),
            foreign=not route.holds(parcel.past),
            shrunk=parcel.shrunk,
            why_not=parcel.why_not,
        )

    async def ways(self, version_id: str, route: Route) -> Ways:
        """How this version can be continued by a call that goes there; raises UnknownVersion."""
        version = await self._library.version(version_id)
        try:
            past = await read_past(self._library, version)
        except UnusableInput as error:
            return Ways(conversation=False, usual=Sending.AFRESH, why_not=_why_not(error))
        if sum(map(size_of, past.turns)) + _MUCH_TEXT > MOST_REQUEST_BYTES:
            too_large = WhyNot.CONVERSATION_TOO_LARGE
            return Ways(conversation=False, usual=Sending.AFRESH, why_not=too_large)
        usual = Sending.CONVERSATION if route.holds(past) else Sending.AFRESH
        return Ways(conversation=True, usual=usual, turns=len(past.turns))

    async def sent_with(self, version_id: str) -> tuple[SentPicture, ...]:
        """Every picture that was sent for this version, in order; none where that wasn't kept.

        Raises UnknownVersion.
        """
        kept = await kept_turns(self._library, await self._library.version(version_id))
        return kept.sent.pictures if kept and kept.sent else ()

    async def pack(self, recipe: Recipe) -> Parcel:
        """All that it would send, not read yet, of whatever size. Raises as `build`."""
        parent = await self._library.version(recipe.parent) if recipe.parent else None
        continues = parent is not None and recipe.sending is Sending.CONVERSATION
        past = await read_past(self._library, parent) if parent and continues else Past()
        return await asyncio.to_thread(self._pack, recipe, parent, past)

    def _pack(self, recipe: Recipe, parent: Version | None, past: Past) -> Parcel:
        shown = self._of_parent(recipe, parent, past)
        fitted = fit(
            self._library.layout,
            recipe.references,
            longest_edge=recipe.longest_edge,
            room=MOST_REQUEST_BYTES - sum(map(size_of, past.turns)) - _room_for_words(recipe),
            shown=shown,
        )
        return _parcel(recipe, parent, past, (*fitted.pictures, *fitted.shown), shrunk=fitted.shrunk)

    def _of_parent(self, recipe: Recipe, parent: Version | None, past: Past) -> tuple[Outgoing, ...]:
        """The parent's picture, unless it stands in the conversation, and its marked copy.

        The last picture's ratio is reported to win where none is asked for (wire.md 3.1).
        """
        place = self._library.layout
        clean = (outgoing_version(place, parent),) if parent and not past.turns else ()
        if recipe.markup is None:
            return clean
        marked = outgoing_reference(place, recipe.markup.picture, longest_edge=None, sent_as=SentAs.MARKUP)
        return (*clean, marked)

    def _build(self, parcel: Parcel) -> bytes:
        for outgoing in parcel.own:
            keep_sent(self._library.layout, outgoing)
        return build_body(parcel.pieces)


def _room_for_words(recipe: Recipe) -> int:
    return _MUCH_TEXT + len(json.dumps(recipe.prompt).encode())


def parcel_of_words(recipe: Recipe) -> Parcel:
    """Of a recipe that sends no picture and continues nothing."""
    return _parcel(recipe, None, Past(), ())


def _parcel(
    recipe: Recipe,
    parent: Version | None,
    past: Past,
    own: tuple[Outgoing, ...],
    *,
    shrunk: tuple[str, ...] = (),
) -> Parcel:
    size = PixelSize(parent.width, parent.height) if parent else None
    explained = instruction(recipe, [one.picture for one in own], size=size)
    first = len(past.pictures)
    turn = user_turn([one.picture.mime for one in own], (explained, recipe.prompt), first=first)
    asked = sendable(turn)
    turns = (*past.turns, turn_pieces(asked, dict(enumerate(own, start=first)))) if asked else past.turns
    pieces = body_pieces(turns, recipe)
    sent = Sent(turn, (*past.pictures, *(one.picture for one in own)))
    return Parcel(past, own, sent, pieces, size_of(pieces), shrunk, is_empty=asked is None)


def _why_not(error: UnusableInput) -> WhyNot:
    match error:
        case NotSendable(why=why):
            return why
        case VersionGone() | UnknownVersion():
            return WhyNot.PARENT_MISSING
        case PictureTooLarge():
            return WhyNot.TOO_LARGE
        case _:
            return WhyNot.REFERENCE_MISSING
