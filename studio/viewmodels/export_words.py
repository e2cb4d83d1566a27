"""The words of the export dialog: pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.errors import StudioError
from studio.domain.export import Format, Layout, Profile
from studio.domain.export_name_words import describe_name_problem
from studio.domain.preset_words import preset_name
from studio.domain.words import describe
from studio.viewmodels.export_preview import FolderState
from studio.viewmodels.export_sizes import size_name
from studio.viewmodels.wording import bytes_words, translate

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.export import Preset
    from studio.viewmodels.export_state import ExportState

_SHOWN_NAMES = 3
_SHORT_NAME = 9


def counted(count: int, one: str, many: str) -> str:
    """One of two sentences; {count} in the second is the number."""
    return one if count == 1 else many.format(count=f"{count:,}")


def title_words(count: int) -> str:
    """ "Export 3 images"."""
    return counted(count, translate("export", "Export 1 image"), translate("export", "Export {count} images"))


def button_words(state: ExportState) -> str:
    """ "Export 9 files", or "Export" while their number isn't known."""
    if state.files is None:
        return translate("export", "Export")
    return counted(
        state.files, translate("export", "Export 1 file"), translate("export", "Export {count} files")
    )


def preset_label(preset: Preset, *, changed: bool = False) -> str:
    """What the preset is called, and that it isn't any more what it was."""
    name = preset_name(preset.name, translate)
    return translate("export", "{name} · changed").replace("{name}", name) if changed else name


def format_label(format_: Format) -> str:
    """As people call it."""
    return translate("export", "Original") if format_ is Format.ORIGINAL else format_.label


def unsuited_words(layout: Layout, format_: Format) -> str:
    """Why this format can't be chosen in this layout; empty where it can."""
    if format_ is Format.ORIGINAL or layout.takes(format_):
        return ""
    return translate("export", "{layout} can't hold {format}.").format(
        layout=_layout_name(layout), format=format_.label
    )


def _layout_name(layout: Layout) -> str:
    names = {
        Layout.IOS: translate("export", "An asset catalog"),
        Layout.ANDROID: translate("export", "An Android project"),
        Layout.WEB: translate("export", "A srcset"),
        Layout.FAVICON: translate("export", "A favicon set"),
        Layout.STORE: translate("export", "A store listing"),
    }
    return names.get(layout, translate("export", "This preset"))


def layout_words(state: ExportState) -> str:
    """What the preset makes beside the pictures; empty where it is nothing."""
    if state.is_original:
        return ""
    folders = state.foreseen.folders if state.foreseen else 0
    match state.preset.layout:
        case Layout.IOS:
            return counted(
                max(folders, 1),
                translate("export", "Asset catalog: 1 folder with Contents.json"),
                translate("export", "Asset catalog: {count} folders with Contents.json"),
            )
        case Layout.ANDROID:
            return counted(
                folders,
                translate("export", "1 folder, named by its density"),
                translate("export", "{count} folders, one for each density"),
            )
        case Layout.WEB:
            return translate("export", "With the HTML for its srcset beside each picture")
        case Layout.FAVICON:
            return translate("export", "With favicon.ico, web manifest and HTML in each folder")
        case Layout.FLAT | Layout.SOCIAL | Layout.STORE:
            some = counted(
                folders, translate("export", "In 1 folder"), translate("export", "In {count} folders")
            )
            return some if folders else ""


def further_words(state: ExportState) -> str:
    """In which formats it is written too."""
    also = ", ".join(format_label(one) for one in state.preset.also)
    return translate("export", "also {formats}").format(formats=also) if also else ""


def weight_words(state: ExportState) -> str:
    """How many bytes a file will have; why not where it can't be made."""
    weight = state.weight
    if isinstance(weight, StudioError):
        return describe(weight, translate).what
    if weight is None:
        return translate("export", "weighing…") if state.first and not state.begun else ""
    size = bytes_words(weight)
    exact = state.is_original and not state.preset.inside.strip
    words = size if exact else translate("export", "about {size}").format(size=size)
    if len(state.preset.sizes) > 1 and not state.is_original:
        name = size_name(state.preset.sizes[state.row])
        return f"{name} {words}" if len(name) <= _SHORT_NAME else words
    if state.count > 1 and not exact:
        return translate("export", "{size} each").format(size=words)
    return words


