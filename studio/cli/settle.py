"""`ledger settle`: say what calls cost that ended with nobody knowing it, or ask the gateway's log."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import click

from studio.cli.context import gateway_option, json_option, library_option, this_run
from studio.cli.output import print_json, say
from studio.domain.charge import Charge

if TYPE_CHECKING:
    from studio.cli.context import Run
    from studio.engine.settling import LogRead
    from studio.engine.studio import Studio


@click.command(short_help="Settle calls whose charge is unknown.")
@click.argument("attempts", metavar="ATTEMPT…", nargs=-1)
@click.option("--charged", "charge", flag_value=Charge.CHARGED.value, help="They were charged.")
@click.option("--not-charged", "charge", flag_value=Charge.NOT_CHARGED.value, help="They weren't charged.")
@click.option("--unknown", "charge", flag_value=Charge.UNKNOWN.value, help="They are unknown again.")
@click.option("--from-log", is_flag=True, help="Ask the gateway's log about all unknown calls there.")
@library_option
@gateway_option
@json_option
@click.pass_context
def settle(
    context: click.Context,
    *,
    attempts: tuple[str, ...],
    charge: str | None,
    from_log: bool,
    as_json: bool,
    **_: object,
) -> None:
    """Settle calls whose charge is unknown, which counts as spent until then.

    By hand, with the ids that “ledger --json” gives and what is known of them; it can be done over, and taken
    back with --unknown. Or from the gateway's log, where it offers one: what that doesn't prove stays
    unknown. Exits with 1 when not all of it could be done.
    """
    run = this_run(context)
    if from_log:
        if attempts or charge:
            raise click.UsageError("Use --from-log alone: it asks about all unknown calls.")
        context.exit(_print_read(asyncio.run(_ask_log(run)), as_json=as_json))
    if not attempts or charge is None:
        raise click.UsageError(
            "Give the ids of attempts with --charged, --not-charged or --unknown, or use --from-log."
        )
    wanted = Charge(charge)
    charges = asyncio.run(_settle(run, attempts, wanted))
    context.exit(_print_settled(attempts, charges, wanted, as_json=as_json))


def _studio(run: Run) -> Studio:
    from studio.engine.compose import compose

    return compose(
        folder=run.library,
        settings=run.settings,
        model=run.catalog,
        keychain=run.keychain(),
        folders=run.folders,
    )


async def _settle(run: Run, attempts: tuple[str, ...], charge: Charge) -> dict[str, Charge]:
    """The charges of those that can be settled, as they are now."""
    async with _studio(run) as studio:
        await studio.settle(attempts, charge)
        found = await studio.library.attempts_of(attempts)
        return {attempt.id: attempt.charge for attempt in found if attempt.can_be_settled}


async def _ask_log(run: Run) -> LogRead:
    async with _studio(run) as studio:
        return await studio.settle_from_log()


def _print_settled(
    attempts: tuple[str, ...], charges: dict[str, Charge], wanted: Charge, *, as_json: bool
) -> int:
    from studio.domain.words import describe_charge

    for attempt, charge in charges.items():
        if as_json:
            print_json({"attempt": attempt, "charge": charge.value})
        else:
            click.echo(f"{attempt}: {describe_charge(charge).lower()}")
    left = [attempt for attempt in dict.fromkeys(attempts) if charges.get(attempt) is not wanted]
    for attempt in left:
        say(f"{attempt}: no call with this id, or its charge was never unknown. It was left as it is.")
    return 1 if left else 0


def _print_read(read: LogRead, *, as_json: bool) -> int:
    from studio.domain.outcome_words import sentences
    from studio.domain.words import describe

    if as_json:
        print_json(
            {
                "charged": read.charged,
                "not_charged": read.not_charged,
                "unknown": read.unknown,
                "missing": [error.why.value for error in read.missing],
                "without_key": list(read.keyless),
            }
        )
    else:
        click.echo(
            f"Settled from the gateway's log: {read.charged} charged, {read.not_charged} not charged. "
            f"Still unknown: {read.unknown}."
        )
    for error in read.missing:
        words = describe(error)
        say(sentences(words.what, words.next))
    for group in read.keyless:
        say(f"There is no key for {group} to ask with.")
    if read.unknown and read.missing:
        say("Settle what you know by hand: proofroom ledger settle ATTEMPT… --charged or --not-charged.")
    return 1 if read.missing or read.keyless else 0
