"""Budgets on the command line: what an order would leave, that it is refused, and how they stand."""

import asyncio

from studio.domain.budget import Budgets
from studio.domain.money import Money
from studio.library.library import Library
from studio.settings import Folders, Settings, save_settings
from tests.cli.gateways import failing, scripted, with_picture
from tests.cli.running import Proofroom
from tests.library.scenes import library_in


def limit(proofroom: Proofroom, *, day: str = "", month: str = "", project: str = "") -> None:
    """Set budgets, the project's of the project that the command line generates into."""
    budgets = Budgets(*(Money.parse(text) if text else None for text in (day, month)))
    folders = Folders(config=proofroom.config, state=proofroom.home, pictures=proofroom.home)
    save_settings(folders, Settings(budgets=budgets))
    if project:
        asyncio.run(_limit_project(library_in(proofroom.library, thumbnails=False), Money.parse(project)))


async def _limit_project(library: Library, budget: Money) -> None:
    async with library:
        await library.curator.set_budget("Sketches", budget)


def test_an_estimate_tells_what_would_be_left(proofroom: Proofroom) -> None:
    limit(proofroom, day="20", month="300")
    done = proofroom("estimate", "a fox", "--size", "2K", "--count", "6")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[1:] == [
        "¥20.00 of ¥20.00 left today → ¥18.50",
        "¥300.00 of ¥300.00 left this month → ¥298.50",
    ]
    told = proofroom("estimate", "a fox", "--size", "2K", "--count", "6", "--json").object["budgets"]
    assert told[0] == {
        "budget": "day",
        "project": None,
        "limit": "20.00",
        "used": "0.00",
        "left": "20.00",
        "left_then": "18.50",
    }


def test_an_estimate_over_a_budget_says_so(proofroom: Proofroom) -> None:
    limit(proofroom, project="0.40")
    done = proofroom("estimate", "a fox", "--count", "3", "--json")
    assert (done.code, done.err) == (4, "Over the budget of Sketches: ¥0.40 left of ¥0.40.\n")
    assert [(one["budget"], one["left_then"]) for one in done.object["budgets"]] == [("project", None)]
    assert proofroom("estimate", "a fox", "--count", "3", "--gateway", "demo").code == 0


def test_an_order_over_a_budget_is_refused_and_sends_nothing(proofroom: Proofroom) -> None:
    limit(proofroom, day="0.40")
    run = proofroom.with_key()
    with scripted(with_picture()) as gateway:
        order = ("generate", "a fox", "--gateway", gateway.url)
        assert run(*order).code == 0
        done = run(*order, "--count", "2", "--json")
        assert done.code == 4
        assert done.object == {
            "error": "over_budget",
            "wanted": "0.32",
            "budget": "day",
            "project": None,
            "limit": "0.40",
            "used": "0.16",
            "left": "0.24",
        }
        assert "Over today's budget: ¥0.24 left of ¥0.40, and this may cost ¥0.32." in done.err
        assert "Nothing was sent, so it cost nothing." in done.err
        assert run(*order).code == 0
        assert len(gateway.received) == 2
    assert len(proofroom("jobs", "--all", "--json").objects) == 2


def test_what_may_have_been_charged_counts_and_what_was_not_does_not(proofroom: Proofroom) -> None:
    limit(proofroom, day="0.40", month="9")
    run = proofroom.with_key()
    with scripted(failing(502, "bad gateway"), failing(401, "no such key")) as gateway:
        order = ("generate", "a fox", "--gateway", gateway.url)
        run(*order)
        run(*order)
    told = proofroom("ledger", "budgets", "--json").objects
    assert [(one["budget"], one["used"], one["left"]) for one in told] == [
        ("day", "0.16", "0.24"),
        ("month", "0.16", "8.84"),
    ]
    assert "¥0.24 of ¥0.40 left today" in proofroom("ledger").out.splitlines()


def test_without_budgets_there_is_nothing_to_tell(proofroom: Proofroom) -> None:
    assert proofroom("ledger", "budgets").out == "There are no budgets.\n"
    assert proofroom("ledger", "budgets", "--json").out == ""
