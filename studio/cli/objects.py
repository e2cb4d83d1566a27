"""The JSON objects of the command line. Money is text in CNY such as "0.33", times are ISO 8601 in UTC."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from studio.domain.charge import Charge
from studio.domain.geometry import delivered_resolution
from studio.domain.settling_words import describe_settled_job
from studio.domain.words import describe_kept

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from studio.domain.catalog import Group
    from studio.domain.job import Attempt, Job
    from studio.domain.keys import StoredKey
    from studio.domain.recipe import Recipe
    from studio.domain.version import Version
    from studio.library.ledger import LedgerEntry

Json = dict[str, object]


def version_object(version: Version, *, folder: Path) -> Json:
    """A saved version. With aspect auto `requested_…` are null, and `size_matches` unless it is false.

    `delivered_size` is the price step that its pixels are worth.
    """
    requested = version.recipe.requested_size
    return {
        "version": version.id,
        "path": str(folder / version.path),
        "sha256": version.sha256,
        "bytes": version.size,
        "mime": version.mime,
        "width": version.width,
        "height": version.height,
        "requested_width": requested.width if requested else None,
        "requested_height": requested.height if requested else None,
        "delivered_size": delivered_resolution(version.delivered).value,
        "size_matches": version.matches_size,
    }


def described_version(version: Version, *, folder: Path) -> Json:
    """A saved version with its past, as `list` and `show` give it."""
    return {
        **version_object(version, folder=folder),
        "project": version.project,
        "number": version.number,
        "created": version.created.isoformat(),
        **recipe_object(version.recipe),
        "model": version.model,
        "gateway": version.gateway,
        "group": version.group,
        "price": version.price.plain,
        "price_assumed": version.price_assumed,
        "charge": version.charge.value,
        "seconds": version.seconds,
        "request_id": version.request_id,
        "job": version.job,
        "words": version.words,
        "palette": list(version.palette),
        "arrived_after_cancel": version.arrived_after_cancel,
    }


def recipe_object(recipe: Recipe) -> Json:
    """What was asked for; `aspect` is "auto" where none was sent, `sending` null with nothing to continue,
    `composite` unless it was put together here.
    """
    return {
        "prompt": recipe.prompt,
        "aspect": recipe.aspect.value if recipe.aspect else "auto",
        "size": recipe.resolution.value,
        "thinking": recipe.thinking.value,
        "references": [reference.name or reference.sha256 for reference in recipe.references],
        "longest_edge": recipe.longest_edge,
        "parent": recipe.parent,
        "sending": recipe.sending.value if recipe.parent else None,
        "composite": asdict(recipe.composite) if recipe.composite else None,
    }


def job_object(job: Job, versions: Iterable[Version], *, folder: Path) -> Json:
    """How a job stands, as `generate` and `jobs` give it. A group in `passed_over` rested, or had no key."""
    last = job.attempts[-1] if job.attempts else None
    return {
        "job": job.id,
        "state": job.state.value,
        "charge": job_charge(job).value,
        "price": (last.price if last else job.price).plain,
        "group": last.group if last else job.group,
        "attempts": len(job.attempts),
        "request_id": last.request_id if last else "",
        "versions": [version_object(version, folder=folder) for version in versions],
        "drafts": [str(folder / draft) for draft in job.drafts],
        "words": job.words,
        "error": _error_object(job),
        "tried": [_tried_object(attempt) for attempt in job.attempts],
        "passed_over": [
            {"group": passed.group, "rests_until": passed.until.isoformat() if passed.until else None}
            for passed in job.passed_over
        ],
    }


def _tried_object(attempt: Attempt) -> Json:
    """One attempt of a job, through one group."""
    return {
        "number": attempt.number,
        "group": attempt.group,
        "price": attempt.price.plain,
        "charge": attempt.charge.value,
        "outcome": attempt.outcome.value if attempt.outcome else None,
        "status": attempt.error.status if attempt.error else None,
        "request_id": attempt.request_id,
    }


def described_job(job: Job, *, folder: Path) -> Json:
    """A job with what was asked for, as `jobs` gives it."""
    return {
        **job_object(job, (), folder=folder),
        "versions": list(job.versions),
        "placed": job.placed.isoformat(),
        "asks": job.asks,
        "gateway": job.order.gateway,
        **recipe_object(job.order.recipe),
    }


def job_charge(job: Job) -> Charge:
    """The charge of its last attempt: every earlier one was surely not charged."""
    if job.attempts:
        return job.attempts[-1].charge
    return Charge.NOT_CHARGED if job.ended else Charge.RESERVED


def _error_object(job: Job) -> Json | None:
    words = describe_settled_job(job)
    if words is None:
        return None
    last = job.attempts[-1] if job.attempts else None
    outcome = last.outcome.value if last and last.outcome else job.state.value
    return {"code": job.error.code if job.error else outcome, "message": str(words)}


def ledger_object(entry: LedgerEntry) -> Json:
    """One attempt of the ledger. `told` is what the gateway's log said it cost, in its currency; where that
    is ¥, it is the price, and `listed_price` what the call was sent at.
    """
    attempt = entry.attempt
    error = attempt.error
    said = describe_kept(error, outcome=attempt.outcome, price=attempt.price) if error else None
    settled = attempt.settlement
    return {
        "attempt": attempt.id,
        "job": attempt.job,
        "number": attempt.number,
        "started": attempt.started.isoformat(),
        "ended": attempt.ended.isoformat() if attempt.ended else None,
        "seconds": attempt.seconds,
        "project": entry.project,
        "gateway": attempt.gateway,
        "group": attempt.group,
        "size": entry.resolution.value,
        "delivered_size": entry.delivered_resolution.value if entry.delivered_resolution else None,
        "price": attempt.price.plain,
        "price_assumed": attempt.price_assumed,
        "charge": attempt.charge.value,
        "settled_by": settled.by.value if settled else None,
        "settled_at": settled.at.isoformat() if settled else None,
        "told": f"{settled.told.amount} {settled.told.currency}" if settled and settled.told else None,
        "listed_price": (attempt.listed_price or attempt.price).plain,
        "state": attempt.state.value,
        "outcome": attempt.outcome.value if attempt.outcome else None,
        "request_id": attempt.request_id,
        "error": {"code": error.code, "message": str(said)} if error else None,
    }


def group_object(group: Group, key: StoredKey | None, *, is_default: bool) -> Json:
    """One access group. A price or figure that isn't published is null."""
    from studio.domain.geometry import Resolution

    prices = {size.value: group.price(size) for size in Resolution}
    return {
        "group": group.name,
        "prices": {size: None if price is None else price.plain for size, price in prices.items()},
        "latency": _number(group.latency),
        "throughput": _number(group.throughput),
        "uptime": _number(group.uptime),
        "key": key.source.value if key else None,
        "price_assumed": bool(key and key.assumed),
        "default": is_default,
    }


def _number(figure: object | None) -> float | None:
    return None if figure is None else float(str(figure))
