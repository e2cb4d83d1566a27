"""Settings, and their file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from studio.domain.money import Money
from studio.domain.version import FIRST_PROJECT
from studio.settings.files import read_whole, write_whole

if TYPE_CHECKING:
    from studio.settings.folders import Folders

DEFAULT_GATEWAY = "https://bananarouter.com"
MOST_PARALLEL = 16

_ASK_ABOVE = Money.from_fen(500)

ThemeName = Literal["system", "light", "dark"]
LanguageName = Literal["", "en", "zh_CN"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person has set.

    `gateway` is an address or "demo"; `route` replaces the catalog's name of the model in the address of a
    call; `library` is None for the default folder; `parallel` is calls at once per group, 1 to 16; an order
    above `ask_above` asks before it spends; `language` is empty for the system's; `project`
    is where new pictures go.

    `shortcuts` holds only what the person changed: an action's id and its keys as text ("Ctrl+K"), several
    with "; " between them, empty for none. With `auto_advance` the next picture is chosen after a rating or
    a flag. `picture_hosts` are those that pictures may be sent to without a word about it.
    """

    gateway: str = DEFAULT_GATEWAY
    route: str | None = None
    library: Path | None = None
    theme: ThemeName = "system"
    parallel: int = 4
    ask_above: Money = _ASK_ABOVE
    language: LanguageName = ""
    project: str = FIRST_PROJECT
    shortcuts: Mapping[str, str] = field(default_factory=dict[str, str])
    auto_advance: bool = False
    picture_hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _SettingsFile:
    gateway: str = DEFAULT_GATEWAY
    route: str | None = None
    library: str | None = None
    theme: ThemeName = "system"
    parallel: Annotated[int, msgspec.Meta(ge=1, le=MOST_PARALLEL)] = 4
    ask_above: str = _ASK_ABOVE.plain
    language: LanguageName = ""
    project: str = FIRST_PROJECT
    shortcuts: dict[str, str] = field(default_factory=dict[str, str])
    auto_advance: bool = False
    picture_hosts: tuple[str, ...] = ()


def load_settings(folders: Folders) -> Settings:
    """The person's settings; a damaged file is set aside, and the defaults hold."""
    return read_whole(_path(folders), _decode) or Settings()


def save_settings(folders: Folders, settings: Settings) -> None:
    """Keep the settings; raises SettingsUnwritable."""
    content = _SettingsFile(
        gateway=settings.gateway,
        route=settings.route,
        library=str(settings.library) if settings.library else None,
        theme=settings.theme,
        parallel=settings.parallel,
        ask_above=settings.ask_above.plain,
        language=settings.language,
        project=settings.project,
        shortcuts=dict(settings.shortcuts),
        auto_advance=settings.auto_advance,
        picture_hosts=settings.picture_hosts,
    )
    write_whole(_path(folders), msgspec.json.format(msgspec.json.encode(content)) + b"\n")


def _path(folders: Folders) -> Path:
    return folders.config / "settings.json"


def _decode(content: bytes) -> Settings:
    """Raises ValueError (msgspec's errors are such)."""
    read = msgspec.json.decode(content, type=_SettingsFile)
    return Settings(
        gateway=read.gateway,
        route=read.route,
        library=Path(read.library) if read.library else None,
        theme=read.theme,
        parallel=read.parallel,
        ask_above=Money.parse(read.ask_above),
        language=read.language,
        project=read.project,
        shortcuts=read.shortcuts,
        auto_advance=read.auto_advance,
        picture_hosts=read.picture_hosts,
    )
