"""The theme dresses the application, follows the preference, and tints the icons."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.ui.theme import Theme, ThemePreference, read_tokens
from studio.ui.theme.fonts import families, interface_font
from studio.ui.theme.stylesheet import style_sheet
from tests.ui.conftest import RESOURCES


def test_every_placeholder_of_the_style_sheet_is_a_token() -> None:
    sheet = style_sheet(RESOURCES / "themes" / "proofroom.qss", read_tokens(RESOURCES / "themes", dark=True))
    assert "$" not in sheet
    assert "#ffcf33" in sheet


def test_no_colour_stands_outside_the_tokens() -> None:
    """One place for colours: neither the style sheet nor a widget names one."""
    sources = [RESOURCES / "themes" / "proofroom.qss", *(RESOURCES.parent / "studio" / "ui").rglob("*.py")]
    named = [
        source.name
        for source in sources
        if any(
            mark in source.read_text(encoding="utf-8") for mark in ('QColor("#', "GlobalColor.white", ": #")
        )
    ]
    assert named == []


def test_it_is_dark_where_the_system_does_not_say(qapp: QApplication) -> None:
    assert Theme(qapp, RESOURCES, preference=ThemePreference.SYSTEM).tokens.dark


def test_changing_the_preference_changes_everything_once(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, RESOURCES, preference=ThemePreference.DARK)
    with qtbot.waitSignal(theme.changed, timeout=1000):
        theme.set_preference(ThemePreference.LIGHT)
    assert not theme.tokens.dark
    assert qapp.palette().window().color() == theme.colour("background")
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_preference(ThemePreference.LIGHT)


def test_an_icon_is_tinted_and_kept(theme: Theme) -> None:
    pixmap = theme.icons.pixmap("square", size=16, role="accent", dpr=2.0)
    assert pixmap.devicePixelRatio() == 2.0
    assert pixmap.width() == 32
    assert theme.icons.pixmap("square", size=16, role="accent", dpr=2.0).cacheKey() == pixmap.cacheKey()
    image = pixmap.toImage()
    seen = {image.pixelColor(x, 16).name() for x in range(32) if image.pixelColor(x, 16).alpha() == 255}
    assert seen == {"#ffcf33"}


@pytest.mark.parametrize("file", sorted((RESOURCES / "icons").glob("*.svg")), ids=lambda file: file.stem)
def test_every_icon_draws_something(theme: Theme, file: Path) -> None:
    image = theme.icons.pixmap(file.stem, size=16, role="text").toImage()
    assert any(image.pixelColor(x, y).alpha() > 100 for x in range(16) for y in range(16))


def test_the_systems_own_font_is_kept() -> None:
    assert families("Segoe UI", lambda name: name == "Inter") == ("Segoe UI",)


def test_a_generic_fallback_gives_way_to_an_interface_font() -> None:
    assert families("Sans Serif", lambda name: name in {"Noto Sans", "Noto Sans CJK SC"}) == (
        "Noto Sans",
        "Noto Sans CJK SC",
    )
    assert families("Sans Serif", lambda _: False) == ("Sans Serif",)


def test_figures_have_equal_width(qapp: QApplication) -> None:
    font = interface_font(QFont(), 13)
    assert font.pixelSize() == 13
    assert [tag.toString() for tag in font.featureTags()] == [b"tnum"]
