"""Settings, and their file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from studio.domain.budget import NO_BUDGETS, WARN_AT, Budgets
from studio.domain.first_project import FIRST_PROJECT
from studio.domain.money import Money
from studio.domain.next_group import USUALLY, MoveOn
from studio.settings.files import damaged, read_whole, write_whole

if TYPE_CHECKING:
    from studio.settings.folders import Folders

DEFAULT_GATEWAY = "https://bananarouter.com"
MOST_PARALLEL = 16

_ASK_ABOVE = Money.from_fen(500)
_ASK_FROM = 9
MOST_PERCENT = 100

ThemeName = Literal["system", "light", "dark"]
LanguageName = Literal["", "en", "zh_CN"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person has set.

    `gateway` is an address or "demo"; `route` replaces the catalog's name of the model in the address of a
    call; `library` is None for the default folder; `parallel` is calls at once per group, 1 to 16; `language`
    is empty for the system's; `project` is where new pictures go.

    An order above `ask_above`, or of `ask_from` pictures and more, asks before it spends, and from `warn_at`
    percent of a budget on it is spoken of; None is for never. `fallback` names groups in the person's order:
    after a failure of a kind in `moves_on` the next is asked, if its price is not above `ceiling`.

    `shortcuts` holds only what the person changed: an action's id and its keys as text ("Ctrl+K"), several
    with "; " between them, empty for none. With `auto_advance` the next picture is chosen after a rating or
    a flag. `picture_hosts` are those that pictures may be sent to without a word about it.

    `export_preset` (its name) and `export_folder` are those of the last export, "" and None before the first.
    """

    gateway: str = DEFAULT_GATEWAY
    route: str | None = None
    library: Path | None = None
    theme: ThemeName = "system"
    parallel: int = 4
    ask_above: Money | None = _ASK_ABOVE
    ask_from: int | None = _ASK_FROM
    budgets: Budgets = NO_BUDGETS
    warn_at: int | None = WARN_AT
    fallback: tuple[str, ...] = ()
    moves_on: frozenset[MoveOn] = USUALLY
    ceiling: Money | None = None
    language: LanguageName = ""
    project: str = FIRST_PROJECT
    shortcuts: Mapping[str, str] = field(default_factory=dict[str, str])
    auto_advance: bool = False
    picture_hosts: tuple[str, ...] = ()
    export_preset: str = ""
    export_folder: Path | None = None

    def asks_before(self, *, count: int, total: Money) -> bool:
        """Whether an order of so many pictures wants a second word; not where it costs nothing."""
        over = self.ask_above is not None and total > self.ask_above
        return bool(total) and (over or (self.ask_from is not None and count >= self.ask_from))


@dataclass(frozen=True, slots=True)
class _SettingsFile:
    gateway: str = DEFAULT_GATEWAY
    route: str | None = None
    library: str | None = None
    theme: ThemeName = "system"
    parallel: Annotated[int, msgspec.Meta(ge=1, le=MOST_PARALLEL)] = 4
    ask_above: str | None = _ASK_ABOVE.plain
    ask_from: Annotated[int, msgspec.Meta(ge=1)] | None = _ASK_FROM
    budget_day: str | None = None
    budget_month: str | None = None
    warn_at: Annotated[int, msgspec.Meta(ge=1, le=MOST_PERCENT)] | None = WARN_AT
    fallback: tuple[str, ...] = ()
    moves_on: frozenset[MoveOn] = USUALLY
    ceiling: str | None = None
    language: LanguageName = ""
    project: str = FIRST_PROJECT
    shortcuts: dict[str, str] = field(default_factory=dict[str, str])
    auto_advance: bool = False
    picture_hosts: tuple[str, ...] = ()
    export_preset: str = ""
    export_folder: str | None = None


def load_settings(folders: Folders) -> Settings:
    """The person's settings; a damaged file is set aside, and the defaults hold."""
    return read_whole(folders.settings, _decode) or Settings()


def unread_settings(folders: Folders) -> Path | None:
    """The file of settings that `load_settings` could not read, as long as none was kept in its place.

    What it held, budgets too, doesn't hold.
    """
    path = folders.settings
    if path.exists():
        return None if os.access(path, os.R_OK) else path
    aside = damaged(path)
    return aside if aside.exists() else None


def save_settings(folders: Folders, settings: Settings) -> None:
    """Keep the settings; raises SettingsUnwritable."""
    content = _SettingsFile(
        gateway=settings.gateway,
        route=settings.route,
        library=str(settings.library) if settings.library else None,
        theme=settings.theme,
        parallel=settings.parallel,
        ask_above=_plain(settings.ask_above),
        ask_from=settings.ask_from,
        budget_day=_plain(settings.budgets.day),
        budget_month=_plain(settings.budgets.month),
        warn_at=settings.warn_at,
        fallback=settings.fallback,
        moves_on=settings.moves_on,
        ceiling=_plain(settings.ceiling),
        language=settings.language,
        project=settings.project,
        shortcuts=dict(settings.shortcuts),
        auto_advance=settings.auto_advance,
        picture_hosts=settings.picture_hosts,
        export_preset=settings.export_preset,
        export_folder=str(settings.export_folder) if settings.export_folder else None,
    )
    write_whole(folders.settings, msgspec.json.format(msgspec.json.encode(content)) + b"\n")


def _decode(content: bytes) -> Settings:
    """Raises ValueError (msgspec's errors are such)."""
    read = msgspec.json.decode(content, type=_SettingsFile)
    return Settings(
        gateway=read.gateway,
        route=read.route,
        library=Path(read.library) if read.library else None,
        theme=read.theme,
        parallel=read.parallel,
        ask_above=_amount(read.ask_above),
        ask_from=read.ask_from,
        budgets=Budgets(_amount(read.budget_day), _amount(read.budget_month)),
        warn_at=read.warn_at,
        fallback=read.fallback,
        moves_on=read.moves_on,
        ceiling=_amount(read.ceiling),
        language=read.language,
        project=read.project,
        shortcuts=read.shortcuts,
        auto_advance=read.auto_advance,
        picture_hosts=read.picture_hosts,
        export_preset=read.export_preset,
        export_folder=Path(read.export_folder) if read.export_folder else None,
    )


def _plain(amount: Money | None) -> str | None:
    return None if amount is None else amount.plain


def _amount(text: str | None) -> Money | None:
    return None if text is None else Money.parse(text)
