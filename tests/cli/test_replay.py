"""`proofroom replay`: edits made once more, the price before, the pictures after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.gateways import picture

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.running import Proofroom


@pytest.fixture
def chain(proofroom: Proofroom) -> list[str]:
    """A lighthouse, warmer, then with fog: made by the demo."""
    ids: list[str] = []
    for prompt in ("a lighthouse", "warmer", "more fog"):
        more = ("--from", ids[-1]) if ids else ()
        done = proofroom("generate", prompt, *more, "--size", "0.5K", "--gateway", "demo", "--json")
        assert done.code == 0, done.err
        ids.append(done.object["versions"][0]["version"])
    return ids


def test_the_price_is_said_before_and_each_step_is_saved_in_a_tree_of_its_own(
    proofroom: Proofroom, chain: list[str]
) -> None:
    priced = proofroom("replay", chain[-1], "--size", "1K", "--gateway", "demo", "--estimate", "--json")
    assert priced.code == 0, priced.err
    steps = priced.object["steps"]
    assert [(step["of"], step["size"], step["price"]) for step in steps] == [
        (version, "1K", "0.00") for version in chain
    ]
    assert len(proofroom("list", "--json").objects) == 3
    done = proofroom("replay", chain[-1], "--size", "1K", "--gateway", "demo")
    assert done.code == 0, done.err
    assert "3. more fog · 1K · ¥0.00\nTogether ¥0.00" in done.err
    assert len(done.out.splitlines()) == 3
    newest = proofroom("list", "--json").objects[0]["version"]
    tree = proofroom("show", newest, "--json").object["tree"]
    assert len(tree) == 3
    assert not set(tree) & set(chain)


def test_the_edits_are_made_of_a_file(proofroom: Proofroom, chain: list[str], tmp_path: Path) -> None:
    harbour = tmp_path / "harbour.png"
    harbour.write_bytes(picture())
    done = proofroom("replay", chain[-1], "--on", str(harbour), "--gateway", "demo", "--json")
    assert done.code == 0, done.err
    assert [job["state"] for job in done.objects] == ["saved", "saved"]
    first = proofroom("show", done.objects[0]["versions"][0]["version"], "--json").object
    assert len(first["tree"]) == 2


def test_above_the_ceiling_or_without_edits_nothing_is_sent(proofroom: Proofroom, chain: list[str]) -> None:
    run = proofroom.with_key()
    over = run("replay", chain[-1], "--group", "官KEY-3.5折", "--max-cost", "0.10")
    assert over.code == 4
    assert "more than the ceiling of ¥0.10. Nothing was sent" in over.err
    none = proofroom("replay", chain[0], "--on", chain[1], "--gateway", "demo")
    assert none.code == 2
    assert "no edits here" in none.err
    assert len(proofroom("list", "--json").objects) == 3
