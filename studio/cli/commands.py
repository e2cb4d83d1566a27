"""All commands under `proofroom`; without one it opens the window."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path
from typing import Any

import click

from studio.cli.context import Start, gateway_option, library_option
from studio.domain import errors

# Each command's module is imported when the command is used: "estimate" must start fast.
_COMMANDS = {
    "generate": ("spend", "generate"),
    "estimate": ("spend", "estimate"),
    "list": ("look", "list_versions"),
    "show": ("look", "show"),
    "jobs": ("look", "jobs"),
    "ledger": ("look", "ledger"),
    "groups": ("groups", "groups"),
    "key": ("keys", "key"),
    "catalog": ("catalog", "catalog"),
    "library": ("library", "library"),
    "demo-gateway": ("demo", "demo_gateway"),
}
_HOW_TO_ADD_A_KEY = "Here: “proofroom key set --group NAME”, or PROOFROOM_API_KEY for one run."


def _exit_code(error: errors.StudioError) -> int:
    """1: it did not work out; 2: something given can't be used; 3: there is no key."""
    match error:
        case errors.NoKey():
            return 3
        case errors.UnusableInput() | errors.LibraryError():
            return 2
        case _:
            return 1


class Commands(click.Group):
    """Finds the commands, and turns their expected errors into words and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of the help."""
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name]
        command: click.Command = getattr(importlib.import_module(f"studio.cli.{module}"), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except errors.StudioError as error:
            from studio.domain.words import describe

            click.echo(f"Error: {describe(error)}", err=True)
            if isinstance(error, errors.NoKey):
                click.echo(_HOW_TO_ADD_A_KEY, err=True)
            ctx.exit(_exit_code(error))


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"max_content_width": 100},
)
@library_option
@gateway_option
@click.option("--picture", type=click.Path(dir_okay=False, path_type=Path), hidden=True)
@click.version_option(package_name="proofroom", message="%(prog)s %(version)s")
@click.pass_context
def root(context: click.Context, library: Path | None, gateway: str | None, picture: Path | None) -> None:
    """Make images that cost money per call, with the price known before.

    Without a command, the window opens. The key may come from the keychain (see "proofroom key") or, for one
    run, from the environment variable PROOFROOM_API_KEY.
    """
    # --picture FILE draws the window to a PNG and leaves: for screenshots, and where there is no display.
    if context.invoked_subcommand is None:
        start = context.ensure_object(Start)
        context.exit(_open_window(start, library=library, gateway=gateway, picture=picture))


def _open_window(start: Start, *, library: Path | None, gateway: str | None, picture: Path | None) -> int:
    if not _has_display():
        if picture is None:
            raise click.ClickException(
                "There is no display here, so no window can open. Nothing was sent, so it cost nothing. "
                "Use “proofroom generate”, or see “proofroom --help”."
            )
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from studio.app import run_window
    except ImportError as error:
        if (error.name or "").split(".")[0] not in {"PySide6", "qasync", "shiboken6"}:
            raise
        raise click.ClickException(
            f"The window can't open: {error}. Nothing was sent, so it cost nothing. "
            "Install PySide6 and what it needs, or use “proofroom generate”."
        ) from error
    return run_window(library=library, gateway=gateway, environment_key=start.secret, picture=picture)


def _has_display() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
