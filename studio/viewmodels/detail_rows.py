"""What stands in the table of details, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from studio.domain.charge import Charge
from studio.domain.marks import POOR_FIT
from studio.domain.recipe import DEMO_GATEWAY
from studio.domain.words import describe_charge, describe_state
from studio.viewmodels.settling_words import settled_words
from studio.viewmodels.tile import delivered_words
from studio.viewmodels.wording import (
    bytes_words,
    first_words,
    share_words,
    translate,
    type_words,
    whole_time,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.job import Attempt, Job
    from studio.domain.marks import Composite
    from studio.domain.version import Version
    from studio.viewmodels.job_card import JobCard

_PROMPT = 150
_SHORT_ID = 14


@dataclass(frozen=True, slots=True)
class DetailRow:
    """`whole` is the text behind a shortened value, and what is copied; `warns` marks what isn't as asked."""

    id: str
    label: str
    value: str
    whole: str = ""
    copyable: bool = False
    warns: bool = False


def version_rows(
    version: Version, *, problem: str = "", tree: Sequence[Version] = ()
) -> tuple[DetailRow, ...]:
    """Everything that is known of a version but its palette and its tree; `problem` is its file's, `tree`
    holds the versions that it stands among, once they are known.
    """
    rows = [_prompt(version.recipe.prompt)]
    rows.append(DetailRow("size", translate("details", "Size"), size_words(version)))
    if problem:
        rows.append(DetailRow("problem", translate("details", "File"), problem, warns=True))
    if version.is_imported:
        return (*rows, *_imported_rows(version))
    if version.recipe.composite is not None:
        return (*rows, *_composite_rows(version, version.recipe.composite, tree))
    return (*rows, *_sent_rows(version), *_answer_rows(version, tree))


def _sent_rows(version: Version) -> tuple[DetailRow, ...]:
    """Of what a call brought: what was sent, and what that cost."""
    rows = [_asked(version)] if version.matches_size is False else []
    rows.append(DetailRow("group", translate("details", "Group"), version.group))
    rows.append(DetailRow("cost", translate("details", "Cost"), cost_words(version)))
    rows.append(_request_id(version.request_id))
    rows.append(DetailRow("created", translate("details", "Created"), whole_time(version.created)))
    if version.recipe.references:
        names = ", ".join(reference.name or reference.sha256[:8] for reference in version.recipe.references)
        rows.append(DetailRow("references", translate("details", "References"), names))
    return tuple(rows)


def _answer_rows(version: Version, tree: Sequence[Version]) -> tuple[DetailRow, ...]:
    """The rest of it: what came beside the picture, and what became of that."""
    rows: list[DetailRow] = []
    if version.words.strip():
        wrote = first_words(version.words, 240)
        rows.append(DetailRow("words", translate("details", "It wrote"), wrote, version.words))
    if version.answers_region and tree:
        rows.append(_region(version, tree))
    if version.arrived_after_cancel:
        late = translate("details", "Arrived after cancel")
        rows.append(DetailRow("arrived", translate("details", "State"), late))
    return tuple(rows)


def _asked(version: Version) -> DetailRow:
    """What was asked for where something else came: "5504 × 3072 · paid 4K, got 1K"."""
    asked = version.recipe.requested_size
    words = " · ".join(filter(None, (str(asked) if asked else "", delivered_words(version))))
    return DetailRow("asked", translate("details", "Asked"), words, warns=True)


def _imported_rows(version: Version) -> tuple[DetailRow, ...]:
    """Of what was made elsewhere: where it came from instead of what it cost."""
    elsewhere = translate("details", "Imported, made elsewhere")
    name = first_words(version.words, 60)
    return (
        DetailRow("origin", translate("details", "Origin"), elsewhere),
        DetailRow("original", translate("details", "Original file"), name, version.words),
        DetailRow("created", translate("details", "Imported"), whole_time(version.created)),
    )


