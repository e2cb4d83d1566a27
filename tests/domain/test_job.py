"""A job's life: what may follow what."""

from itertools import pairwise

import pytest

from studio.domain.charge import VERDICTS, Charge
from studio.domain.job import ENDED, IN_FLIGHT, JobState, may_follow
from tests.domain.making import attempt, job

LIFE = ["queued", "sending", "waiting", "receiving", "saving", "saved"]


def test_a_good_life() -> None:
    states = [JobState(name) for name in LIFE]
    assert all(may_follow(one, after) for one, after in pairwise(states))
    assert not any(may_follow(after, one) for one, after in pairwise(states) if one != "queued")


@pytest.mark.parametrize("state", ["sending", "waiting", "receiving"])
def test_a_call_under_way_may_end_in_any_row_of_the_table(state: str) -> None:
    for verdict in VERDICTS.values():
        if verdict.state is not JobState.SAVED:
            assert may_follow(JobState(state), verdict.state)


def test_what_waits_may_be_cancelled_and_what_arrived_may_not_be_lost() -> None:
    assert may_follow(JobState.QUEUED, JobState.CANCELLED)
    assert not may_follow(JobState.SAVING, JobState.CANCELLED)
    assert not may_follow(JobState.SAVING, JobState.QUEUED)


def test_nothing_ended_is_sent_again() -> None:
    for state in ENDED:
        assert not any(may_follow(state, following) for following in (JobState.QUEUED, *IN_FLIGHT))


def test_a_picture_may_still_come_after_cancel_or_unknown() -> None:
    assert may_follow(JobState.CANCELLED, JobState.SAVED)
    assert may_follow(JobState.UNKNOWN, JobState.SAVED)
    assert not may_follow(JobState.REFUSED, JobState.SAVED)


@pytest.mark.parametrize("state", JobState)
def test_every_state_is_waiting_in_flight_or_ended(state: JobState) -> None:
    one = job(state, attempt(state, Charge.RESERVED))
    assert [state is JobState.QUEUED, one.in_flight, one.ended].count(True) == 1