def name_words(state: ExportState) -> str:
    """What is wrong with the template."""
    return " ".join(describe_name_problem(found, translate) for found in state.name_problems)


def folder_words(state: ExportState) -> str:
    """Why nothing can be written in the folder."""
    if state.unmade:
        unmade = translate("export", "This folder can't be made ({reason}).")
        return unmade.replace("{reason}", state.unmade)
    words = {
        FolderState.THERE: "",
        FolderState.NONE_CHOSEN: translate("export", "Choose a folder."),
        FolderState.MISSING: translate("export", "This folder isn't there."),
        FolderState.NO_FOLDER: translate("export", "This is a file, not a folder."),
        FolderState.READ_ONLY: translate("export", "Nothing can be written in this folder."),
    }
    return words[state.folder]


def short_path(path: Path | None, home: Path) -> str:
    """The folder as people write it: "~/Designs/spring"."""
    if path is None or path == home or not path.is_relative_to(home):
        return str(path or "")
    return f"~/{path.relative_to(home).as_posix()}"


def preview_words(state: ExportState) -> str:
    """How many files, and how the first of them are called."""
    if state.versions == ():
        return translate("export", "These pictures aren't in the library any more.")
    if state.foreseen is None:
        return translate("export", "Looking at the pictures…")
    names = state.foreseen.names
    if not names:
        return translate("export", "No file")
    count = counted(len(names), translate("export", "1 file"), translate("export", "{count} files"))
    shown = [name.rpartition("/")[2] for name in names[:_SHOWN_NAMES]]
    rest = ["…"] if len(names) > _SHOWN_NAMES else []
    return f"{count} · {', '.join((*shown, *rest))}"


def larger_words(state: ExportState) -> str:
    """That some files have more pixels than their picture; empty where none has."""
    larger = state.foreseen.larger if state.foreseen else 0
    if not larger:
        return ""
    return counted(
        larger,
        translate("export", "1 file would be larger than its picture."),
        translate("export", "{count} files would be larger than their pictures."),
    )


def taken_words(state: ExportState) -> str:
    """That some names are taken; empty where none is."""
    taken = state.foreseen.taken if state.foreseen else 0
    if not taken:
        return ""
    if state.preset.layout.has_own_folder and not state.is_original:
        return counted(
            taken,
            translate("export", "1 folder is there already."),
            translate("export", "{count} folders are there already."),
        )
    return counted(
        taken,
        translate("export", "1 file is there already."),
        translate("export", "{count} files are there already."),
    )


def inside_words(state: ExportState) -> str:
    """Why what goes inside can't be chosen; empty where it can."""
    if state.is_original and not state.preset.inside.strip:
        return translate("export", "The original stays as it came.")
    if not state.preset.encoding.format.takes_metadata:
        return translate("export", "Icons have no place for it.")
    return ""


def credentials_words(state: ExportState) -> str:
    """That content credentials stay behind; empty where none do."""
    if not state.signed:
        return ""
    return counted(
        state.signed,
        translate("export", "1 original has content credentials (C2PA): they stay with it."),
        translate("export", "{count} originals have content credentials (C2PA): they stay with them."),
    )


def profile_words(profile: Profile) -> str:
    """What becomes of colours."""
    words = {
        Profile.CONVERT: translate("export", "Convert to sRGB"),
        Profile.KEEP: translate("export", "Keep profile"),
    }
    return words[profile]


def colours_words(colours: int | None) -> str:
    """How many colours a PNG keeps."""
    if colours is None:
        return translate("export", "All colours")
    return translate("export", "{count} colours").format(count=colours)
