"""The words for a text that isn't taken for a model page."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from studio.domain.model_page_errors import IncompleteModelPage, NotAModelPage

if TYPE_CHECKING:
    from studio.domain.outcome_words import Translate


def describe_model_page(error: NotAModelPage | IncompleteModelPage, translate: Translate) -> tuple[str, str]:
    """What is wrong with the text, and what to do."""
    step = translate("errors", "Open the model's page, select all of it, and copy the whole text.")
    match error:
        case NotAModelPage():
            what = translate("errors", "This text is no model page with groups and prices.")
        case IncompleteModelPage(missing=missing):
            what = translate("errors", "A part of the model page is missing or can't be read: “{missing}”.")
            what = what.format(missing=missing)
        case _:
            assert_never(error)
    return what, step
