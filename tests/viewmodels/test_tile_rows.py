"""The gallery's rows, stacks and days: whatever is done to them, they stay true."""

from array import array
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from studio.domain.listing import Listing
from studio.viewmodels.becoming import steps
from studio.viewmodels.stacking import as_it_is, local_days, rows_of
from studio.viewmodels.tile_rows import Tile, TileRows, section_starts


@st.composite
def listings(draw: st.DrawFn) -> Listing:
    """Series mostly stand together, and days mostly in order: not always."""
    size = draw(st.integers(0, 30))
    numbers = st.integers(0, 6)
    series = draw(st.lists(numbers, min_size=size, max_size=size))
    sections = draw(st.lists(st.integers(0, 3), min_size=size, max_size=size))
    if draw(st.booleans()):
        sections.sort(reverse=True)
    names = tuple(f"v{number}" for number in draw(st.permutations(range(size))))
    return Listing(names, array("Q", range(size)), array("q", series), array("q", sections), size)


opened_series = st.sets(st.integers(0, 6))


def whole(rows: TileRows) -> None:
    """Columns of one length, a start wherever another section begins, every version in one tile."""
    columns = (rows.looks, rows.series, rows.sections, rows.counts)
    assert {len(column) for column in columns} == {len(rows)}
    assert rows.starts == section_starts(rows.sections)
    standing = versions_in(rows)
    assert len(set(standing)) == len(standing)
    for row in range(len(rows)):
        assert len(rows.tiles_at(row)) == rows.counts[row]
        assert rows.tiles_at(row)[0].id == rows.ids[row]


def versions_in(rows: TileRows) -> list[str]:
    return [tile.id for row in range(len(rows)) for tile in rows.tiles_at(row)]


@given(listings(), opened_series)
def test_every_version_stands_in_exactly_one_tile(listing: Listing, opened: set[int]) -> None:
    rows = rows_of(listing, keyed=as_it_is, opened=opened)
    whole(rows)
    assert sorted(versions_in(rows)) == sorted(listing.ids)
    for name in listing.ids:
        row = rows.row_of(name)
        assert row is not None
        assert name in {tile.id for tile in rows.tiles_at(row)}


@given(listings(), opened_series)
def test_a_stack_stands_under_one_header(listing: Listing, opened: set[int]) -> None:
    rows = rows_of(listing, keyed=as_it_is, opened=opened)
    sections = dict(zip(listing.ids, _section_numbers(listing), strict=True))
    for row in range(len(rows)):
        assert len({sections[tile.id] for tile in rows.tiles_at(row)}) == 1


def _section_numbers(listing: Listing) -> list[int]:
    numbers: list[int] = []
    for at, section in enumerate(listing.sections):
        numbers.append(numbers[-1] + (section != listing.sections[at - 1]) if numbers else 0)
    return numbers


@given(listings(), opened_series)
def test_what_is_opened_stands_together_and_the_order_is_kept(listing: Listing, opened: set[int]) -> None:
    rows = rows_of(listing, keyed=as_it_is, opened=opened)
    for name in rows.opened:
        places = [row for row, series in enumerate(rows.series) if series == name]
        assert places == list(range(places[0], places[-1] + 1))
    closed = [row for row in range(len(rows)) if rows.series[row] not in rows.opened]
    lasts = [listing.ids.index(rows.tiles_at(row)[-1].id) for row in closed]
    assert lasts == sorted(lasts)


@given(listings())
def test_without_stacks_rows_are_what_is_listed(listing: Listing) -> None:
    rows = rows_of(listing, keyed=as_it_is, stacked=False)
    assert tuple(rows.ids) == listing.ids
    whole(rows)


@given(listings(), listings(), opened_series, opened_series)
def test_the_steps_turn_any_rows_into_any_other(
    mine: Listing, theirs: Listing, opened: set[int], others: set[int]
) -> None:
    held = rows_of(mine, keyed=as_it_is, opened=opened)
    wanted = rows_of(theirs, keyed=as_it_is, opened=others)
    take_steps(held, wanted)
    assert held.ids == wanted.ids


def take_steps(held: TileRows, wanted: TileRows) -> int:
    taken = 0
    for step in steps(held, wanted):
        taken += 1
        if step.removes:
            held.remove(step.row, step.row + step.length - 1)
        else:
            held.copy_in(step.row, wanted, step.source, step.source + step.length)
        assert len(held.series) == len(held.ids)
        assert held.starts == section_starts(held.sections) or held.ids == wanted.ids
    return taken


def numbered_rows(numbers: list[int]) -> TileRows:
    names = [f"{number:05}" for number in numbers]
    zeros = [0] * len(names)
    return TileRows(names, array("Q", zeros), array("q", numbers), array("q", zeros), array("l", zeros), [0])


@given(st.integers(0, 9000), st.integers(0, 9000), st.integers(0, 9000), st.integers(0, 9000))
def test_many_rows_become_others_in_a_few_steps(first: int, end: int, other: int, other_end: int) -> None:
    held, wanted = numbered_rows(list(range(first, end))), numbered_rows(list(range(other, other_end)))
    assert take_steps(held, wanted) <= 42
    assert held.ids == wanted.ids


