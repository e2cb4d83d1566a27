"""What every command starts from: options of the run, settings, catalog, folders, key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.domain.catalog import Group, Model
    from studio.domain.keys import Secret
    from studio.keychain import Keychain
    from studio.settings import Folders, Settings

Command = TypeVar("Command", bound="Callable[..., Any]")


@dataclass(frozen=True, slots=True, repr=False)
class Start:
    """What the process was started with."""

    environment_key: str

    @property
    def secret(self) -> Secret | None:
        """The environment's key; raises a usage error for what can't be one."""
        from studio.domain.keys import Secret

        if not (self.environment_key.isascii() and self.environment_key.isprintable()):
            raise click.UsageError(
                "PROOFROOM_API_KEY is no key: a key is one line of plain letters and digits."
            )
        return Secret(self.environment_key) if self.environment_key else None


class Run:
    """The choices of one run. Nothing is read before it is asked for."""

    def __init__(self, start: Start, *, library: Path | None, gateway: str | None) -> None:
        self._start = start
        self._library = library
        self._gateway = gateway

    @cached_property
    def folders(self) -> Folders:
        """The person's folders."""
        from studio.settings import Folders

        return Folders.of_this_computer()

    @cached_property
    def settings(self) -> Settings:
        """The settings, with what the options replace for this run."""
        from studio.settings import load_settings

        settings = load_settings(self.folders)
        return replace(settings, gateway=self._gateway) if self._gateway else settings

    @cached_property
    def catalog(self) -> Model:
        """The catalog as read, which the engine wants."""
        from studio.settings.catalog import load_model

        return load_model(self.folders)

    @cached_property
    def model(self) -> Model:
        """The catalog that this run pays by: the demo's own where the demo is chosen."""
        from studio.domain.recipe import DEMO_GATEWAY
        from studio.settings.catalog import demo_model

        return demo_model(self.catalog) if self.settings.gateway == DEMO_GATEWAY else self.catalog

    @property
    def library(self) -> Path:
        """The library's folder, absolute."""
        return (self._library or self.settings.library or self.folders.library).absolute()

    def keychain(self) -> Keychain:
        """The keychain, with the environment's key before it."""
        from studio.keychain import Keychain

        return Keychain(environment=self._start.secret)

    def group(self, name: str | None) -> Group:
        """The group of that name, or the default one; raises a usage error that names those there are."""
        from studio.domain.catalog import default_group

        names = ", ".join(group.name for group in self.model.groups)
        if name is None:
            if (chosen := default_group(self.model)) is None:
                raise click.UsageError(f"Say which group to use with --group: {names}.")
            return chosen
        if (found := self.model.group(name)) is None:
            raise click.BadParameter(f"There is no group {name!r}. There are: {names}.", param_hint="--group")
        return found


def this_run(context: click.Context) -> Run:
    """The run that these options ask for; those of `proofroom` itself hold where the command has none."""
    start = context.find_object(Start)
    if start is None:
        raise RuntimeError("started without a Start")
    outer = context.find_root().params
    library: Path | None = context.params.get("library") or outer.get("library")
    gateway: str | None = context.params.get("gateway") or outer.get("gateway")
    return Run(start, library=library, gateway=gateway)


def _checked_gateway(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value is None or value == "demo":
        return value
    from studio.domain.errors import UnusableAddress
    from studio.domain.keys import checked_address

    try:
        return checked_address(value)
    except UnusableAddress as error:
        raise click.BadParameter(
            "A key goes over https only, or to this computer. Give such an address, or demo."
        ) from error


def library_option(command: Command) -> Command:
    """`--library DIR`."""
    kind = click.Path(file_okay=False, path_type=Path)
    words = "The folder that holds the projects and .proofroom."
    return click.option("--library", type=kind, metavar="DIR", help=words)(command)


def gateway_option(command: Command) -> Command:
    """`--gateway URL|demo`."""
    words = "The gateway's address, or demo for the one inside Proofroom, which costs nothing."
    return click.option("--gateway", metavar="URL|demo", callback=_checked_gateway, help=words)(command)


def json_option(command: Command) -> Command:
    """`--json`."""
    words = "Print one JSON object per line, and nothing else."
    return click.option("--json", "as_json", is_flag=True, help=words)(command)
