"""`generate` and `estimate`: the same options, of which one spends and the other only says what it would."""

from __future__ import annotations

from typing import Any

import click

from studio.cli.budgets import in_words, refuse, standing_object, standings_of
from studio.cli.context import (
    Command,
    Run,
    gateway_option,
    json_option,
    library_option,
    this_run,
)
from studio.cli.fallback import fallback_in_words, fallback_object, fallback_options
from studio.cli.kinds import (
    GoalType,
    MoneyType,
    NamedFileType,
    SizeType,
    goal_name,
)
from studio.cli.output import NOTHING, OVER_CEILING, print_json, say
from studio.cli.wishes import AUTO, Wishes, wishes_of
from studio.domain.as_code import CodeLanguage
from studio.domain.budget import Standing, broken
from studio.domain.budget_errors import OverBudget
from studio.domain.budget_words import over_words
from studio.domain.errors import NoKey
from studio.domain.first_project import FIRST_PROJECT
from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.recipe import MOST_COUNT, ThinkingLevel

LEAST_EDGE = 64
"""Pixels: a smaller image shows nothing."""


def _prompt_as_text(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise click.BadParameter("The prompt has bytes that are no text.") from error
    return value


def _order_options(command: Command) -> Command:
    """The options that `generate` and `estimate` share, in the order of the help."""
    options = (
        click.argument("prompt", callback=_prompt_as_text),
        click.option(
            "--aspect",
            type=click.Choice([AUTO, *(ratio.value for ratio in AspectRatio)]),
            default=AUTO,
            show_default=True,
            help="The aspect ratio; auto sends none.",
        ),
        click.option(
            "--size",
            type=SizeType(),
            default=Resolution.ONE_K.value,
            show_default=True,
            help="The resolution.",
        ),
        click.option(
            "--group", "group_name", metavar="NAME", help="The access group; see “proofroom groups”."
        ),
        click.option(
            "--goal",
            type=GoalType(),
            help="Have the group chosen, among those with a key, by published figures and by your own.",
        ),
        fallback_options,
        click.option(
            "--count", type=click.IntRange(1, MOST_COUNT), default=1, show_default=True, help="How many."
        ),
        click.option(
            "--thinking",
            type=click.Choice([level.value for level in ThinkingLevel]),
            default=ThinkingLevel.MINIMAL.value,
            show_default=True,
            help="How long the model thinks.",
        ),
        click.option(
            "--reference",
            "references",
            type=NamedFileType(),
            multiple=True,
            metavar="[NAME=]FILE",
            help="An image to send along, up to 14; the prompt may call it @NAME.",
        ),
        click.option(
            "--longest-edge",
            type=click.IntRange(min=LEAST_EDGE),
            metavar="PX",
            help="Send no image given with --reference larger than that.",
        ),
        click.option("--continue", "--from", "parent", metavar="VERSION", help="The version to continue."),
        click.option(
            "--conversation/--afresh",
            "conversation",
            default=None,
            help="Continue with all turns that led there, or with the picture alone; "
            "by default whichever holds best.",
        ),
        library_option,
        gateway_option,
        click.option("--max-cost", "ceiling", type=MoneyType(), help="Send nothing that costs more in all."),
        json_option,
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command()
@_order_options
@click.pass_context
def estimate(context: click.Context, *, as_json: bool, **options: Any) -> None:
    """Say what an order would cost. Spends nothing and sends nothing."""
    run = this_run(context)
    wishes = wishes_of(run, _without_places(options))
    total = wishes.most
    standings = standings_of(run, project=FIRST_PROJECT) if total else ()
    if as_json:
        print_json(_estimate_object(wishes, standings))
    else:
        click.echo(_in_words(wishes))
        for standing in standings:
            click.echo(in_words(standing, total))
    over = broken(standings, total)
    if over is not None:
        say(f"{over_words(over)}.")
    if wishes.over_ceiling:
        say(f"That is more than the ceiling of {wishes.ceiling}.")
    if wishes.over_ceiling or over is not None:
        context.exit(OVER_CEILING)


@click.command()
@_order_options
@click.option(
    "--as",
    "language",
    type=click.Choice([language.value for language in CodeLanguage]),
    help="Print the call as code instead, with a placeholder for the key. Spends nothing and sends nothing.",
)
@click.pass_context
def generate(context: click.Context, *, as_json: bool, language: str | None, **options: Any) -> None:
    """Generate images, and save each in the library.

    Prints the path of each saved picture. The first Ctrl-C sends nothing new and waits for what was sent,
    the second leaves that with an unknown charge. Exits with 0 when all are saved, 1 when some are not,
    2 for wrong usage, 3 without a key and 4 above the ceiling or over a budget; nothing is sent in the last
    three cases.
    """
    run = this_run(context)
    wishes = wishes_of(run, _without_places(options))
    if language is not None:
        _print_code(run, wishes, CodeLanguage(language), as_json=as_json)
        return
    if wishes.over_ceiling:
        say(
            f"{_in_words(wishes)}\nThat is more than the ceiling of {wishes.ceiling}. "
            "Nothing was sent, so it cost nothing. Raise --max-cost, or choose another group, size or count."
        )
        context.exit(OVER_CEILING)
    if run.keychain().find(run.settings.gateway, wishes.group.name) is None:
        raise NoKey(wishes.group.name)
    if not as_json:
        say(_in_words(wishes))

    from studio.cli.ordering import run_order

    try:
        code = 0 if run_order(run, wishes, as_json=as_json) else 1
    except OverBudget as error:
        code = refuse(error, as_json=as_json)
    context.exit(code)


def _print_code(run: Run, wishes: Wishes, language: CodeLanguage, *, as_json: bool) -> None:
    from studio.cli.as_code import code_for

    code = code_for(run, wishes, language)
    if as_json:
        print_json({"as": language.value, "code": code, "calls": wishes.count})
        return
    click.echo(code, nl=False)
    if wishes.count > 1:
        say(f"That is one call. The order would make {wishes.count} of them.")


def _without_places(options: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in options.items() if name not in {"library", "gateway"}}


def _estimate_object(wishes: Wishes, standings: tuple[Standing, ...]) -> dict[str, object]:
    told = [standing_object(standing, wishes.most) for standing in standings]
    size = wishes.recipe.requested_size
    return {
        "unit_price": wishes.estimate.unit_price.plain,
        "count": wishes.count,
        "total": wishes.estimate.total.plain,
        "group": wishes.group.name,
        "size": wishes.recipe.resolution.value,
        "width": size.width if size else None,
        "height": size.height if size else None,
        **({"goal": goal_name(wishes.goal), "why": wishes.why} if wishes.goal else {}),
        **(fallback_object(wishes) if wishes.fallback else {}),
        **({"budgets": told} if told else {}),
    }


def _in_words(wishes: Wishes) -> str:
    guess, size = wishes.estimate, wishes.recipe.requested_size
    seconds = NOTHING if guess.seconds is None else f"about {guess.seconds:.0f} s"
    pixels = f"{size} px" if size else "auto aspect ratio"
    words = (
        f"{guess.count} × {guess.unit_price} = {guess.total} · {wishes.group.name} · "
        f"{wishes.recipe.resolution.value}, {pixels} · {seconds}"
    )
    if wishes.goal is not None:
        from studio.domain.group_words import describe_goal

        words = f"{words}\n{describe_goal(wishes.goal)}: {wishes.why}"
    return "\n".join((words, *fallback_in_words(wishes)))
