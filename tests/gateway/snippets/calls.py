"""Calls to be written down: what the program itself would send, and the pictures that go along as files."""

from dataclasses import dataclass
from pathlib import Path

from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.recipe import Recipe, ThinkingLevel
from studio.domain.sent import SentAs, SentPicture
from studio.gateway.request import Pieces, body_pieces, turn_pieces
from studio.gateway.turns import sendable, user_turn

NASTY = """It's a "fox" \\ $HOME `id` $(id) ${x} %s \\n !! '''\"\"\" // */ </script>
第二行\t狐狸 🦊 {brace} \u2028\u202e\x1b[31m\x85 @picture0 \\\\' end\\"""
WIDE = Recipe("…", aspect=AspectRatio.R16_9, resolution=Resolution.TWO_K, thinking=ThinkingLevel.HIGH)
AUTO = Recipe("…", resolution=Resolution.HALF_K)
SIGNED = """{"role":"model","parts":[{"text":"Here it is."},{"inlineData":{"mimeType":"image/png",
"data":"@blob:0"},"thoughtSignature":"CiQBjz-_X9+/"}]}"""


@dataclass(frozen=True)
class FilePicture:
    """A picture in a file, ready to leave."""

    path: Path
    mime: str = "image/png"

    @property
    def picture(self) -> SentPicture:
        return SentPicture(SentAs.REFERENCE, "", self.mime, 1, 1, self.path.stat().st_size, of="")

    def read(self) -> bytes:
        return self.path.read_bytes()


def words_only(prompt: str = "a fox", *, recipe: Recipe = WIDE) -> Pieces:
    return pieces((user_turn((), (prompt,)),), (), recipe)


def with_pictures(pictures: tuple[FilePicture, ...], prompt: str, *, recipe: Recipe = WIDE) -> Pieces:
    return pieces((user_turn([one.mime for one in pictures], (prompt,)),), pictures, recipe)


def conversation(pictures: tuple[FilePicture, ...]) -> Pieces:
    """Two turns that were, in the second of which picture 0 came; then picture 1 and a wish."""
    now = user_turn([pictures[1].mime], ("brighter",), first=1)
    return pieces((user_turn((), ("a fox",)), SIGNED, now), pictures, AUTO)


def pieces(turns: tuple[str, ...], pictures: tuple[FilePicture, ...], recipe: Recipe) -> Pieces:
    given = dict(enumerate(pictures))
    sent = [sendable(turn) for turn in turns]
    return body_pieces([turn_pieces(turn, given) for turn in sent if turn], recipe)


def written(sent: Pieces) -> list[bytes | Path]:
    """As they are written down: a picture by its path."""
    return [
        one.path if isinstance(one, FilePicture) else one
        for one in sent
        if isinstance(one, bytes | FilePicture)
    ]
