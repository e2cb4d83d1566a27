"""Which group each goal chooses now, by what the session and our own runs say of the groups. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.evidence import NO_EVIDENCE
from studio.domain.goal import Goal
from studio.domain.routing import Candidate, choose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studio.domain.evidence import Evidence
    from studio.domain.geometry import Resolution
    from studio.domain.routing import Choice
    from studio.viewmodels.session import SessionState


def candidates(session: SessionState, own: Mapping[str, Evidence]) -> tuple[Candidate, ...]:
    """Every group of the catalog in use; `own` is by the group's name."""
    return tuple(
        Candidate(
            group,
            own.get(group.name, NO_EVIDENCE),
            has_key=session.has_key(group.name),
            rests=group.name in session.resting,
        )
        for group in session.model.groups
    )


def choices(
    session: SessionState, own: Mapping[str, Evidence], resolution: Resolution
) -> dict[Goal, Choice | None]:
    """What each goal chooses at this size, up to the person's ceiling."""
    among, ceiling = candidates(session, own), session.settings.ceiling
    return {goal: choose(among, goal, resolution, ceiling=ceiling) for goal in Goal}
