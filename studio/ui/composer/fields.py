"""What decides an order beside its prompt: references, choices, the estimate, and the button that spends."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.recipe import Sending, ThinkingLevel
from studio.ui.composer.continued_strip import THUMB
from studio.ui.composer.copy_as_button import CopyAsButton
from studio.ui.composer.estimate_card import EstimateCard
from studio.ui.composer.fallback_field import FallbackField
from studio.ui.composer.mention_marks import MentionMarks
from studio.ui.composer.mention_offers import MentionOffers
from studio.ui.composer.options import (
    AUTO,
    goal_of,
    group_option_id,
    group_options,
    pixel_words,
    ratio_options,
    resolution_options,
    thinking_options,
    unbroken,
)
from studio.ui.composer.prompt_foot import PromptFoot
from studio.ui.composer.references_field import ReferencesField
from studio.ui.composer.spend_row import SpendRow
from studio.ui.focus_order import put_before
from studio.ui.kit import Button, ButtonKind, ChoiceCard, FieldLabel, RatioPicker, SegmentedPicker, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPixmap

    from studio.ui.composer.panel import ComposerPanel
    from studio.ui.theme import Theme
    from studio.viewmodels.composer import ComposerViewModel
    from studio.viewmodels.composer_state import ComposerState
    from studio.viewmodels.thumbnails import Thumbnails

MARGIN = 16


class ComposerFields(QObject):
    """Shows one state around the prompt of `panel`, and says what the person did.

    What is chosen scrolls where there is little room; estimate and button always stay.
    """

    def __init__(
        self,
        theme: "Theme",
        composer: "ComposerViewModel",
        thumbnails: "Thumbnails",
        *,
        panel: "ComposerPanel",
    ) -> None:
        super().__init__(panel)
        self._theme = theme
        self._composer = composer
        self._thumbnails = thumbnails
        self._panel = panel
        self._column = panel.scroll_column.widget()
        self._shown = composer.state

    def press(self) -> None:
        """As a press on the spending button."""
        self._spend.spend.press()

    # Building

    def build(self) -> "Iterator[None]":
        """From the top down, so that nothing moves that is there; then it follows the view-model.

        What is there can be used at once: no choice is lost that somebody makes meanwhile.
        """
        self._panel.take_stretch()
        self._make_foot_of_prompt()
        yield
        self._make_references()
        yield
        self._make_aspect()
        yield
        self._make_resolution_and_group()
        yield
        self._make_thinking()
        yield
        self._make_foot()
        yield
        self._connect()
        self._show()

    def _make_foot_of_prompt(self) -> None:
        self._marks = MentionMarks(self._theme, self._panel.prompt)
        self._offers = MentionOffers(self._theme, self._panel.prompt)
        copy_as = CopyAsButton(self._theme, self._column)
        copy_as.picked.connect(self._panel.copy_as_requested)
        self._panel.label.add_right(copy_as)
        put_before(self._panel.prompt, copy_as)
        self._foot = PromptFoot(self._theme, self._composer, self._column)
        self._panel.body.addWidget(self._foot)
        self._show_prompt(self._composer.state)

    def _make_references(self) -> None:
        self._references = ReferencesField(self._theme, self._composer, self._thumbnails, self._column)
        self._references.show_state(self._composer.state)
        self._panel.body.addSpacing(8)
        self._panel.body.addWidget(self._references)

    def _make_aspect(self) -> None:
        self._aspect_label = FieldLabel(self.tr("Aspect ratio"), parent=self._column)
        self._aspect = RatioPicker(
            self._theme,
            name=self.tr("Aspect ratio"),
            more=self.tr("More"),
            fewer=self.tr("Fewer"),
            parent=self._column,
        )
        state = self._composer.state
        self._aspect.set_options(ratio_options(state.aspects, state.resolution))
        self._show_aspect(state)
        self._aspect.picked.connect(self._pick_aspect)
        self._add_field(self._aspect_label, self._aspect)

    def _make_resolution_and_group(self) -> None:
        column, state = self._column, self._composer.state
        self._resolution = SegmentedPicker(self._theme, name=self.tr("Resolution"), parent=column)
        self._resolution.set_options(resolution_options(state.resolutions))
        self._resolution.set_value(state.resolution.value)
        self._group_label = FieldLabel(self.tr("Group"), parent=column)
        compare = Button(
            self._theme, self.tr("Compare…"), kind=ButtonKind.LINK, name=self.tr("Compare groups")
        )
        compare.clicked.connect(self._panel.compare_groups_requested)
        self._group_label.add_right(compare)
        self._group = ChoiceCard(self._theme, name=self.tr("Group"), parent=column)
        self._group.set_options(group_options(state))
        self._why = Words(role="caption", wrap=True, parent=column)
        self._show_group(state)
        self._resolution.picked.connect(self._pick_resolution)
        self._group.picked.connect(self._pick_group)
        self._add_field(FieldLabel(self.tr("Resolution"), parent=column), self._resolution)
        self._fallback = FallbackField(self._theme, column)
        self._fallback.show_lines(state.fallback)
        self._fallback.switched.connect(self._switch_fallback)
        self._fallback.change_requested.connect(self._panel.fallback_requested)
        self._add_field(self._group_label, self._group, self._why, self._fallback)

    def _make_thinking(self) -> None:
        self._thinking = SegmentedPicker(self._theme, name=self.tr("Thinking level"), parent=self._column)
        self._thinking.set_options(thinking_options())
        self._thinking.set_value(self._composer.state.thinking.value)
        self._thinking.picked.connect(self._pick_thinking)
        row = QHBoxLayout()
        row.addWidget(Words(self.tr("Thinking level"), role="label", parent=self._column))
        row.addStretch(1)
        row.addWidget(self._thinking)
        self._panel.body.addSpacing(4)
        self._panel.body.addLayout(row)
        self._panel.body.addStretch(1)

    def _make_foot(self) -> None:
        self._estimate = EstimateCard(self._theme, self._panel)
        self._spend = SpendRow(self._theme, self._panel)
        foot = QVBoxLayout()
        foot.setContentsMargins(MARGIN, 8, MARGIN, MARGIN)
        foot.setSpacing(12)
        foot.addWidget(self._estimate)
        foot.addWidget(self._spend)
        self._estimate.show_lines(self._composer.state.estimate)
        self._spend.show_state(self._composer.state)
        self._panel.column.addLayout(foot)

    def _add_field(self, label: FieldLabel, *fields: QWidget) -> None:
        body = self._panel.body
        body.addSpacing(8)
        body.addWidget(label)
        for field in fields:
            body.addWidget(field)

    def _connect(self) -> None:
        composer = self._composer
        composer.state_changed.connect(self._show)
        self._thumbnails.arrived.connect(self._show_pictures)
        self._foot.redone.connect(self._panel.focus_prompt)
        self._references.dropped.connect(self._panel.take_dropped)
        self._spend.count_changed.connect(composer.set_count)
        self._spend.pressed.connect(composer.submit)
        self._spend.confirmed.connect(composer.confirm)
        self._spend.declined.connect(composer.not_now)
        self._spend.afresh_wanted.connect(lambda: composer.choose_sending(Sending.AFRESH))
        self._spend.budget_wanted.connect(self._panel.budget_requested)
        self._spend.key_wanted.connect(lambda: self._panel.add_key_requested.emit(composer.state.group))

    # Showing

    def _show(self) -> None:
        state = self._composer.state
        self._show_prompt(state)
        self._references.show_state(state)
        self._show_choices(state)
        self._estimate.show_lines(state.estimate)
        self._spend.show_state(state)

    def _show_prompt(self, state: "ComposerState") -> None:
        continued = state.continued
        picture = self._picture(continued.version, THUMB) if continued else None
        self._panel.show_continued(continued, picture, state=state)
        self._panel.prompt.set_text(state.prompt)
        self._marks.show_handles(tuple(kept.handle for kept in state.references))
        self._offers.show_handles({kept.handle: kept.name for kept in state.references})
        names = ", ".join(f"@{name}" for name in state.unnamed)
        unknown = self.tr("No reference is called {names}.").format(names=names) if names else ""
        self._panel.prompt.setAccessibleDescription(unknown)
        self._foot.show_state(state)

    def _show_choices(self, state: "ComposerState") -> None:
        """Options are set only when they changed: new ones would take the focus from the old."""
        before, self._shown = self._shown, state
        if (before.aspects, before.resolution) != (state.aspects, state.resolution):
            self._aspect.set_options(ratio_options(state.aspects, state.resolution))
        if before.resolutions != state.resolutions:
            self._resolution.set_options(resolution_options(state.resolutions))
        if (before.groups, before.goals) != (state.groups, state.goals):
            self._group.set_options(group_options(state))
        self._show_aspect(state)
        self._resolution.set_value(state.resolution.value)
        self._show_group(state)
        self._fallback.show_lines(state.fallback)
        self._thinking.set_value(state.thinking.value)

    def _show_aspect(self, state: "ComposerState") -> None:
        size = pixel_words(str(state.size)) if state.size else self.tr("the model decides")
        self._aspect_label.set_hint(size)
        self._aspect.set_value(state.aspect.value if state.aspect else AUTO)

    def _show_group(self, state: "ComposerState") -> None:
        self._group.set_value(group_option_id(state))
        self._why.set_words(unbroken(state.why))
        self._why.setAccessibleName(state.why)
        self._why.setVisible(bool(state.why))
        self._group_label.set_hint("" if self._group.value else self.tr("choose one"))

    def _show_pictures(self, arrived: frozenset[str]) -> None:
        """While the gallery is scrolled thumbnails arrive all the time, and none of them stands here."""
        state = self._composer.state
        shown = {kept.sha256 for kept in state.references}
        if state.continued:
            shown.add(state.continued.version)
        if not shown.isdisjoint(arrived):
            self._show_prompt(state)
            self._references.show_state(state)

    def _picture(self, key: str, size: QSize) -> "QPixmap | None":
        """Asked for at twice the size, because only its middle is shown."""
        return self._thumbnails.pixmap(key, size * (2 * self._panel.devicePixelRatioF()))

    # What the person did

    def _pick_aspect(self, id_: str) -> None:
        self._composer.choose_aspect(None if id_ == AUTO else AspectRatio(id_))

    def _pick_resolution(self, id_: str) -> None:
        self._composer.choose_resolution(Resolution(id_))

    def _pick_group(self, id_: str) -> None:
        goal = goal_of(id_)
        if goal is None:
            self._composer.choose_group(id_)
        else:
            self._composer.choose_goal(goal)

    def _switch_fallback(self, on: bool) -> None:
        self._composer.set_moving_on(on=on)

    def _pick_thinking(self, id_: str) -> None:
        self._composer.choose_thinking(ThinkingLevel(id_))
