"""Why a text isn't taken for a model page."""

from __future__ import annotations

from studio.domain.errors import UnusableInput


class NotAModelPage(UnusableInput):
    """The text holds no model with groups and prices."""


class IncompleteModelPage(UnusableInput):
    """The text is a model page of which a part is missing; `missing` names it as the page does."""

    def __init__(self, missing: str) -> None:
        super().__init__(missing)
        self.missing = missing
