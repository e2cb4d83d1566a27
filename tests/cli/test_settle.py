"""`ledger settle`: by hand and from the log, for people and for programs."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from tests.cli.gateways import scripted
from tests.support.account_pages import LOG
from tests.support.account_site import AccountSite

if TYPE_CHECKING:
    from tests.cli.running import Json, Proofroom

GROUP = "官KEY-3.5折"


def lose(proofroom: Proofroom, gateway: str, *, count: int = 1) -> list[Json]:
    """So many calls whose outcome nobody knows; the ledger then, oldest first."""
    for number in range(count):
        done = proofroom("generate", f"a lake {number}", "--group", GROUP, "--gateway", gateway, "--json")
        assert done.code == 1, done.err
    return ledger(proofroom)


def ledger(proofroom: Proofroom) -> list[Json]:
    return proofroom("ledger", "--json").objects[::-1]


def test_by_hand_done_over_and_taken_back(proofroom: Proofroom) -> None:
    with scripted(AccountSite()) as gateway:
        first, second = lose(proofroom.with_key(), gateway.url, count=2)
    ids = (first["attempt"], second["attempt"])
    done = proofroom("ledger", "settle", *ids, "--not-charged")
    assert (done.code, done.out) == (0, f"{ids[0]}: not charged\n{ids[1]}: not charged\n")
    assert {(one["charge"], one["settled_by"], one["told"]) for one in ledger(proofroom)} == {
        ("not_charged", "hand", None)
    }
    done = proofroom("ledger", "settle", ids[0], "--charged", "--json")
    assert done.objects == [{"attempt": ids[0], "charge": "charged"}]
    assert "Charged (by hand)" in proofroom("ledger").out
    assert "¥0.16 charged, ¥0.00 unknown" in proofroom("ledger").out
    (row, other) = csv.DictReader(io.StringIO(proofroom("ledger", "--csv", "-").out))
    assert (row["settled_by"], other["settled_by"]) == ("hand", "hand")
    assert row["settled_at"] > row["started"]
    assert proofroom("ledger", "settle", *ids, "--unknown").code == 0
    assert ledger(proofroom) == [first, second]
    # Its words follow.
    (job, _) = proofroom("jobs", "--json").objects
    assert "may have been charged" in job["error"]["message"]
    proofroom("ledger", "settle", *ids, "--not-charged")
    (job, _) = proofroom("jobs", "--json").objects
    assert "It cost nothing: settled by hand." in job["error"]["message"]


def test_what_cant_be_settled_is_named_and_the_rest_is(proofroom: Proofroom) -> None:
    with scripted(AccountSite()) as gateway:
        (lost,) = lose(proofroom.with_key(), gateway.url)
    done = proofroom("ledger", "settle", "nobody", lost["attempt"], "--charged")
    assert done.code == 1
    assert done.err.startswith("nobody: no call with this id")
    assert ledger(proofroom)[0]["charge"] == "charged"


def test_wrong_usage_says_what_is_meant(proofroom: Proofroom) -> None:
    for wrong in ((), ("--charged",), ("abc",), ("--from-log", "abc"), ("--from-log", "--charged")):
        assert proofroom("ledger", "settle", *wrong).code == 2
    assert not proofroom.library.exists()


def test_from_the_log_of_the_gateway(proofroom: Proofroom) -> None:
    site = AccountSite(charge=(0.164, GROUP))
    with scripted(site) as gateway:
        lose(proofroom.with_key(), gateway.url)
        site.charge = None
        keyed = proofroom.with_key()
        done = keyed("ledger", "settle", "--from-log", "--gateway", gateway.url, "--json")
        assert done.object == {
            "charged": 1,
            "not_charged": 0,
            "unknown": 0,
            "missing": [],
            "without_key": [],
        }
        assert site.asked.count(LOG) == 1
        (one,) = ledger(proofroom)
        assert (one["charge"], one["settled_by"], one["told"]) == ("charged", "log", "0.163996 CNY")
        lose(keyed, gateway.url)
        done = keyed("ledger", "settle", "--from-log", "--gateway", gateway.url)
        assert done.code == 0
        assert "0 charged, 0 not charged. Still unknown: 1." in done.out


def test_where_there_is_no_log_it_says_so_and_what_to_do(proofroom: Proofroom) -> None:
    site = AccountSite(has_log=False)
    with scripted(site) as gateway:
        lose(proofroom.with_key(), gateway.url)
        arguments = ("ledger", "settle", "--from-log", "--gateway", gateway.url)
        for _ in range(2):
            done = proofroom.with_key()(*arguments)
            assert done.code == 1
            assert "Not offered here: log of calls." in done.err
            assert "proofroom ledger settle" in done.err
        # It is remembered from one run to the next.
        assert site.asked.count(LOG) == 1
        done = proofroom(*arguments)
        assert "There is no key for 官KEY-3.5折 to ask with." in done.err
