"""`ledger`: every call with its charge, as a list, as sums, or as a file for a spreadsheet."""

from __future__ import annotations

import asyncio
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from studio.cli.budgets import budgets, in_words, standings_of
from studio.cli.context import Run, json_option, library_option, this_run
from studio.cli.kinds import SizeType
from studio.cli.output import NOTHING, local_time, money, print_json, print_table, say, sizes
from studio.cli.settle import settle

if TYPE_CHECKING:
    from studio.domain.spending import By, LedgerFilter, Spending
    from studio.library.ledger import LedgerEntry, Spent

_CHARGES = ("charged", "not_charged", "unknown", "reserved")
_BY = ("day", "project", "group", "size", "charge")
_PAGE = 2000
_day = click.DateTime(("%Y-%m-%d",))


@click.group(invoke_without_command=True)
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="List at most so many.")
@click.option("--by", type=click.Choice(_BY), help="Add up instead of listing. The demo is left out.")
@click.option(
    "--csv",
    "file",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    metavar="FILE",
    help="Write all of them into FILE (- for standard output).",
)
@click.option("--since", type=_day, metavar="DAY", help="From the beginning of this day on: 2026-11-22.")
@click.option("--until", type=_day, metavar="DAY", help="To the end of this day.")
@click.option("--project", default="", metavar="NAME", help="Of this project only.")
@click.option("--group", default="", metavar="NAME", help="Through this group only.")
@click.option("--size", type=SizeType(), help="Of this size only.")
@click.option("--charge", type=click.Choice(_CHARGES), help="With this charge only.")
@library_option
@json_option
@click.pass_context
def ledger(
    context: click.Context,
    *,
    limit: int,
    by: str | None,
    file: Path | None,
    as_json: bool,
    **filters: Any,
) -> None:
    """List every call with its charge, newest first, what was spent today, and what is left of budgets."""
    from studio.domain.spending import By

    if context.invoked_subcommand:
        return
    if sum((by is not None, file is not None)) > 1 or (file is not None and as_json):
        raise click.UsageError("Use one of --by and --csv, and --csv without --json.")
    run, chosen = this_run(context), _filter(filters)
    if file is not None:
        _export(run, chosen, file)
    elif by is not None:
        _print_sums(asyncio.run(_sums(run, By(by), chosen)), By(by), as_json=as_json)
    else:
        _list(run, chosen, limit=limit, as_json=as_json)


ledger.add_command(settle)
ledger.add_command(budgets)


def _filter(given: dict[str, Any]) -> LedgerFilter:
    from studio.domain.charge import Charge
    from studio.domain.geometry import Resolution
    from studio.domain.spending import LedgerFilter
    from studio.engine.days import local_day

    noon = timedelta(hours=12)
    since, until = (
        None if (day := given[name]) is None else local_day((day + noon).astimezone())
        for name in ("since", "until")
    )
    return LedgerFilter(
        since=since[0] if since else None,
        until=until[1] if until else None,
        project=given["project"],
        group=given["group"],
        resolution=Resolution(given["size"]) if given["size"] else None,
        charge=Charge(given["charge"]) if given["charge"] else None,
    )


def _list(run: Run, chosen: LedgerFilter, *, limit: int, as_json: bool) -> None:
    from studio.cli.objects import ledger_object

    entries, spent = asyncio.run(_entries(run, chosen, limit=limit))
    if as_json:
        for entry in entries:
            print_json(ledger_object(entry))
        return
    if entries:
        print_table(
            ("Started", "Job", "Group", "Size", "Price", "Charge", "Request id"), map(_ledger_row, entries)
        )
    click.echo(
        f"Today: {spent.total} ({spent.charged} charged, {spent.unknown} unknown, {spent.reserved} reserved)"
    )
    for standing in standings_of(run):
        click.echo(in_words(standing))


async def _entries(run: Run, chosen: LedgerFilter, *, limit: int) -> tuple[tuple[LedgerEntry, ...], Spent]:
    from studio.engine.days import local_day
    from studio.library.library import Library

    async with Library.reader(run.library) as reader:
        page = await reader.ledger_page(chosen, limit=limit)
        return page.entries, await reader.spent(*local_day(datetime.now().astimezone()))


async def _sums(run: Run, by: By, chosen: LedgerFilter) -> tuple[Spending, ...]:
    from studio.library.library import Library

    async with Library.reader(run.library) as reader:
        return await reader.ledger_sums(by, chosen)


def _export(run: Run, chosen: LedgerFilter, path: Path) -> None:
    """All of it, or nothing: a file that was there stays until the new one is whole."""
    if str(path) == "-":
        asyncio.run(_write(run, chosen, sys.stdout))
        return
    unfinished = path.with_name(f"{path.name}.tmp")
    try:
        # With a mark of UTF-8 at its beginning: spreadsheets take it for another encoding else.
        with unfinished.open("w", encoding="utf-8-sig", newline="") as file:
            written = asyncio.run(_write(run, chosen, file))
        unfinished.replace(path)
    except OSError as error:
        raise click.FileError(str(path), hint=error.strerror) from error
    finally:
        unfinished.unlink(missing_ok=True)
    say(f"{written:,} calls written to {path}.")


async def _write(run: Run, chosen: LedgerFilter, file: TextIO) -> int:
    from studio.library.ledger_csv import write_entries, write_head
    from studio.library.library import Library

    written, before = 0, None
    async with Library.reader(run.library) as reader:
        write_head(file)
        while True:
            page = await reader.ledger_page(chosen, limit=_PAGE, before=before)
            write_entries(file, page.entries)
            written, before = written + len(page.entries), page.before
            if before is None:
                return written


def _print_sums(sums: tuple[Spending, ...], by: By, *, as_json: bool) -> None:
    if as_json:
        for one in sums:
            print_json(_sum_object(one, by))
    elif sums:
        head = (by.value.capitalize(), "Calls", "Charged", "Unknown", "Reserved", "Kept", "Per kept picture")
        print_table(head, map(_sum_row, sums))
    else:
        click.echo("Nothing was spent.")


def _sum_object(one: Spending, by: By) -> dict[str, object]:
    return {
        by.value: one.name,
        "calls": one.calls,
        "charged": one.charged.plain,
        "unknown": one.unknown.plain,
        "reserved": one.reserved.plain,
        "spent": one.spent.plain,
        "pictures": one.pictures,
        "kept": one.kept,
        "per_kept": None if one.per_kept is None else round(one.per_kept, 4),
    }


def _sum_row(one: Spending) -> tuple[str, ...]:
    return (
        one.name,
        f"{one.calls:,}",
        *map(money, (one.charged, one.unknown, one.reserved)),
        f"{one.kept:,} of {one.pictures:,}",
        NOTHING if one.per_kept is None else f"¥{one.per_kept:,.2f}",
    )


def _ledger_row(entry: LedgerEntry) -> tuple[str, ...]:
    from studio.domain.words import describe_charge

    attempt, settled = entry.attempt, entry.attempt.settlement
    return (
        local_time(attempt.started),
        attempt.job,
        attempt.group,
        _size(entry),
        f"{attempt.price}{' assumed' if attempt.price_assumed else ''}",
        f"{describe_charge(attempt.charge)}{f' (by {settled.by.value})' if settled else ''}",
        attempt.request_id or NOTHING,
    )


def _size(entry: LedgerEntry) -> str:
    """The size that was paid for, and what came where that is another."""
    paid, got = entry.resolution, entry.delivered_resolution
    return paid.value if got in {None, paid} else sizes(paid, got)
