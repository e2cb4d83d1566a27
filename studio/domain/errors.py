"""Every failure that is expected, as one tree. They carry facts; words.py words them.

StudioError
├── UnusableInput           something the person gave can't be used
│   ├── NotAModelPage, …    in model_page_errors.py
│   ├── UnusableName, …     in project_errors.py
│   ├── NotAPicture
│   ├── PictureTooLarge
│   ├── NotImportable, OtherContent
│   ├── UnreadableFile      ReferenceGone, VersionGone
│   ├── UnknownVersion
│   ├── UnknownJob
│   ├── NothingToContinue
│   ├── NotPutTogether
│   ├── NothingToReplay
│   ├── WrongRecipe
│   ├── NotSendable
│   ├── PresetError         in preset_errors.py
│   └── UnusableAddress
├── NoKey
├── OverBudget              in budget_errors.py
├── NotPublished            what a gateway may offer beside its pictures isn't there
├── KeychainUnavailable
├── SettingsUnwritable
├── FileUnwritable
├── ExportError             in export_errors.py
├── LibraryError            the folder of the library can't be used
│   ├── LibraryUnwritable
│   ├── LibraryFull
│   ├── LibraryInUse
│   ├── LibraryTooNew
│   └── LibraryForeign
└── GatewayError            one attempt failed; `outcome` names the row of the table of charges
    ├── NotSent
    ├── GatewayBusy
    ├── GatewayRefused      SignatureRefused
    └── OutcomeUnknown
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.charge import Outcome
    from studio.domain.published import Offer, WhyNotPublished
    from studio.domain.recipe import Problem
    from studio.domain.sent import WhyNot


class StudioError(Exception):
    """A failure that is expected. Its attributes are facts, never sentences."""

    @classmethod
    def code(cls) -> str:
        """The class's name in snake case: stable, for machines and for `ErrorWords`."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


class UnusableInput(StudioError):
    """Something the person gave can't be used. Nothing was sent or changed."""


class NotAPicture(UnusableInput):
    """The file is no picture that the model takes, or is damaged; `name` is the file's name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class PictureTooLarge(UnusableInput):
    """The picture has too many bytes or pixels to send."""

    def __init__(self, name: str, limit: str) -> None:
        super().__init__(name, limit)
        self.name = name
        self.limit = limit


class NotImportable(UnusableInput):
    """The picture is of a type that is not kept as it is; `kind` is the type's short name, such as "GIF"."""

    def __init__(self, name: str, kind: str) -> None:
        super().__init__(name, kind)
        self.name = name
        self.kind = kind


class OtherContent(UnusableInput):
    """The file that was shown has other bytes than the version; `name` is the file's."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class UnreadableFile(UnusableInput):
    """The file isn't there or can't be read."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class ReferenceGone(UnreadableFile):
    """The library's copy of a reference was deleted or changed; `name` is that of the person's file."""


class VersionGone(UnreadableFile):
    """A version's file was deleted, moved or changed; `name` is the file's."""


class UnknownVersion(UnusableInput):
    """No version has this id."""

    def __init__(self, version: str) -> None:
        super().__init__(version)
        self.version = version


class UnknownJob(UnusableInput):
    """No job has this id."""

    def __init__(self, job: str) -> None:
        super().__init__(job)
        self.job = job


class NothingToContinue(UnusableInput):
    """The job whose version was to be continued, `job`, brought none."""

    def __init__(self, job: str) -> None:
        super().__init__(job)
        self.job = job


class NotPutTogether(UnusableInput):
    """What `job` brought was to change a region only, and lies too poorly over its parent for that."""

    def __init__(self, job: str) -> None:
        super().__init__(job)
        self.job = job


class NothingToReplay(UnusableInput):
    """No edit led to the version, or one that can't be made again: it was drawn, without any words."""

    def __init__(self, version: str) -> None:
        super().__init__(version)
        self.version = version


class WrongRecipe(UnusableInput):
    """The recipe can't be sent as it is; `problems` says why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(*problems)
        self.problems = problems


class NotSendable(UnusableInput):
    """What the recipe would send isn't all there, or is too much; `why` says what."""

    def __init__(self, why: WhyNot) -> None:
        super().__init__(why.value)
        self.why = why


class UnusableAddress(UnusableInput):
    """The gateway's address is no https address, nor one of this machine: a key must not go there."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class NoKey(StudioError):
    """There is no key for this group. Nothing was sent."""

    def __init__(self, group: str) -> None:
        super().__init__(group)
        self.group = group


class NotPublished(StudioError):
    """The gateway doesn't tell this, or not so that it could be used. Nothing was changed."""

    def __init__(self, offer: Offer, why: WhyNotPublished) -> None:
        super().__init__(offer.value, why.value)
        self.offer = offer
        self.why = why


class KeychainUnavailable(StudioError):
    """The system has no keychain that keeps secrets; `reason` is a short fact of the backend."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class SettingsUnwritable(StudioError):
    """The folder of the settings and the catalog can't be written; what was set holds until the end."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


class FileUnwritable(StudioError):
    """A copy can't be saved in this folder; `reason` is the system's, such as "No space left on device"."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(str(folder), reason)
        self.folder = folder
        self.reason = reason


class LibraryError(StudioError):
    """The library's folder can't be used as it is."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


class LibraryUnwritable(LibraryError):
    """The folder can't be written."""


class LibraryFull(LibraryError):
    """No room is left on the folder's disk."""


class LibraryInUse(LibraryError):
    """Another program writes this library; `holder` says who, such as "process 4711 on studio-mac"."""

    def __init__(self, folder: Path, holder: str) -> None:
        super().__init__(folder)
        self.holder = holder


class LibraryTooNew(LibraryError):
    """The library was written by a newer Proofroom; it was not touched."""


class LibraryForeign(LibraryError):
    """The file in the index's place is no library's index; it was not touched."""


class GatewayError(StudioError):
    """One attempt failed. `message` is the gateway's own words, `status` the HTTP status if one came.

    `retry_after` is in seconds, as the gateway asked; `outcome` is the row of the table of charges.
    """

    def __init__(
        self,
        reason: str,
        *,
        outcome: Outcome,
        status: int | None = None,
        message: str = "",
        retry_after: float | None = None,
        request_id: str = "",
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.outcome = outcome
        self.status = status
        self.message = message
        self.retry_after = retry_after
        self.request_id = request_id


class NotSent(GatewayError):
    """Nothing left the machine. `reason` is "lookup", "connect", "tls", "proxy" or "address"."""


class GatewayBusy(GatewayError):
    """A definite "not now", not charged. `reason` is the gateway's code or the status."""


class GatewayRefused(GatewayError):
    """A definite "no", not charged. `reason` is the gateway's code, "redirect" or the status."""


class SignatureRefused(GatewayRefused):
    """The model doesn't take the signatures of an earlier turn (wire.md 4.3); `reason` is "signature"."""


class OutcomeUnknown(GatewayError):
    """What became of the call isn't known: it may have been charged.

    `reason` is "timeout", "cut", "html", "too_large", "garbled", "error_in_success" or the status.
    """