def _composite_rows(version: Version, composite: Composite, tree: Sequence[Version]) -> tuple[DetailRow, ...]:
    """Of what was put together here: of what, and how well they lay over each other."""
    numbers = {one.id: one.number for one in tree}
    parent, answer = numbers.get(version.recipe.parent or ""), numbers.get(composite.answer)
    words = translate("details", "Put together from versions {parent} and {answer} · fit {fit}")
    if parent is None or answer is None:
        words = translate("details", "Put together here · fit {fit}")
    words = words.format(parent=parent, answer=answer, fit=share_words(composite.fit))
    poor = composite.fit < POOR_FIT
    return (
        DetailRow("origin", translate("details", "Origin"), words, warns=poor),
        DetailRow("cost", translate("details", "Cost"), cost_words(version)),
        DetailRow("created", translate("details", "Created"), whole_time(version.created)),
    )


def _region(answer: Version, tree: Sequence[Version]) -> DetailRow:
    """What became of an answer that was to change a region only."""
    made = [one for one in tree if one.recipe.composite and one.recipe.composite.answer == answer.id]
    words = translate("details", "Not put together with its parent")
    if made:
        words = translate("details", "Put together as version {number}").format(number=made[-1].number)
    return DetailRow("region", translate("details", "Region"), words)


def job_rows(job: Job, card: JobCard) -> tuple[DetailRow, ...]:
    """Everything that is known of a job that is no picture (yet)."""
    last = job.attempts[-1] if job.attempts else None
    rows = [
        _prompt(job.order.recipe.prompt),
        DetailRow("state", translate("details", "State"), describe_state(job.state, translate)),
        DetailRow("size", translate("details", "Size"), _asked_words(job)),
        DetailRow("group", translate("details", "Group"), job.group),
    ]
    rows.append(DetailRow("cost", translate("details", "Cost"), _job_cost(job, last)))
    if last:
        made = "\n".join(card.tries) or str(last.number)
        rows.append(DetailRow("attempts", translate("details", "Attempts"), made))
        if last.request_id:
            rows.append(_request_id(last.request_id))
    if job.words.strip():
        rows.append(
            DetailRow("words", translate("details", "It wrote"), first_words(job.words, 400), job.words)
        )
    if card.advice:
        rows.append(DetailRow("next", translate("details", "Next"), card.advice))
    return tuple(rows)


def _job_cost(job: Job, last: Attempt | None) -> str:
    """ "¥0.25 · Unknown charge", "¥0.25 · Charged · settled by hand on 26 Nov 2026"."""
    if last is not None and last.settlement is not None:
        return f"{last.price} · {settled_words(last)}"
    charge = describe_charge(last.charge if last else Charge.RESERVED, translate)
    return f"{job.price} · {charge}"


def size_words(version: Version) -> str:
    """Pixels, type and bytes: "2752 × 1536 · PNG · 6.1 MB"."""
    # Number and unit stay on one line.
    weight = bytes_words(version.size).replace(" ", "\u00a0")
    return f"{version.delivered} · {type_words(version.mime)} · {weight}"


def cost_words(version: Version) -> str:
    """Price, time, and the charge where it isn't simply the price: "¥0.25 · 13.8 s"."""
    parts = [str(version.price)]
    if version.seconds is not None:
        seconds = QLocale().toString(version.seconds, "f", 1)
        parts.append(translate("details", "{seconds} s").format(seconds=seconds))
    if version.gateway == DEMO_GATEWAY:
        parts.append(translate("details", "demo"))
    if version.charge is not Charge.CHARGED:
        parts.append(describe_charge(version.charge, translate).lower())
    if version.price_assumed:
        assumed = translate("details", "if this key bills at {group}").format(group=version.group)
        parts.append(assumed)
    return " · ".join(parts)


def _prompt(prompt: str) -> DetailRow:
    words = first_words(prompt, _PROMPT) or "—"
    return DetailRow("prompt", translate("details", "Prompt"), words, prompt)


def _asked_words(job: Job) -> str:
    size = job.order.recipe.requested_size
    step = job.order.recipe.resolution.value
    return f"{step} · {size}" if size else step


def _request_id(request_id: str) -> DetailRow:
    label = translate("details", "Request id")
    if not request_id:
        return DetailRow("request_id", label, "—")
    short = request_id if len(request_id) <= _SHORT_ID else f"{request_id[:6]}…{request_id[-4:]}"
    return DetailRow("request_id", label, short, request_id, copyable=True)
