"""What is read for the first paint, and read whole later."""

from pathlib import Path

import pytest

from studio.app.front import Front, WindowWishes
from studio.domain.recipe import Recipe
from studio.library.draft import Draft, write_draft
from studio.settings import DEFAULT_GATEWAY, Folders, Settings, save_settings
from studio.ui.theme import ThemePreference

NOTHING = WindowWishes()
RUBBISH = (b"", b"[", b"[]", b"7", b"\xff\xfe", b"[" * 100_000, b'{"theme": 5, "recipe": {"prompt": []}}')


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(config=tmp_path / "config", state=tmp_path / "state", pictures=tmp_path / "pictures")


def test_what_is_set_and_written_is_seen_at_a_glance_and_whole(folders: Folders, tmp_path: Path) -> None:
    library = tmp_path / "elsewhere"
    settings = Settings(theme="light", language="zh_CN", library=library, parallel=7)
    draft = Draft(Recipe("a fox 狐狸", parent="86b7rqjf2v"), group="官KEY-3.5折", count=2)
    save_settings(folders, settings)
    write_draft(library, draft)
    front = Front(NOTHING, folders)
    assert (front.theme, front.language, front.library) == (ThemePreference.LIGHT, "zh_CN", library)
    assert (front.prompt, front.parent) == ("a fox 狐狸", "86b7rqjf2v")
    assert (front.settings, front.draft) == (settings, draft)


def test_before_anything_is_set(folders: Folders) -> None:
    front = Front(NOTHING, folders)
    assert (front.theme, front.language, front.library) == (ThemePreference.SYSTEM, "", folders.library)
    assert (front.prompt, front.parent) == ("", None)
    assert (front.settings, front.draft) == (Settings(), None)
    assert Front(WindowWishes(library=folders.state), folders).library == folders.state


@pytest.mark.parametrize("rubbish", RUBBISH, ids=range(len(RUBBISH)))
def test_rubbish_says_nothing(folders: Folders, rubbish: bytes) -> None:
    for path in (folders.settings, folders.library / ".proofroom" / "draft.json"):
        path.parent.mkdir(parents=True)
        path.write_bytes(rubbish)
    front = Front(NOTHING, folders)
    assert (front.theme, front.prompt, front.parent) == (ThemePreference.SYSTEM, "", None)
    assert (front.settings, front.draft) == (Settings(), None)


def test_what_a_damaged_file_said_at_a_glance_holds(folders: Folders) -> None:
    """The window looks so already, and the library is the person's."""
    folders.config.mkdir()
    folders.settings.write_text('{"theme": "dark", "library": "/pictures", "language": "", "parallel": 99}')
    front = Front(NOTHING, folders)
    settings = front.settings
    assert (settings.theme, settings.library) == ("dark", Path("/pictures"))
    assert (settings.parallel, settings.gateway) == (4, DEFAULT_GATEWAY)
    assert front.library == Path("/pictures")
