"""Where it is said that a group rests: on the board of groups, and in the composer's box."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from studio.domain.geometry import Resolution
from studio.domain.recipe import Recipe
from studio.domain.spans import Span
from studio.engine.events import GroupsResting
from studio.library.draft import Draft
from studio.settings import Settings
from studio.ui.composer.options import group_options
from studio.ui.kit import ChoiceOption, Tone
from studio.viewmodels.composer_state import Situation, derive
from studio.viewmodels.groups_board import published_board
from studio.viewmodels.groups_figures import Situation as Seen
from studio.viewmodels.session import Opening, SessionState
from tests.domain.making import NOON, group, model
from tests.support.window import surroundings

MODEL = model(*(group(name, "0.25", "0.25", latency="14", uptime="100") for name in "AB"))
AT = (NOON + timedelta(minutes=3)).astimezone().strftime("%H:%M")


@pytest.fixture
def session(qapp: QApplication) -> SessionState:
    return SessionState(
        Settings(), MODEL, Opening.OPEN, keys_known=True, resting={"A": NOON + timedelta(minutes=3)}
    )


def test_the_board_says_until_when(session: SessionState) -> None:
    first, second = published_board(Seen(session, "A", Resolution.ONE_K, Span.MONTH)).rows
    assert first.second == f"Rests until {AT}"
    assert f"Rests until {AT}, after several failures" in first.spoken
    assert "Rests" not in second.spoken


def test_the_composers_box_says_so_quietly(session: SessionState) -> None:
    state = derive(Situation(Draft(Recipe("a fox"), "A", 1)), session)
    shown = {one.id: one for one in group_options(state) if isinstance(one, ChoiceOption)}
    assert (shown["A"].second, shown["A"].tone) == (f"rests until {AT} · no key", Tone.WARNING)
    assert f"rests until {AT}" in shown["A"].spoken
    assert "rests" not in shown["B"].spoken


def test_the_session_hears_of_every_change(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    around.bridge.happened.emit(GroupsResting({"A": NOON}))
    assert around.session.state.resting == {"A": NOON}
    around.bridge.happened.emit(GroupsResting({}))
    assert around.session.state.resting == {}
