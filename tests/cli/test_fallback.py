"""`generate --fallback`: what is asked when a group fails, at what price, and that a group rests."""

import pytest

from tests.cli.gateways import failing, scripted, with_picture
from tests.cli.running import Proofroom

FIRST, SECOND, THIRD = "官KEY-1.5折", "官KEY-4.5折", "官KEY-正价"
ASKED = ("generate", "a fox", "--group", FIRST)


def test_a_busy_group_is_followed_by_the_next_and_all_attempts_are_told(proofroom: Proofroom) -> None:
    with scripted(failing(429, "Overloaded."), with_picture()) as gateway:
        done = proofroom.with_key()(
            *(*ASKED, "--fallback", SECOND, "--fallback", THIRD, "--gateway", gateway.url, "--json")
        )
    assert done.code == 0, done.err
    job = done.object
    assert (job["group"], job["price"], job["attempts"]) == (SECOND, "0.21", 2)
    assert [(one["group"], one["price"], one["outcome"], one["status"]) for one in job["tried"]] == [
        (FIRST, "0.07", "busy", 429),
        (SECOND, "0.21", "picture", None),
    ]
    assert [row["charge"] for row in proofroom("ledger", "--json").objects] == ["charged", "not_charged"]


def test_the_estimate_says_what_it_may_come_to_and_a_ceiling_for_all_holds_for_that(
    proofroom: Proofroom,
) -> None:
    run = proofroom.with_key()
    told = ("--group", FIRST, "--fallback", SECOND, "--fallback", THIRD)
    words = run("estimate", "a fox", "--count", "2", *told).out
    assert f"If it fails: {SECOND} ¥0.21, then {THIRD} ¥0.47 · at most ¥0.94" in words
    found = run("estimate", "a fox", "--count", "2", *told, "--ceiling", "0.30", "--json").object
    assert (found["total"], found["most"]) == ("0.14", "0.42")
    assert found["fallback"] == [{"group": SECOND, "unit_price": "0.21"}]
    with scripted(with_picture()) as gateway:
        done = run(*ASKED, *told[2:], "--max-cost", "0.30", "--gateway", gateway.url)
        assert (done.code, gateway.received) == (4, [])


def test_only_the_failures_that_are_named_move_on(proofroom: Proofroom) -> None:
    with scripted(failing(401, "no such key"), with_picture()) as gateway:
        where = ("--fallback", SECOND, "--gateway", gateway.url, "--json")
        done = proofroom.with_key()(*ASKED, *where, "--move-on", "quota")
        assert (done.code, len(gateway.received)) == (1, 1)
    with scripted(failing(401, "no such key"), with_picture()) as gateway:
        where = ("--fallback", SECOND, "--gateway", gateway.url, "--json")
        done = proofroom.with_key()(*ASKED, *where, "--move-on", "quota,refused")
        assert (done.code, done.object["group"]) == (0, SECOND)


@pytest.mark.parametrize("wrong", [("--fallback", "nobody"), ("--move-on", "always")])
def test_what_there_is_not_is_wrong_usage(proofroom: Proofroom, wrong: tuple[str, str]) -> None:
    done = proofroom.with_key()(*ASKED, *wrong)
    assert done.code == 2


def test_a_group_that_fails_again_and_again_rests_and_is_passed_over(proofroom: Proofroom) -> None:
    with scripted(*[failing(502, "Bad gateway")] * 3, with_picture()) as gateway:
        run = proofroom.with_key()
        where = ("--gateway", gateway.url)
        assert run(*ASKED, "--count", "3", *where, "--json").code == 1
        rests = {one["group"]: one["rests_until"] for one in run("groups", *where, "--json").objects}
        assert [group for group, until in rests.items() if until] == [FIRST]
        assert f"{FIRST} rests until " in run("groups", *where).out
        done = run(*ASKED, "--fallback", SECOND, *where, "--json")
        assert (done.code, done.object["group"]) == (0, SECOND)
        assert done.object["passed_over"] == [{"group": FIRST, "rests_until": rests[FIRST]}]
        assert f"{FIRST} rests until " in done.err
