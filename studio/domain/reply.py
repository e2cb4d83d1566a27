"""What a gateway answered, freed of the wire's many spellings."""

from __future__ import annotations

from dataclasses import dataclass

from studio.domain.charge import Outcome


@dataclass(frozen=True, slots=True)
class ReceivedPicture:
    """One picture of a reply: the blob `index` that the splitter wrote, and what was said of it.

    `declared_mime` is the gateway's label, which may lie; `thought` marks an interim picture.
    """

    index: int
    declared_mime: str = ""
    thought: bool = False


@dataclass(frozen=True, slots=True)
class Usage:
    """Token counts, each None where the reply gave none."""

    prompt: int | None = None
    candidates: int | None = None
    thoughts: int | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply with status 200, read. `outcome` is PICTURE, NO_PICTURE, UNUSABLE_PICTURE or an error's row.

    `chosen` is the picture that becomes the version: the last that isn't a thought, else the last.
    `words` is the model's text without thoughts; `reason` is the finish or block reason as it came, also an
    unknown one; `explanation` is the gateway's or Google's sentence about it. `turn` is the model's turn as
    it came, with each long string replaced by its marker, as JSON text; empty where there was none.
    """

    outcome: Outcome
    pictures: tuple[ReceivedPicture, ...] = ()
    chosen: ReceivedPicture | None = None
    words: str = ""
    reason: str = ""
    explanation: str = ""
    error_code: str = ""
    request_id: str = ""
    response_id: str = ""
    model_version: str = ""
    usage: Usage = Usage()
    turn: str = ""
    cut: bool = False

    @property
    def drafts(self) -> tuple[ReceivedPicture, ...]:
        """The pictures beside the chosen one."""
        return tuple(picture for picture in self.pictures if picture != self.chosen)
