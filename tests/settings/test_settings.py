"""Settings and catalog on disk: whole or not there, and a damaged file never in the way."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.budget import Budgets
from studio.domain.catalog import default_group
from studio.domain.errors import SettingsUnwritable
from studio.domain.geometry import Resolution
from studio.domain.money import ZERO, Money
from studio.settings import Folders, Settings, load_settings, resources, save_settings
from studio.settings.catalog import (
    demo_model,
    load_model,
    model_from_json,
    model_to_json,
    save_model,
    shipped_model,
)
from studio.settings.settings import MOST_PARALLEL, unread_settings


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(config=tmp_path / "config", state=tmp_path / "state", pictures=tmp_path / "pictures")


def test_the_first_start_has_the_defaults(folders: Folders) -> None:
    settings = load_settings(folders)
    assert settings == Settings()
    assert settings.gateway == "https://bananarouter.com"
    assert (settings.parallel, settings.ask_above, settings.theme) == (4, Money.parse("5"), "system")
    assert folders.library == folders.pictures / "Proofroom"
    assert not folders.config.exists()


def test_what_is_set_is_there_the_next_time(folders: Folders) -> None:
    settings = Settings(
        gateway="demo",
        route="gemini-3.1-flash-image",
        library=Path("/somewhere/图片"),
        theme="light",
        parallel=16,
        ask_above=Money.parse("0.50"),
        ask_from=3,
        budgets=Budgets(day=Money.parse("20"), month=Money.parse("300")),
        warn_at=65,
        language="zh_CN",
        shortcuts={"rate-5": "Ctrl+5", "pick": ""},
        auto_advance=True,
        picture_hosts=("bananarouter.com",),
        export_preset="Für Ann",
        export_folder=Path("/somewhere/设计"),
    )
    save_settings(folders, settings)
    assert load_settings(folders) == settings
    assert [path.name for path in folders.config.iterdir()] == ["settings.json"]


def test_what_is_set_to_nothing_stays_so(folders: Folders) -> None:
    settings = Settings(ask_above=None, ask_from=None, warn_at=None)
    save_settings(folders, settings)
    assert load_settings(folders) == settings


def test_what_costs_nothing_is_never_asked_about() -> None:
    settings = Settings(ask_above=Money.parse("5"), ask_from=9)
    assert settings.asks_before(count=1, total=Money.parse("5.01"))
    assert settings.asks_before(count=9, total=Money.parse("0.09"))
    assert not settings.asks_before(count=8, total=Money.parse("5"))
    assert not settings.asks_before(count=16, total=ZERO)
    assert not Settings(ask_above=None, ask_from=None).asks_before(count=16, total=Money.parse("99"))


DAMAGED = [
    b"",
    b"{",
    b"\xff\xfe",
    b"[]",
    b'{"parallel": 0}',
    b'{"parallel": 17}',
    b'{"theme": "pink"}',
    b'{"ask_above": "-1"}',
    b'{"budget_day": "-1"}',
    b'{"warn_at": 101}',
    b'{"gateway": 7}',
]


@pytest.mark.parametrize("content", DAMAGED)
def test_a_damaged_file_is_set_aside(folders: Folders, content: bytes) -> None:
    folders.config.mkdir()
    for name in ("settings.json", "catalog.json"):
        (folders.config / name).write_bytes(content)
    assert load_settings(folders) == Settings()
    assert load_model(folders) == shipped_model()
    assert (folders.config / "settings.json.damaged").read_bytes() == content
    assert (folders.config / "catalog.json.damaged").read_bytes() == content


@pytest.mark.parametrize("content", DAMAGED)
def test_settings_that_were_not_read_are_known_until_others_are_kept(
    folders: Folders, content: bytes
) -> None:
    assert unread_settings(folders) is None
    folders.config.mkdir()
    (folders.config / "settings.json").write_bytes(content)
    load_settings(folders)
    assert unread_settings(folders) == folders.config / "settings.json.damaged"
    save_settings(folders, Settings())
    assert unread_settings(folders) is None


@given(st.binary(max_size=200))
def test_any_bytes_are_a_catalog_or_a_value_error(content: bytes) -> None:
    try:
        model_from_json(content)
    except ValueError:
        return


def test_settings_of_a_newer_version_are_read_as_far_as_known(folders: Folders) -> None:
    folders.config.mkdir()
    (folders.config / "settings.json").write_text('{"parallel": 2, "wishes": ["more"]}')
    assert load_settings(folders) == Settings(parallel=2)


def test_a_folder_that_can_not_be_written(folders: Folders) -> None:
    folders.config.write_text("a file in the folder's place")
    with pytest.raises(SettingsUnwritable):
        save_settings(folders, Settings())
    assert load_settings(folders) == Settings()


def test_the_updated_catalog_comes_before_the_shipped_one(folders: Folders) -> None:
    shipped = shipped_model()
    updated = replace(shipped, groups=shipped.groups[:3])
    save_model(folders, updated)
    assert load_model(folders) == updated
    assert model_from_json(model_to_json(shipped)) == shipped


def test_the_demo_lets_every_group_be_tried_for_nothing() -> None:
    demo = demo_model(shipped_model())
    assert [group.name for group in demo.groups][:2] == ["Demo", "官KEY-1.5折"]
    assert all(group.price(size) == ZERO for group in demo.groups for size in Resolution)
    assert default_group(demo) == demo.groups[0]
    slow = demo.group("官KEY-1.5折")
    assert slow is not None
    assert (slow.latency, slow.uptime) == (Decimal("6.42"), Decimal("62.50"))
    assert demo.groups[0].latency == Decimal("1.99")
    assert len(demo_model(demo).groups) == len(demo.groups)


def test_the_folders_are_the_systems_own_and_can_be_moved() -> None:
    folders = Folders.of_this_computer()
    assert folders.config.name == folders.state.name == "proofroom"
    assert folders.library.name == "Proofroom"
    assert (resources() / "icons").is_dir()
    assert 1 <= Settings().parallel <= MOST_PARALLEL
