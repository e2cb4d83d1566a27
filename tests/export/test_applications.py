"""The system's own lists say which programs open a picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from studio.export.applications import Application, applications_for, config_folders, data_folders

if TYPE_CHECKING:
    import pytest

EDITOR = """[Desktop Entry]
Type=Application
Name=Editor
Name[zh_CN]=编辑器
Exec=sh -c "run %U" %F
[Desktop Action new]
Name=New window
Exec=sh
"""
VIEWER = "[Desktop Entry]\nName=Viewer\nExec=sh --open=%% %u\n# a comment\n"


def write(folder: Path, name: str, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_the_preferred_program_comes_first_and_removed_ones_dont_come(tmp_path: Path) -> None:
    shared, own, config = tmp_path / "share", tmp_path / "own", tmp_path / "config"
    write(shared / "applications", "editor.desktop", EDITOR)
    write(shared / "applications", "viewer.desktop", VIEWER)
    write(shared / "applications", "gone.desktop", "[Desktop Entry]\nName=Gone\nExec=no-such-program %f\n")
    write(shared / "applications", "quiet.desktop", f"{VIEWER}NoDisplay=true\n")
    write(shared / "applications" / "kde", "paint.desktop", VIEWER.replace("Viewer", "Paint"))
    cache = "editor.desktop;viewer.desktop;gone.desktop;quiet.desktop;kde-paint.desktop;lost.desktop;"
    write(shared / "applications", "mimeinfo.cache", f"[MIME Cache]\nimage/png={cache}\n")
    preferred = "[Default Applications]\nimage/png=viewer.desktop\n"
    write(config, "mimeapps.list", preferred)
    found = applications_for("image/png", data=(own, shared), config=(config,), language="zh_CN")
    assert [one.name for one in found] == ["Viewer", "编辑器", "Paint"]
    write(config, "mimeapps.list", f"{preferred}[Removed Associations]\nimage/png=kde-paint.desktop;\n")
    found = applications_for("image/png", data=(own, shared), config=(config,))
    assert [one.name for one in found] == ["Viewer", "Editor"]
    assert applications_for("image/webp", data=(own, shared), config=(config,)) == ()


def test_a_file_takes_the_place_that_is_meant_for_it() -> None:
    path = Path("/pictures/a fox.png")
    address = "file:///pictures/a%20fox.png"
    assert Application("A", ("run", "%U", "-n")).arguments(path) == ("run", address, "-n")
    assert Application("A", ("run", "%i", "%f")).arguments(path) == ("run", "/pictures/a fox.png")
    assert Application("A", ("run", "100%%")).arguments(path) == ("run", "100%", "/pictures/a fox.png")


def test_folders_are_those_of_the_specification() -> None:
    assert data_folders({"HOME": "/home/me"}) == (
        Path("/home/me/.local/share"),
        Path("/usr/local/share"),
        Path("/usr/share"),
    )
    assert config_folders({"HOME": "/h", "XDG_CONFIG_HOME": "/c", "XDG_CONFIG_DIRS": "/d:e"}) == (
        Path("/c"),
        Path("/d"),
    )


@given(text=st.text())
def test_any_list_ends_in_programs_or_none(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("share")
    for name in ("mimeinfo.cache", "mimeapps.list", "a.desktop"):
        (folder / name).write_bytes(f"[MIME Cache]\nimage/png=a.desktop\n{text}".encode(errors="replace"))
    (folder / "applications").symlink_to(folder)
    for one in applications_for("image/png", data=(folder,)):
        assert one.arguments(Path("/x.png"))
