"""Judging from the context menu."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QMenu

from studio.domain.flags import Flag, Label
from studio.domain.judgement import Judgement
from studio.domain.places import Project
from studio.domain.version import Version
from studio.ui.judging_menu import add_judging
from studio.viewmodels.judging import JudgingViewModel
from tests.domain.making import NOON
from tests.support.gallery import numbered
from tests.support.window import surroundings

PROJECTS = (Project("Sketches"), Project("Old things", archived=True), Project("春季活动"))


@pytest.fixture
def judging(qapp: QApplication, tmp_path: Path) -> JudgingViewModel:
    around = surroundings(tmp_path)
    return JudgingViewModel(
        bridge=around.bridge, session=around.session, tasks=around.tasks, notices=around.notices
    )


def menu_for(judging: JudgingViewModel, *versions: Version, keys: str = "") -> QMenu:
    menu = QMenu()
    ids = [version.id for version in versions]
    add_judging(menu, judging, ids, versions, PROJECTS, keys=lambda action: keys and f"Ctrl+{action[-1:]}")
    return menu


def sub(menu: QMenu, title: str) -> QMenu:
    return next(one for one in menu.findChildren(QMenu) if one.title() == title)


def words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def ticked(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isChecked()]


def test_everything_that_can_be_said_is_offered(judging: JudgingViewModel) -> None:
    menu = menu_for(judging, numbered(1))
    assert words(menu) == ["Rate", "Flag", "Label", "Tags…", "Move to project", "Move to trash"]
    assert words(sub(menu, "Rate")) == ["5 stars", "4 stars", "3 stars", "2 stars", "1 star", "No rating"]
    assert words(sub(menu, "Label"))[:2] == ["Red", "Yellow"]
    assert words(sub(menu, "Move to project")) == ["Sketches", "春季活动", "New project…"]


def test_what_all_of_them_have_is_ticked(judging: JudgingViewModel) -> None:
    good = replace(numbered(1), judgement=Judgement(rating=4, flag=Flag.PICK, label=Label.RED))
    better = replace(numbered(2), judgement=Judgement(rating=5, flag=Flag.PICK))
    both = menu_for(judging, good, better)
    assert ticked(sub(both, "Rate")) == []
    assert ticked(sub(both, "Flag")) == ["Pick"]
    one = menu_for(judging, good)
    assert (ticked(sub(one, "Rate")), ticked(sub(one, "Label"))) == (["4 stars"], ["Red"])


def test_what_lies_in_the_trash_can_be_restored(judging: JudgingViewModel) -> None:
    menu = menu_for(judging, replace(numbered(1), trashed=NOON))
    assert words(menu)[-1] == "Restore from trash"


def test_keys_stand_beside_the_words(judging: JudgingViewModel) -> None:
    menu = menu_for(judging, numbered(1), keys="yes")
    assert words(sub(menu, "Rate"))[0] == "5 stars\tCtrl+5"


def test_tags_and_new_projects_are_asked_for_elsewhere(judging: JudgingViewModel) -> None:
    menu = menu_for(judging, numbered(1), numbered(2))
    tags, project = QSignalSpy(judging.tags_requested), QSignalSpy(judging.project_requested)
    next(action for action in menu.actions() if action.text() == "Tags…").trigger()
    sub(menu, "Move to project").actions()[-1].trigger()
    ids = ("version-000001", "version-000002")
    assert (tags.at(0)[0], project.at(0)[0]) == (ids, ids)
