"""What a recipe would send, written down as code: nothing is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.errors import NotSendable
from studio.domain.sent import WhyNot
from studio.engine.past import Turned
from studio.engine.sending import Parcel, parcel_of_words
from studio.gateway.snippets import as_code
from studio.library.outgoing import Outgoing

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.as_code import CodeLanguage
    from studio.domain.recipe import Recipe
    from studio.engine.sending import Packer
    from studio.gateway.request import Picture


async def code_of(
    recipe: Recipe, language: CodeLanguage, *, address: str, route: str, packer: Packer | None = None
) -> str:
    """The code of one call. Its pictures are files made ready to be sent, which may be cleared away later;
    the code then sends nothing. A recipe of words alone needs no `packer`.

    Raises NotSendable, ReferenceGone, VersionGone, UnknownVersion, WrongRecipe or another UnusableInput,
    LibraryError.
    """
    if recipe.parent_job is not None:
        raise NotSendable(WhyNot.PARENT_MISSING)
    parcel = parcel_of_words(recipe) if packer is None else await packer.pack(recipe)
    return _code(parcel.checked(), language, address=address, route=route)


def _code(parcel: Parcel, language: CodeLanguage, *, address: str, route: str) -> str:
    return as_code(address, route, [_written(piece) for piece in parcel.pieces], language)


def _written(piece: bytes | Picture) -> bytes | Path:
    if isinstance(piece, bytes):
        return piece
    if not isinstance(piece, Outgoing | Turned):
        raise TypeError("a picture without a file")
    return piece.path
