"""A job's states, and what may follow what."""

from __future__ import annotations

from enum import StrEnum


class JobState(StrEnum):
    """A job's life (product.md)."""

    QUEUED = "queued"
    SENDING = "sending"
    WAITING = "waiting"
    RECEIVING = "receiving"
    SAVING = "saving"
    SAVED = "saved"
    REFUSED = "refused"
    BLOCKED = "blocked"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"


IN_FLIGHT = frozenset({JobState.SENDING, JobState.WAITING, JobState.RECEIVING, JobState.SAVING})
ENDED = frozenset(
    {
        JobState.SAVED,
        JobState.REFUSED,
        JobState.BLOCKED,
        JobState.UNKNOWN,
        JobState.CANCELLED,
    }
)

_ENDS = frozenset({JobState.REFUSED, JobState.BLOCKED, JobState.UNKNOWN, JobState.CANCELLED})
_FOLLOWS: dict[JobState, frozenset[JobState]] = {
    JobState.QUEUED: frozenset({JobState.SENDING, JobState.CANCELLED, JobState.REFUSED}),
    JobState.SENDING: frozenset({JobState.WAITING, JobState.QUEUED, *_ENDS}),
    JobState.WAITING: frozenset({JobState.RECEIVING, JobState.QUEUED, *_ENDS}),
    JobState.RECEIVING: frozenset({JobState.SAVING, JobState.QUEUED, *_ENDS}),
    JobState.SAVING: frozenset({JobState.SAVED, JobState.BLOCKED, JobState.UNKNOWN}),
    JobState.SAVED: frozenset(),
    JobState.REFUSED: frozenset(),
    JobState.BLOCKED: frozenset(),
    # What was unknown is settled when its picture is found in incoming after all.
    JobState.UNKNOWN: frozenset({JobState.SAVED, JobState.BLOCKED}),
    # A call keeps listening after it was cancelled: what still comes is saved.
    JobState.CANCELLED: frozenset({JobState.SAVED, JobState.BLOCKED}),
}


def may_follow(state: JobState, following: JobState) -> bool:
    """Whether a job in `state` may next be in `following`."""
    return following in _FOLLOWS[state]
