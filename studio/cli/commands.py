"""All commands under `proofroom`; without one it opens the window."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import click

from studio.cli.context import Start, gateway_option, library_option
from studio.cli.output import HOW_TO_ADD_A_KEY, OVER_CEILING
from studio.domain import errors
from studio.domain.budget_errors import OverBudget

# Each command's module is imported when the command is used: "estimate" must start fast.
_COMMANDS = {
    "generate": ("spend", "generate"),
    "estimate": ("spend", "estimate"),
    "replay": ("replay", "replay"),
    "list": ("look", "list_versions"),
    "show": ("look", "show"),
    "export": ("export", "export"),
    "link": ("links", "link"),
    "unlink": ("links", "unlink"),
    "links": ("links", "links"),
    "jobs": ("look", "jobs"),
    "ledger": ("ledger", "ledger"),
    "groups": ("groups", "groups"),
    "key": ("keys", "key"),
    "catalog": ("catalog", "catalog"),
    "library": ("library", "library"),
    "demo-gateway": ("demo", "demo_gateway"),
}


def _exit_code(error: errors.StudioError) -> int:
    """1: it did not work out; 2: something given can't be used; 3: there is no key; 4: over a budget."""
    match error:
        case errors.NoKey():
            return 3
        case OverBudget():
            return OVER_CEILING
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
                click.echo(HOW_TO_ADD_A_KEY, err=True)
            ctx.exit(_exit_code(error))


def _print_version(context: click.Context, _parameter: click.Parameter, wanted: object) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            click.echo(f"proofroom {version('proofroom')}")
        except PackageNotFoundError:
            click.echo("proofroom, run from its source")
        context.exit()


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"max_content_width": 100},
)
@library_option
@gateway_option
@click.option("--picture", type=click.Path(dir_okay=False, path_type=Path), hidden=True)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version.",
)
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
    from studio.cli.window import NoWindow, open_window

    try:
        return open_window(key=start.secret, library=library, gateway=gateway, picture=picture)
    except NoWindow as problem:
        raise click.ClickException(str(problem)) from problem
