"""Shows in the editor which words name a reference."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat

from studio.domain.handles import mentions

if TYPE_CHECKING:
    from studio.ui.kit import PromptEdit
    from studio.ui.theme import Theme

GROUND = 0.18


class MentionMarks(QSyntaxHighlighter):
    """Colours are of the lines as they are laid out, not of the text: nothing of it is a step to be undone,
    and an input method composes among them.
    """

    def __init__(self, theme: "Theme", prompt: "PromptEdit") -> None:
        super().__init__(prompt.document())
        self._theme = theme
        self._handles: frozenset[str] = frozenset()
        theme.changed.connect(self._dress)
        self._dress()

    def show_handles(self, handles: tuple[str, ...]) -> None:
        """These are the names of references."""
        if frozenset(handles) != self._handles:
            self._handles = frozenset(handles)
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        for mention in mentions(text, self._handles):
            start = utf16_place(text, mention.start)
            end = utf16_place(text, mention.end)
            self.setFormat(start, end - start, self._known if mention.known else self._unknown)

    def _dress(self) -> None:
        self._known = QTextCharFormat()
        ground = self._theme.colour("info")
        self._known.setForeground(ground)
        ground.setAlphaF(GROUND)
        self._known.setBackground(ground)
        self._unknown = QTextCharFormat()
        self._unknown.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        self._unknown.setUnderlineColor(self._theme.colour("muted"))
        self.rehighlight()


def utf16_place(text: str, index: int) -> int:
    """Qt counts in units of UTF-16, where a letter as 🦊 is two."""
    return len(text[:index].encode("utf-16-le", "surrogatepass")) // 2


def letters_before(text: str, place: int) -> int:
    """The other way round: how many letters stand before Qt's place."""
    units = text.encode("utf-16-le", "surrogatepass")[: 2 * place]
    return len(units.decode("utf-16-le", "replace"))
