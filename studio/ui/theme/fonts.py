"""The interface font: the system's own, or a good installed one where the system names none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

if TYPE_CHECKING:
    from collections.abc import Callable

GENERIC = frozenset({"", "Sans Serif", "Sans", "DejaVu Sans", "Bitstream Vera Sans", "Helvetica"})
PREFERRED = ("Inter", "Noto Sans", "Cantarell", "Ubuntu", "Segoe UI")
CHINESE = (
    "PingFang SC",
    "Microsoft YaHei UI",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)


def families(system: str, installed: Callable[[str], bool]) -> tuple[str, ...]:
    """The families to ask for, in order.

    Without a desktop theme Qt reports only the generic fallback; then an installed interface font is better.
    A simplified-Chinese family follows, since the fallback's own choice may be the Japanese forms.
    """
    latin = system
    if system in GENERIC:
        latin = next((name for name in PREFERRED if installed(name)), system)
    chinese = next((name for name in CHINESE if installed(name)), None)
    return (latin,) if chinese is None else (latin, chinese)


def interface_font(system: QFont, pixels: int) -> QFont:
    """`system` at a size in pixels, with figures of equal width."""
    font = QFont(system)
    font.setFamilies(list(families(system.family(), QFontDatabase.hasFamily)))
    font.setPixelSize(pixels)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
