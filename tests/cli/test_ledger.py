"""`ledger` and `groups --figures`: what was spent, on what, and what each group came to."""

import csv
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from studio.library.database import open_for_writing
from studio.library.layout import LibraryFolder
from tests.cli.running import Proofroom
from tests.support.many_attempts import write_attempts

CALLS = 120


@pytest.fixture
def worked(proofroom: Proofroom) -> Proofroom:
    """Someone who has called all groups for a month."""
    place = LibraryFolder(proofroom.library)
    place.index.parent.mkdir(parents=True)
    with closing(open_for_writing(place)) as connection:
        write_attempts(connection, CALLS, days=30)
    return proofroom


def test_the_same_calls_however_they_are_added_up(worked: Proofroom) -> None:
    spent = set[int]()
    for by in ("day", "project", "group", "size", "charge"):
        sums = worked("ledger", "--by", by, "--json").objects
        assert all(one[by] for one in sums)
        assert sum(one["calls"] for one in sums) == CALLS
        spent.add(sum(round(float(one["spent"]) * 100) for one in sums))
    assert len(spent) == 1
    table = worked("ledger", "--by", "size", "--project", "秋季").out.splitlines()
    assert table[0].split() == [
        "Size",
        "Calls",
        "Charged",
        "Unknown",
        "Reserved",
        "Kept",
        "Per",
        "kept",
        "picture",
    ]
    assert len(table) <= 5


def test_a_file_for_a_spreadsheet(worked: Proofroom, tmp_path: Path) -> None:
    path = tmp_path / "ledger.csv"
    done = worked("ledger", "--csv", str(path))
    assert (done.code, done.out) == (0, "")
    assert f"{CALLS} calls written" in done.err
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    listed = worked("ledger", "--limit", "999", "--json").objects
    assert [row["attempt"] for row in rows] == [one["attempt"] for one in listed]
    for row, one in zip(rows, listed, strict=True):
        for name in ("project", "group", "size", "price", "charge", "outcome", "request_id", "started"):
            assert row[name] == one[name]
    assert not list(tmp_path.glob("*.tmp"))
    unknown = worked("ledger", "--csv", "-", "--charge", "unknown").out.splitlines()
    assert len(unknown) == 1 + sum(one["charge"] == "unknown" for one in listed)


def test_what_a_gateway_calls_a_request_is_no_formula(worked: Proofroom) -> None:
    with closing(sqlite3.connect(worked.library / ".proofroom" / "library.sqlite")) as connection, connection:
        connection.execute("UPDATE attempts SET request_id = '=HYPERLINK(\"http://x\")' WHERE sequence = 1")
    last = worked("ledger", "--csv", "-").out.splitlines()[-1]
    assert "\"'=HYPERLINK(" in last


def test_a_file_that_cant_be_written(worked: Proofroom, tmp_path: Path) -> None:
    done = worked("ledger", "--csv", str(tmp_path / "nowhere" / "ledger.csv"))
    assert done.code != 0
    assert "nowhere" in done.err
    assert "Traceback" not in done.err
    assert worked("ledger", "--csv", "x.csv", "--by", "day").code == 2


def test_one_day(worked: Proofroom) -> None:
    day, *_ = worked("ledger", "--by", "day", "--json").objects
    (only,) = worked("ledger", "--by", "day", "--since", day["day"], "--until", day["day"], "--json").objects
    assert only == day
    assert worked("ledger", "--by", "day", "--since", "2031-01-01").out == "Nothing was spent.\n"


def test_our_own_figures_of_each_group(worked: Proofroom) -> None:
    objects = worked("groups", "--figures", "--span", "all", "--size", "2k", "--json").objects
    third = next(one for one in objects if one["group"] == "官KEY-3.5折")
    own = third["own"]
    assert 0 < own["success"]["hits"] <= own["success"]["count"] < 100
    assert len(own["success"]["interval"]) == 2
    assert own["seconds"]["count"] == own["success"]["hits"]
    assert sum(one["own"]["success"]["count"] for one in objects if one["own"]) < CALLS
    table = worked.with_key()("groups", "--figures", "--span", "all").out
    assert "Fastest: 官KEY-3.5折 (¥0.16, usually 1" in table
    assert "Least money per saved picture: " in table


def test_without_a_call_there_are_no_figures_of_ours(proofroom: Proofroom) -> None:
    objects = proofroom("groups", "--figures", "--json").objects
    assert [one["own"] for one in objects] == [None] * 7
    assert [one["dominated_by"] for one in objects][3:] == ["官KEY-3.5折", None, None, "官KEY-3.5折"]
    done = proofroom("groups", "--figures").out
    assert "0 %" not in done
    assert "By goal: No group has a key" in done
    assert not proofroom.library.exists()
