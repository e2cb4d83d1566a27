"""In what two catalogs differ, and in which words it is told."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from studio.domain.catalog import Group, Model
from studio.domain.catalog_changes import Change, ChangeKind, changes, price_changes
from studio.domain.catalog_words import ChangeWords, describe_change, tell_change
from studio.domain.geometry import Resolution
from studio.domain.money import Money
from tests.domain.making import group, model


def told(old: Model, new: Model) -> list[str]:
    return [tell_change(change) for change in changes(old, new)]


def test_what_an_update_would_change() -> None:
    old = model(group("a", "0.05", "0.07", latency="10"), group("gone", "0.30", "0.20"))
    new = model(group("a", "0.05", "0.08", "0.11", uptime="50"), group("new", "0.09"))
    money = Money.parse
    assert changes(old, new) == (
        Change(ChangeKind.PRICE_UP, "a", "1K", money("0.07"), money("0.08")),
        Change(ChangeKind.NEW_PRICE, "a", "2K", None, money("0.11")),
        Change(ChangeKind.FIGURE, "a", "latency", Decimal(10), None),
        Change(ChangeKind.FIGURE, "a", "uptime", None, Decimal(50)),
        Change(ChangeKind.GROUP_GONE, "gone", "group", money("0.20"), None),
        Change(ChangeKind.NEW_GROUP, "new", "group", None, money("0.09")),
    )


def priced(name: str, fen: list[int]) -> Group:
    return group(name, *(Money.from_fen(one).plain for one in fen))


groups = st.lists(
    st.builds(
        priced,
        st.sampled_from("abcde"),
        st.lists(st.integers(1, 500), min_size=1, max_size=4),
    ),
    unique_by=lambda one: one.name,
    max_size=5,
)


@given(groups, groups)
def test_nothing_changes_only_where_nothing_differs(old: list[Group], new: list[Group]) -> None:
    before, after = model(*old), model(*new)
    assert changes(before, before) == ()
    differs = {one.name: one for one in before.groups} != {one.name: one for one in after.groups}
    assert bool(changes(before, after)) == differs
    assert len(changes(after, before)) == len(changes(before, after))


@given(groups, groups)
def test_every_change_has_its_opposite(old: list[Group], new: list[Group]) -> None:
    opposite = {
        ChangeKind.PRICE_UP: ChangeKind.PRICE_DOWN,
        ChangeKind.NEW_PRICE: ChangeKind.PRICE_GONE,
        ChangeKind.NEW_GROUP: ChangeKind.GROUP_GONE,
        ChangeKind.NEW_SIZE: ChangeKind.SIZE_GONE,
        ChangeKind.FIGURE: ChangeKind.FIGURE,
    }
    opposite |= {after: before for before, after in opposite.items()}
    forth, back = changes(model(*old), model(*new)), changes(model(*new), model(*old))
    turned = {Change(opposite[one.kind], one.group, one.what, one.new, one.old) for one in forth}
    assert turned == set(back)


def test_each_change_is_told_in_a_sentence() -> None:
    old = model(group("a{b}", "0.05", "0.07", "0.30", uptime="62.50"), group("gone", "0.30"))
    new = model(group("a{b}", "0.06", "0.05", uptime="100"), group("come", "0.09", "0.04"))
    assert told(old, new) == [
        "a{b}: 0.5K per call is up from ¥0.05 to ¥0.06.",
        "a{b}: 1K per call is down from ¥0.07 to ¥0.05.",
        "a{b}: 2K per call has no price any more; it was ¥0.30.",
        "a{b}: Uptime was 62.5%, is 100%.",
        "gone is no longer there.",
        "come is a new group, from ¥0.04.",
    ]
    assert told(new, old)[2] == "a{b}: 2K per call is ¥0.30; no price was known before."


def test_a_size_that_can_not_be_asked_for_is_told_nevertheless() -> None:
    old = model(group("a", "0.05"))
    new = replace(old, resolutions=(Resolution.ONE_K,), other_sizes=("8K",))
    assert told(old, new)[0] == "The size 8K is new. Proofroom can't ask for it yet."
    assert told(old, new)[1] == "The size 0.5K is no longer there."
    assert describe_change(changes(old, new)[0]) == ChangeWords("Model", "New size", "—", "8K")
    assert describe_change(changes(new, old)[-1]) == ChangeWords("Model", "No longer there", "8K", "—")


def test_prices_of_groups_that_came_or_went_are_told_size_by_size() -> None:
    old = model(group("a", "0.05", "0.07", latency="10"), group("gone", "0.30"))
    new = model(group("a", "0.05", "0.08", uptime="50"), group("new", "0.09", "0.10"))
    money = Money.parse
    assert price_changes(old, new) == (
        Change(ChangeKind.PRICE_UP, "a", "1K", money("0.07"), money("0.08")),
        Change(ChangeKind.PRICE_GONE, "gone", "0.5K", money("0.30"), None),
        Change(ChangeKind.NEW_PRICE, "new", "0.5K", None, money("0.09")),
        Change(ChangeKind.NEW_PRICE, "new", "1K", None, money("0.10")),
    )


@given(groups, groups)
def test_the_changes_of_prices_lead_from_the_old_to_the_new(old: list[Group], new: list[Group]) -> None:
    before, after = model(*old), model(*new)
    prices = {(one.name, size.value): one.price(size) for one in before.groups for size in Resolution}
    for change in price_changes(before, after):
        assert prices.get((change.group, change.what)) == change.old
        prices[change.group, change.what] = change.new if isinstance(change.new, Money) else None
    known = {at: price for at, price in prices.items() if price is not None}
    wanted = {(one.name, size.value): one.price(size) for one in after.groups for size in Resolution}
    assert known == {at: price for at, price in wanted.items() if price is not None}
