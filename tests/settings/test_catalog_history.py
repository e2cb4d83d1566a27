"""Every catalog that was in use is kept, so that a change of price is seen and dated."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.catalog import Model
from studio.domain.catalog_changes import ChangeKind, changes
from studio.domain.errors import SettingsUnwritable
from studio.settings.catalog import (
    load_history,
    load_model,
    model_from_json,
    model_to_json,
    save_model,
    shipped_model,
)
from studio.settings.folders import Folders

SHIPPED = shipped_model()
DAY = date(2026, 11, 25)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(config=tmp_path / "config", state=tmp_path / "state", pictures=tmp_path / "pictures")


def history_file(folders: Folders) -> Path:
    return folders.config / "catalog-history.jsonl"


def on(day: date, *, without: int = 0) -> Model:
    return replace(SHIPPED, read_on=day, groups=SHIPPED.groups[without:])


def test_there_is_none_before_the_first_update(folders: Folders) -> None:
    assert load_history(folders) == ()


def test_the_first_update_keeps_what_was_known_before_it(folders: Folders) -> None:
    save_model(folders, on(DAY, without=1))
    before, after = load_history(folders)
    assert (before, after) == (SHIPPED, on(DAY, without=1))
    assert [change.kind for change in changes(before, after)] == [ChangeKind.GROUP_GONE]


def test_the_same_again_is_kept_once(folders: Folders) -> None:
    for _ in range(3):
        save_model(folders, on(DAY))
    assert load_history(folders) == (SHIPPED, on(DAY))


def test_the_order_of_use_holds_when_the_clock_jumps_back(folders: Folders) -> None:
    days = [DAY, DAY - timedelta(days=300), DAY + timedelta(days=1)]
    for day in days:
        save_model(folders, on(day))
    assert [model.read_on for model in load_history(folders)] == [SHIPPED.read_on, *days]


@given(damage=st.binary(min_size=1, max_size=40), at=st.integers(0, 2))
def test_a_damaged_line_spoils_no_other(
    tmp_path_factory: pytest.TempPathFactory, damage: bytes, at: int
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    folders = Folders(config=folder, state=folder, pictures=folder)
    save_model(folders, on(DAY))
    lines = history_file(folders).read_bytes().splitlines(keepends=True)
    lines.insert(at, damage.replace(b"\n", b"") + (b"\n" if at < len(lines) else b""))
    history_file(folders).write_bytes(b"".join(lines))
    save_model(folders, on(DAY + timedelta(days=1)))
    assert load_history(folders) == (SHIPPED, on(DAY), on(DAY + timedelta(days=1)))


def test_a_folder_that_can_not_be_written_changes_nothing(folders: Folders) -> None:
    folders.config.write_text("a file where the folder should be")
    with pytest.raises(SettingsUnwritable):
        save_model(folders, on(DAY))
    assert load_model(folders) == SHIPPED


def test_a_catalog_comes_back_with_its_two_days_and_sizes_nobody_can_ask_for() -> None:
    kept = replace(on(DAY), figures_read_on=DAY + timedelta(days=3), other_sizes=("8K",))
    assert model_from_json(model_to_json(kept)) == kept
    assert kept.figures_day == DAY + timedelta(days=3)
    assert on(DAY).figures_day == DAY
