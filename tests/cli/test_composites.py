"""What was put together is shown with what it is made of, and how well that fits."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tests.engine.test_compositing import GOOD_ANSWER, edited, parent_in
from tests.engine.workshop import Workshop
from tests.support.scripted_gateway import ScriptedGateway

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.version import Version
    from tests.cli.running import Proofroom


async def protected_edit(folder: Path) -> tuple[Version, ...]:
    async with ScriptedGateway(GOOD_ANSWER) as gateway, Workshop(folder, gateway.address).open() as studio:
        return await edited(studio, await parent_in(studio))


def test_show_says_what_a_version_was_put_together_of(proofroom: Proofroom) -> None:
    answer, composite = asyncio.run(protected_edit(proofroom.library))
    shown = proofroom("show", composite.id)
    assert f"Put together: with {answer.id}, fit 9" in shown.out
    assert "Cost: ¥0.00 (not charged)" in shown.out
    told = proofroom("show", composite.id, "--json").object
    assert told["composite"]["answer"] == answer.id
    assert told["composite"]["fit"] > 0.9
    assert (told["gateway"], told["price"], told["parent"]) == ("local", "0.00", answer.recipe.parent)
    assert proofroom("show", answer.id, "--json").object["composite"] is None


def test_the_ledger_has_the_answer_alone(proofroom: Proofroom) -> None:
    asyncio.run(protected_edit(proofroom.library))
    ledger = proofroom("ledger", "--json")
    assert ledger.code == 0, ledger.err
    entries = [one for one in ledger.objects if "attempt" in one]
    assert [(one["price"], one["charge"]) for one in entries] == [("0.25", "charged")]
