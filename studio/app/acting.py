"""Everything a person does with a key or finds by a few letters: actions, palette, tags, shortcuts."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studio.app.window_actions import Doors, Parts, window_actions
from studio.ui.actions import ActionKeys
from studio.ui.kit import announce
from studio.viewmodels.actions import Place, cap_words
from studio.viewmodels.palette import PALETTE, PaletteModel, action_entries
from studio.viewmodels.palette_sources import SettingEntries, project_entries, search_entries

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from studio.ui.palette import Palette
    from studio.ui.tag_popup import TagPopup
    from studio.ui.theme import Theme

_EARLY = {"Ctrl+K": PALETTE, "Ctrl+F": "search"}


class Acting(QObject):
    """Gives the window its keys. What lies over the window is built when it is first opened."""

    def __init__(self, theme: Theme, parts: Parts, *, open_settings: Callable[[str], object]) -> None:
        """`open_settings` opens them at a place, or at the beginning for an empty one."""
        super().__init__(parts.window)
        self._theme = theme
        self._parts = parts
        self._open_settings = open_settings
        self.actions = parts.models.actions
        doors = Doors(
            palette=self.open_palette,
            gallery=self._go_back,
            settings=lambda: open_settings(""),
            shortcuts=self.open_shortcuts,
            empty_trash=parts.switcher.empty_trash_requested.emit,
        )
        self.actions.add(window_actions(parts, doors))
        self.actions.changed.connect(self._show_hint)
        judging, search = parts.models.judging, parts.top_bar.search
        judging.tags_requested.connect(self._open_tags)
        judging.advance_requested.connect(self._advance)
        judging.said.connect(self._say)
        search.hint_pressed.connect(self.open_palette)
        self._show_hint()
        keys = ActionKeys(self.actions, window=parts.window, place=parts.place)
        parts.window.page_changed.connect(keys.refresh)
        parts.models.viewer.look.state_changed.connect(keys.refresh)
        self._do_early(parts.window.end_early_keys())

    # Built when they are first opened: the window opens sooner without them.

    @cached_property
    def palette(self) -> Palette:
        """The command palette."""
        from studio.ui.palette import Palette

        models = self._parts.models
        settings = SettingEntries(
            session=models.session,
            tasks=models.tasks,
            judging=models.judging,
            open_at=self._open_settings,
        )
        model = PaletteModel(
            sources=(
                lambda: action_entries(self.actions),
                lambda: project_entries(models.projects),
                lambda: search_entries(models.search),
                settings,
            ),
            search=self._search,
        )
        model.setParent(self)
        return Palette(self._theme, model, host=self._parts.window)

    @cached_property
    def tags(self) -> TagPopup:
        """Where tags are typed."""
        from studio.ui.tag_popup import TagPopup

        return TagPopup(self._theme, self._parts.models.tags, host=self._parts.window)

    # Opening

    def open_palette(self) -> None:
        """Open the palette, or close it."""
        self.palette.show_palette()

    def open_shortcuts(self, over: QWidget | None = None) -> None:
        """Show every shortcut, to look at or to change; over another dialog if it is asked for there."""

        async def ask() -> None:
            from studio.ui.dialogs.shortcuts import ShortcutsDialog

            await ShortcutsDialog(self._theme, self.actions, parent=over or self._parts.window).ask()

        self._parts.models.tasks.start(ask)

    def _open_tags(self, ids: tuple[str, ...]) -> None:
        self.tags.show_tags(ids)

    # Doing

    def _do_early(self, key: str) -> None:
        """What was pressed before there was anything to do it."""
        if key:
            self.actions.run(_EARLY[key])

    def _say(self, words: str) -> None:
        announce(self._parts.window, words)

    def _go_back(self) -> None:
        self._parts.models.tree_page.close()
        self._parts.models.ledger.close()
        self._parts.models.viewer.close()
        self._parts.gallery.view.setFocus()

    def _advance(self, version_id: str) -> None:
        if self._parts.place() is Place.GALLERY:
            self._parts.gallery.advance(version_id)

    def _search(self, words: str) -> None:
        """What was typed in the palette, as if it had been typed in the search field."""
        search = self._parts.models.search
        search.write(words)
        search.remember()
        self._parts.gallery.view.setFocus()

    def _show_hint(self) -> None:
        self._parts.top_bar.search.set_hint(cap_words(self.actions.shown(PALETTE)))
