"""What the drawing of a tree says: of versions, of folded branches, and on the edges between versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.prompt_difference import Piece, PieceKind, differences
from studio.viewmodels.tile import branch_line, branch_title, remarks
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from studio.domain.version import Version
    from studio.viewmodels.tree_plan import TreeNode

ENOUGH_KEPT = 0.4
"""A prompt of which less than this share stayed is another prompt, not a changed one."""

AROUND = 3
"""So many words are left of what stayed, before and after a change."""


def node_title(node: TreeNode) -> str:
    """The first line of a version as details have it, "3 · “warmer light”"; of folded branches how many.

    The branch's name stands over the picture.
    """
    if node.version is None:
        return folded_words(node)
    return branch_title(node.version, node.number, is_first=node.parent < 0, named=False)


def node_line(node: TreeNode) -> str:
    """The second line: "2K · ¥0.25 · 10:46"."""
    return branch_line(node.version) if node.version else ""


def folded_words(node: TreeNode) -> str:
    """How much is folded here: "3 hidden", "2 archived", "3 hidden, 2 archived"."""
    parts: list[str] = []
    if node.hidden:
        parts.append(translate("tree", "{count} hidden").format(count=node.hidden))
    if node.archived:
        parts.append(translate("tree", "{count} archived").format(count=node.archived))
    return ", ".join(parts) or translate("tree", "Nothing left")


def node_name(node: TreeNode, children: int, *, linked: str = "") -> str:
    """All that is seen of it, for those who don't; `linked` names the file outside that holds it."""
    version = node.version
    if version is None:
        return translate("tree", "{folded}, folded").format(folded=folded_words(node))
    words = [node_title(node), node_line(node), *_branch_words(version), *remarks(version)]
    if version.trashed and not version.purged:
        words.append(translate("tree", "in the trash"))
    if linked:
        words.append(translate("tree", "in the linked file {name}").replace("{name}", linked))
    if children:
        one, many = translate("tree", "1 continues it"), translate("tree", "{count} continue it")
        words.append(one if children == 1 else many.format(count=children))
    return ", ".join(words)


def _branch_words(version: Version) -> list[str]:
    mark = version.branch
    words = [translate("tree", "branch {name}").format(name=mark.name)] if mark.name else []
    if mark.hidden:
        words.append(translate("tree", "hidden"))
    if mark.archived:
        words.append(translate("tree", "archived"))
    return words


def change_pieces(parent: Version | None, child: Version) -> tuple[Piece, ...]:
    """What was changed from the parent's prompt to this one.

    An instruction of its own, of which hardly a word stood in the parent's prompt, stands as it is, as one
    kept piece. Of the same prompt that is said, and another size.
    """
    after = " ".join(child.recipe.prompt.split())
    before = " ".join(parent.recipe.prompt.split()) if parent else ""
    if before == after:
        words = translate("tree", "Same prompt") if after else translate("tree", "No prompt")
        size = child.recipe.resolution
        if parent is not None and parent.recipe.resolution is not size:
            words = f"{words} · {size.value}"
        return (Piece(PieceKind.KEPT, words),)
    pieces = differences(before, after)
    kept = sum(len(piece.text) for piece in pieces if piece.kind is PieceKind.KEPT)
    if kept < ENOUGH_KEPT * min(len(before), len(after)) or not before:
        return (Piece(PieceKind.KEPT, after),)
    return pieces


def shortened(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The same with what stayed cut down to a few words around each change."""
    if len(pieces) == 1:
        return pieces
    last = len(pieces) - 1
    return tuple(
        Piece(piece.kind, _around(piece.text, first=at == 0, last=at == last))
        if piece.kind is PieceKind.KEPT
        else piece
        for at, piece in enumerate(pieces)
    )


def _around(text: str, *, first: bool, last: bool) -> str:
    words = text.split()
    most = AROUND if first or last else 2 * AROUND
    if len(words) <= most:
        return text
    if first:
        return "… " + " ".join(words[-AROUND:]) + _space_after(text)
    if last:
        return _space_before(text) + " ".join(words[:AROUND]) + " …"
    ends = (" ".join(words[:AROUND]), " ".join(words[-AROUND:]))
    return _space_before(text) + " … ".join(ends) + _space_after(text)


def _space_before(text: str) -> str:
    return " " if text[:1].isspace() else ""


def _space_after(text: str) -> str:
    return " " if text[-1:].isspace() else ""
