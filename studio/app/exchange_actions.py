"""The actions on pictures that leave and come in, for one or many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.viewmodels.actions import ANYWHERE, AT_GALLERY, AT_PICTURES, Action
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.app.window_actions import Parts


def exchange_actions(parts: Parts) -> tuple[Action, ...]:
    """Copying, printing and finding of what is chosen, then importing."""
    return (*_outgoing(parts), *_importing(parts))


def _outgoing(parts: Parts) -> tuple[Action, ...]:
    category, models, exchange = translate("actions", "Picture"), parts.models, parts.exchange
    outgoing = models.outgoing

    def add(id_: str, title: str, act: Callable[[tuple[str, ...]], object], *keys: str, icon: str) -> Action:
        return Action(
            id_, title, category, lambda: act(parts.chosen()), keys, AT_PICTURES, parts.has_chosen, icon=icon
        )

    def similar() -> None:
        version = models.details.state.version
        if version is not None:
            exchange.versions.similar_requested.emit(version.id)

    return (
        add(
            "export",
            translate("actions", "Export…"),
            exchange.versions.export_requested.emit,
            "E",
            icon="upload",
        ),
        add(
            "copy-picture",
            translate("actions", "Copy picture"),
            outgoing.copy_pictures,
            "Ctrl+C",
            icon="copy",
        ),
        add(
            "copy-prompt",
            translate("actions", "Copy prompt"),
            outgoing.copy_prompts,
            "Ctrl+Shift+C",
            icon="copy",
        ),
        add("copy-path", translate("actions", "Copy path"), outgoing.copy_paths, icon="copy"),
        add(
            "use-as-reference",
            translate("actions", "Use as reference"),
            outgoing.use_as_references,
            icon="image-plus",
        ),
        add("print", translate("actions", "Print…"), exchange.print_pictures, "Ctrl+P", icon="printer"),
        add("locate", translate("actions", "Locate missing file…"), models.missing.locate, icon="file-x"),
        Action(
            "find-similar",
            translate("actions", "Find similar pictures"),
            category,
            similar,
            places=AT_PICTURES,
            enabled=lambda: models.details.state.version is not None,
            icon="scan-search",
        ),
    )


def _importing(parts: Parts) -> tuple[Action, ...]:
    category, exchange = translate("actions", "Gallery"), parts.exchange

    def add(id_: str, title: str, act: Callable[[], object], *keys: str) -> Action:
        return Action(id_, title, category, act, keys, ANYWHERE, icon="download")

    return (
        add("import", translate("actions", "Import pictures…"), exchange.choose_pictures, "Ctrl+O"),
        add(
            "import-folder", translate("actions", "Import a folder…"), exchange.choose_folder, "Ctrl+Shift+O"
        ),
        Action(
            "paste",
            translate("actions", "Paste picture"),
            category,
            exchange.paste,
            ("Ctrl+V",),
            AT_GALLERY,
            icon="clipboard-paste",
        ),
    )
