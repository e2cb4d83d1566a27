"""When which price changed, as a person reads and copies it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from studio.domain.catalog import Group, Model, Price
from studio.domain.geometry import Resolution
from studio.domain.money import Money
from studio.viewmodels.price_history import PriceHistoryViewModel, price_history
from tests.support.window import page_model, run_in_window, surroundings, until

CHEAP, SURE = "官KEY-1.5折", "官KEY-3.5折"


def priced(model: Model, group: str, amount: str, day: int) -> Model:
    """The catalog of a later day, with this group at this price for 1K."""
    new = Price(Resolution.ONE_K, Money.parse(amount))

    def changed(one: Group) -> Group:
        if one.name != group:
            return one
        return replace(
            one, prices=tuple(new if price.resolution is new.resolution else price for price in one.prices)
        )

    return replace(model, groups=tuple(changed(one) for one in model.groups), read_on=date(2026, 11, day))


def test_each_change_has_its_day_the_newest_first() -> None:
    first = page_model()
    second = priced(first, SURE, "0.17", 23)
    third = priced(second, CHEAP, "0.06", 25)
    state = price_history((first, second, third))
    assert state.about == "Known since 20 Nov 2026."
    assert state.table.rows == (
        ("25 Nov 2026", CHEAP, "1K", "¥0.07", "¥0.06", "−14.3 %"),
        ("23 Nov 2026", SURE, "1K", "¥0.16", "¥0.17", "+6.2 %"),
    )


def test_groups_that_come_and_go_are_told_with_all_their_prices() -> None:
    whole = page_model()
    without = replace(whole, groups=whole.groups[1:], read_on=None)
    rows = price_history((whole, without, whole)).table.rows
    assert rows[0] == ("20 Nov 2026", CHEAP, "0.5K", "—", "¥0.05", "new")
    assert rows[4] == ("—", CHEAP, "0.5K", "¥0.05", "—", "no longer there")
    assert len(rows) == 8


def test_it_says_where_nothing_is_known_and_where_nothing_changed() -> None:
    model = page_model()
    assert price_history(()).about == "Prices were never updated: there is nothing to compare yet."
    faster = replace(model, groups=tuple(replace(group, latency=None) for group in model.groups))
    unchanged = price_history((model, faster))
    assert unchanged.table.rows == ()
    assert unchanged.about == "Known since 20 Nov 2026. No price has changed since."
    assert "came with Proofroom" in price_history((replace(model, read_on=None), model)).about


def test_what_a_person_accepts_is_kept_with_what_was_before(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    history = PriceHistoryViewModel(session=around.session, tasks=around.tasks)

    async def story() -> None:
        async with around.engine():
            await around.session.accept_catalog(page_model())
            await around.session.accept_catalog(priced(page_model(), SURE, "0.17", 23))
            history.read()
            await until(lambda: history.state.about)

    run_in_window(qapp, story())
    assert ("23 Nov 2026", SURE, "1K", "¥0.16", "¥0.17", "+6.2 %") in history.state.table.rows