def test_one_that_moves_leaves_the_others_alone() -> None:
    held = numbered_rows([9, 1, 2, 3, 4])
    found = list(steps(held, numbered_rows([1, 2, 3, 4, 9])))
    assert [(step.row, step.length, step.removes) for step in found] == [(0, 1, True), (4, 1, False)]


class Rows(RuleBasedStateMachine):
    """Versions come and go, stacks are opened and closed, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = TileRows()
        self.saved = 0

    @rule(listing=listings(), opened=opened_series)
    def is_read_anew(self, listing: Listing, opened: set[int]) -> None:
        self.rows = rows_of(listing, keyed=as_it_is, opened=opened)

    @rule(series=st.integers(0, 6), section=st.integers(0, 3))
    def a_version_is_saved(self, series: int, section: int) -> None:
        self.saved += 1
        before = len(versions_in(self.rows))
        tile = Tile(f"new{self.saved}", 1, series, section)
        row = self.rows.siblings_of(tile)
        if row is not None and self.rows.counts[row] > 1:
            assert self.rows.join(row, tile)
            assert not self.rows.join(row, tile)
        else:
            self.rows.insert(row or 0, (tile,))
        assert len(versions_in(self.rows)) == before + 1

    @precondition(lambda self: len(self.rows) > 0)
    @rule(data=st.data())
    def some_are_removed(self, data: st.DataObject) -> None:
        first = data.draw(st.integers(0, len(self.rows) - 1))
        self.rows.remove(first, data.draw(st.integers(first, len(self.rows) - 1)))

    @invariant()
    def stays_true(self) -> None:
        whole(self.rows)


TestRows = Rows.TestCase
TestRows.settings = settings(max_examples=50, stateful_step_count=12)

SHANGHAI, BERLIN, LORD_HOWE, NEPAL = map(
    ZoneInfo, ("Asia/Shanghai", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu")
)
zones = st.sampled_from([SHANGHAI, BERLIN, LORD_HOWE, NEPAL, ZoneInfo("America/St_Johns")])
moments = st.integers(0, 26 * 365 * 86_400_000_000).map(
    lambda micros: datetime(2012, 1, 1, tzinfo=UTC) + timedelta(microseconds=micros)
)


def days_in(zone: ZoneInfo, *moments: datetime) -> list[int]:
    days = local_days(lambda at: at.astimezone(zone).utcoffset() or timedelta())
    begin = datetime(1970, 1, 1, tzinfo=UTC)
    return list(days(array("q", [(moment - begin) // timedelta(microseconds=1) for moment in moments])))


def day_in(zone: ZoneInfo, moment: datetime) -> int:
    (day,) = days_in(zone, moment)
    return day


@given(zones, moments)
def test_a_version_stands_under_the_day_that_the_clock_said(zone: ZoneInfo, moment: datetime) -> None:
    assert day_in(zone, moment) == moment.astimezone(zone).date().toordinal()


@given(zones, moments, st.lists(st.timedeltas(timedelta(days=-3), timedelta(days=3)), max_size=20))
def test_many_that_lie_near_each_other_stand_where_each_does(
    zone: ZoneInfo, moment: datetime, steps: list[timedelta]
) -> None:
    near = [moment + step for step in steps]
    assert days_in(zone, *near) == [one.astimezone(zone).date().toordinal() for one in near]


@given(zones, st.dates(date(2012, 1, 2), date(2037, 12, 30)))
def test_a_day_begins_at_its_midnight_and_not_before(zone: ZoneInfo, day: date) -> None:
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)
    assert day_in(zone, midnight) == day.toordinal()
    assert day_in(zone, midnight - timedelta(microseconds=1)) == day.toordinal() - 1


def test_the_hour_that_comes_twice_belongs_to_its_day() -> None:
    # In Berlin, 26 October 2025 had 25 hours.
    day = datetime(2025, 10, 26, tzinfo=BERLIN)
    hours = [day.astimezone(UTC) + timedelta(hours=hour, minutes=59) for hour in range(25)]
    assert {day_in(BERLIN, hour) for hour in hours} == {day.toordinal()}
    assert day_in(BERLIN, hours[-1] + timedelta(minutes=1)) == day.toordinal() + 1


@given(listings(), opened_series)
def test_the_versions_of_many_tiles_are_those_of_each(listing: Listing, opened: set[int]) -> None:
    rows = rows_of(listing, keyed=as_it_is, opened=opened)
    assert rows.ids_at(range(len(rows))) == versions_in(rows)


def test_all_versions_of_many_stacks_are_told_at_once() -> None:
    names = tuple(f"{number:05}" for number in range(40_000))
    zeros = array("q", [0] * len(names))
    series = array("q", [number // 4 for number in range(len(names))])
    rows = rows_of(Listing(names, array("Q", zeros), series, zeros, len(names)), keyed=as_it_is)
    assert len(rows) == 10_000
    # Looking each stack up in all that is listed would take minutes.
    assert rows.ids_at(range(len(rows))) == list(names)
