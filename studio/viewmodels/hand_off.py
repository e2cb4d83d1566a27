"""What the dialogs for client pages and contact sheets ask."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.sheet import Paper
    from studio.engine.handing_off import HandOffOrder


class HandOffKind(StrEnum):
    """What is made of the chosen pictures."""

    CLIENT_PAGE = "client-page"
    CONTACT_SHEET = "contact-sheet"


@dataclass(frozen=True, slots=True)
class HandOffChoice:
    """What the person has chosen; `pages` are PNGs of pages instead of one PDF."""

    kind: HandOffKind
    paper: Paper
    title: str = ""
    credit: str = ""
    columns: int = 3
    captions: bool = True
    prices: bool = False
    pages: bool = False

    @property
    def name(self) -> str:
        """What its file is offered to be called, without the ending."""
        from studio.domain.export_names import legal_name

        plain = "client" if self.kind is HandOffKind.CLIENT_PAGE else "contact-sheet"
        return legal_name(self.title) or plain

    @property
    def ending(self) -> str:
        """Of the file, with no dot."""
        if self.kind is HandOffKind.CLIENT_PAGE:
            return "html"
        return "png" if self.pages else "pdf"


def order_of(choice: HandOffChoice, ids: tuple[str, ...], target: Path) -> HandOffOrder:
    """What the engine is to make; `target` is the file that was chosen."""
    from studio.domain.sheet import SheetStyle
    from studio.engine.handing_off import HandOffOrder, Made

    made = {"html": Made.CLIENT_PAGE, "pdf": Made.SHEET_PDF, "png": Made.SHEET_PNG}[choice.ending]
    style = SheetStyle(
        choice.title,
        choice.paper,
        columns=choice.columns,
        captions=choice.captions,
        prices=choice.prices,
    )
    return HandOffOrder(
        ids,
        made,
        target.parent,
        target.name.removesuffix(f".{choice.ending}"),
        style,
        credit=choice.credit,
        language=QLocale().name().replace("_", "-"),
    )


def usual_paper(locale: QLocale) -> Paper:
    """Letter where people use it."""
    from studio.domain.sheet import Paper

    country = QLocale.Country
    letter = locale.territory() in {country.UnitedStates, country.Canada, country.Mexico}
    return Paper.LETTER if letter else Paper.A4


def title_words(kind: HandOffKind, count: int) -> str:
    """What the dialog is called."""
    if kind is HandOffKind.CLIENT_PAGE:
        one = translate("hand off", "Client page of 1 picture")
        many = translate("hand off", "Client page of {count} pictures")
    else:
        one = translate("hand off", "Contact sheet of 1 picture")
        many = translate("hand off", "Contact sheet of {count} pictures")
    return one if count == 1 else many.format(count=f"{count:,}")
