"""What a row of the ledger says, the days of its chart, and the text of a claim."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.charge import Charge, Outcome
from studio.domain.geometry import PixelSize, Resolution
from studio.domain.job import ErrorWords, JobState
from studio.domain.money import Money
from studio.domain.settlement import SettledBy, Settlement, Told
from studio.domain.spending import Spending
from studio.library.ledger import LedgerEntry
from studio.library.ledger_rows import LedgerRow
from studio.viewmodels.ledger_choice import LedgerChoice, Period, days_of, filter_of
from studio.viewmodels.ledger_claim import claim_text
from studio.viewmodels.ledger_days import newest_days
from studio.viewmodels.ledger_words import Column, cell_words, outcome_words, row_words
from studio.viewmodels.settling_words import settled_words
from tests.domain.making import NOON, attempt

TODAY = date(2026, 11, 22)
KEY = "sk-0123456789abcdef"


def entry(charge: Charge = Charge.CHARGED, **changed: object) -> LedgerEntry:
    """An attempt of the size 4K at noon; `changed` are fields of the attempt."""
    made = replace(
        attempt(JobState.SAVED, charge), outcome=Outcome.PICTURE, request_id="req-1", ended=NOON, **changed
    )
    return LedgerEntry(made, "Sketches", Resolution.FOUR_K, PixelSize(4096, 4096))


def lost(request_id: str = "req-2") -> LedgerEntry:
    """An attempt whose answer never came."""
    error = ErrorWords("lost", reason="timeout", message=f"Incorrect API key provided: {KEY}")
    made = entry(Charge.UNKNOWN, error=error)
    return replace(
        made,
        attempt=replace(made.attempt, outcome=Outcome.LOST, request_id=request_id),
        delivered=None,
    )


def words(one: LedgerEntry, column: Column) -> str:
    return cell_words(one, column, TODAY)


def test_a_size_says_what_came_only_where_it_is_another() -> None:
    assert words(entry(), Column.SIZE) == "4K"
    assert words(replace(entry(), delivered=PixelSize(1024, 1024)), Column.SIZE) == "4K, got 1K"
    assert words(lost(), Column.SIZE) == "4K"


def test_an_assumed_price_says_so() -> None:
    assert words(entry(), Column.PRICE) == "¥0.25"
    assert words(entry(price_assumed=True), Column.PRICE) == "assumed ¥0.25"


def test_what_the_demo_made_says_so() -> None:
    assert words(entry(Charge.NOT_CHARGED, gateway="demo"), Column.CHARGE) == "Demo"


def test_a_time_says_its_year_where_it_is_another() -> None:
    local = NOON.astimezone()
    assert words(entry(), Column.TIME) == f"22 Nov, {local:%H:%M}"
    assert cell_words(entry(), Column.TIME, date(2027, 1, 1)) == f"22 Nov 2026, {local:%H:%M}"


def test_an_outcome_is_told_in_words_while_it_is_under_way_too() -> None:
    assert words(entry(), Column.OUTCOME) == "The picture is saved."
    under_way = replace(attempt(JobState.WAITING, Charge.RESERVED))
    assert outcome_words(under_way) == "Waiting"
    assert outcome_words(lost().attempt).startswith("No answer came in time.")


def test_a_screen_reader_hears_the_whole_row() -> None:
    said = row_words(lost("8f31aa00-0000-4000-8000-0000000000c2"), TODAY)
    for part in ("Sketches", "官KEY-3.5折", "4K", "¥0.25", "Unknown", "8f31aa00-0000-4000-8000-0000000000c2"):
        assert part in said


def test_a_claim_says_when_what_and_how_much_but_not_what_the_gateway_repeated() -> None:
    rows = (
        LedgerRow(3, lost()),
        LedgerRow(2, lost("")),
        LedgerRow(1, replace(entry(price_assumed=True), delivered=PixelSize(1024, 1024)), "version"),
    )
    text = claim_text(rows)
    assert "https://bananarouter.com" in text
    assert (
        "2026-11-22 12:00:00 · request id req-2 · 官KEY-3.5折 · 4K · ¥0.25 · No answer came in time" in text
    )
    assert "no request id came" in text
    assert "¥0.50 at most" in text
    assert "request id req-1 · 官KEY-3.5折 · 4K · ¥0.25 (assumed) · got 1K (1024 × 1024)" in text
    assert KEY not in text


def settled(
    by: SettledBy, charge: Charge = Charge.CHARGED, *, told: str = "", year: int = 2026
) -> LedgerEntry:
    """A lost attempt whose charge is known by now."""
    how = Settlement(
        charge,
        by,
        NOON.replace(year=year),
        Told(Decimal(told), "CNY") if told else None,
    )
    made = lost().attempt
    counts = (how.told.money if how.told else None) or made.price
    changed = replace(
        made,
        charge=charge,
        settlement=how,
        price=counts,
        listed_price=None if counts == made.price else made.price,
    )
    return replace(lost(), attempt=changed)


def test_a_settled_charge_says_who_says_so_and_when() -> None:
    by_hand = settled(SettledBy.HAND, Charge.NOT_CHARGED)
    assert words(by_hand, Column.CHARGE) == "Not charged · by hand"
    assert settled_words(by_hand.attempt, TODAY) == "Not charged · settled by hand on 22 Nov"
    assert "Not charged · settled by hand on 22 Nov" in row_words(by_hand, TODAY)
    earlier = settled(SettledBy.HAND, year=2025)
    assert settled_words(earlier.attempt, TODAY) == "Charged · settled by hand on 22 Nov 2025"


def test_an_amount_that_the_log_told_stays_in_sight() -> None:
    by_log = settled(SettledBy.LOG, told="0.2375")
    assert (words(by_log, Column.PRICE), words(by_log, Column.CHARGE)) == ("¥0.24", "Charged · by log")
    whole = settled_words(by_log.attempt, TODAY)
    assert whole == (
        "Charged · settled by the gateway's log on 22 Nov · The gateway says ¥0.2375, its price was ¥0.25"
    )
    same = settled(SettledBy.LOG, told="0.2475")
    assert settled_words(same.attempt, TODAY) == "Charged · settled by the gateway's log on 22 Nov"


def test_a_price_that_the_log_told_is_no_assumption_any_more() -> None:
    by_log = settled(SettledBy.LOG, told="0.2375")
    assumed = replace(by_log, attempt=replace(by_log.attempt, price_assumed=True))
    assert words(assumed, Column.PRICE) == "¥0.24"
    by_hand = settled(SettledBy.HAND)
    assumed = replace(by_hand, attempt=replace(by_hand.attempt, price_assumed=True))
    assert words(assumed, Column.PRICE) == "assumed ¥0.25"


def test_what_was_charged_for_nothing_is_claimed_as_that() -> None:
    for_nothing = LedgerRow(1, settled(SettledBy.LOG, told="0.2375"))
    assert for_nothing.is_disputable
    assert not LedgerRow(2, settled(SettledBy.HAND, Charge.NOT_CHARGED)).is_disputable
    text = claim_text((for_nothing,))
    assert "No usable picture reached me, and I was charged. Please refund these calls (¥0.24):" in text
    assert "request id req-2" in text
    assert "can't see whether" not in text


def test_each_gateway_gets_a_letter_of_its_own() -> None:
    elsewhere = replace(lost(), attempt=replace(lost().attempt, gateway="https://elsewhere.example"))
    letters = claim_text((LedgerRow(2, lost()), LedgerRow(1, elsewhere))).split("\n\n\n")
    assert [letter.count("Hello,") for letter in letters] == [1, 1]
    assert "bananarouter" not in letters[1]
    assert claim_text(()) == ""


@pytest.mark.parametrize(
    ("period", "first"),
    [
        (Period.TODAY, TODAY),
        (Period.WEEK, date(2026, 11, 16)),
        (Period.MONTH, date(2026, 10, 24)),
        (Period.THIS_MONTH, date(2026, 11, 1)),
        (Period.ALL, None),
    ],
)
def test_periods_are_whole_days_up_to_today(period: Period, first: date | None) -> None:
    choice = LedgerChoice(period)
    assert days_of(choice, TODAY)[0] == first
    question = filter_of(choice, TODAY)
    assert question.until is None
    assert (question.since.astimezone().date() if question.since else None) == first


def test_a_day_in_the_past_ends_with_itself() -> None:
    day = TODAY - timedelta(days=3)
    question = filter_of(LedgerChoice(Period.BETWEEN, day, day), TODAY)
    assert question.since is not None
    assert question.until is not None
    assert question.since.astimezone().date() == day
    assert question.until.astimezone().date() == day + timedelta(days=1)


def spending(day: date) -> Spending:
    return Spending(day.isoformat(), calls=1, charged=Money.parse("0.25"))


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(known=st.sets(DAYS, min_size=1, max_size=30), count=st.integers(1, 100), last=st.none() | DAYS)
def test_a_chart_has_every_day_once_up_to_the_last(known: set[date], count: int, last: date | None) -> None:
    days = [spending(day) for day in sorted(known)]
    shown = newest_days(days, count=count, first=None, last=last, today=TODAY)
    assert 1 <= len(shown) <= count
    assert [one.day for one in shown] == [shown[0].day + timedelta(days=n) for n in range(len(shown))]
    assert all((one.spending.calls == 1) == (one.day in known) for one in shown)
    if last is None or last >= TODAY:
        assert shown[-1].day == max(TODAY, *known)


def test_no_day_no_chart() -> None:
    assert newest_days((), count=10, first=None, last=None, today=TODAY) == ()
