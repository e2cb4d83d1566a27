"""Presets as data: the shipped ones, the person's own, shared files, and files with nonsense."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.errors import FileUnwritable, UnreadableFile
from studio.domain.export import PALETTES, Encoding, Format, Inside, Layout, Preset, Profile
from studio.domain.export_sizes import Box, Focus, SizeKind, SizeRule
from studio.domain.preset_errors import Fault, PresetExists, UnknownPreset, UnusablePreset, UnusablePresetName
from studio.domain.preset_words import preset_name
from studio.domain.words import describe
from studio.settings import Folders
from studio.settings.preset_file import preset_from_json, preset_to_json
from studio.settings.presets import (
    find_preset,
    own_presets,
    read_preset,
    remove_preset,
    rename_preset,
    save_preset,
    share_preset,
    shipped_presets,
    take_preset,
)

if TYPE_CHECKING:
    from pathlib import Path

MINE = Preset(
    "Für Ann · 狐",
    Encoding(Format.WEBP, quality=70),
    (SizeRule(SizeKind.FILL, 800, 600, focus=Focus(0.2, 0.9), suffix="-small"), SizeRule()),
    template="{date}/{slug}{scale}",
    inside=Inside(credit="Ann"),
    also=(Format.JPEG,),
)

names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60).filter(str.strip)
boxes = st.builds(
    Box,
    left=st.integers(0, 9000),
    top=st.integers(0, 9000),
    width=st.integers(1, 900),
    height=st.integers(1, 900),
)
rules = st.builds(
    SizeRule,
    kind=st.sampled_from(SizeKind),
    width=st.integers(1, 4000),
    height=st.integers(1, 4000),
    scale=st.floats(0.1, 4),
    whole=st.floats(0.1, 4),
    focus=st.builds(Focus, st.floats(0, 1), st.floats(0, 1)),
    box=boxes,
    suffix=st.sampled_from(["", "@2x", "-480w"]),
    folder=st.sampled_from(["", "mipmap-xhdpi", "a/b"]),
)
presets = st.builds(
    Preset,
    name=names,
    encoding=st.builds(
        Encoding,
        format=st.sampled_from(Format),
        quality=st.integers(1, 100),
        lossless=st.booleans(),
        colours=st.none() | st.sampled_from(PALETTES),
        optimised=st.booleans(),
        profile=st.sampled_from(Profile),
    ),
    sizes=st.lists(rules, min_size=1, max_size=4).map(tuple),
    layout=st.sampled_from(Layout),
    inside=st.builds(Inside, credit=st.text(st.characters(exclude_categories=["Cs"]), max_size=30)),
    contact_sheet=st.booleans(),
    also=st.lists(st.sampled_from(Format), max_size=3).map(tuple),
)


def _fits(preset: Preset) -> bool:
    layout, formats = preset.layout, (preset.encoding.format, *preset.also)
    return all(map(layout.takes, formats)) and (layout.takes_further_formats or not preset.also)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(config=tmp_path / "config", state=tmp_path / "state", pictures=tmp_path / "pictures")


@given(presets.filter(_fits))
def test_a_preset_is_the_same_after_its_file(preset: Preset) -> None:
    assert preset_from_json(preset_to_json(preset), "x.json") == preset


def test_the_shipped_ones_can_be_used_and_differ_in_name() -> None:
    shipped = shipped_presets()
    assert [preset.name for preset in shipped][:3] == ["Original", "PNG as it is", "iOS asset · @1x @2x @3x"]
    assert len({preset.name.casefold() for preset in shipped}) == len(shipped)
    assert [rule.suffix for rule in shipped[2].sizes] == ["", "@2x", "@3x"]


def test_every_shipped_one_can_be_called_in_another_language() -> None:
    def shout(_context: str, text: str) -> str:
        return text.upper()

    for preset in shipped_presets():
        assert preset_name(preset.name, shout) == preset.name.upper()
    assert preset_name(MINE.name, shout) == MINE.name


def test_own_ones_are_kept_renamed_and_removed(folders: Folders) -> None:
    assert own_presets(folders) == ()
    save_preset(folders, MINE)
    save_preset(folders, replace(MINE, name="Banner", contact_sheet=True))
    assert [preset.name for preset in own_presets(folders)] == ["Banner", MINE.name]
    assert find_preset(folders, "für ANN · 狐") == MINE
    rename_preset(folders, "banner", "  Wide\n banner ")
    assert [preset.name for preset in own_presets(folders)] == [MINE.name, "Wide banner"]
    remove_preset(folders, MINE.name)
    assert [preset.name for preset in own_presets(folders)] == ["Wide banner"]


def test_one_name_is_one_preset(folders: Folders) -> None:
    save_preset(folders, MINE)
    better = replace(MINE, name=MINE.name.upper(), template="{version}")
    save_preset(folders, better)
    assert own_presets(folders) == (better,)
    save_preset(folders, replace(MINE, name="Other"))
    with pytest.raises(PresetExists, match="Favicon set"):
        save_preset(folders, replace(MINE, name="favicon set"))
    with pytest.raises(PresetExists):
        rename_preset(folders, "Other", MINE.name)
    rename_preset(folders, "Other", "OTHER")
    with pytest.raises(UnusablePresetName):
        save_preset(folders, replace(MINE, name=" \u202e\n"))


def test_a_shipped_one_can_be_neither_renamed_nor_removed(folders: Folders) -> None:
    with pytest.raises(UnknownPreset):
        rename_preset(folders, "Favicon set", "Mine")
    with pytest.raises(UnknownPreset):
        remove_preset(folders, "Favicon set")


def test_names_that_no_file_may_have_are_kept_all_the_same(folders: Folders) -> None:
    for name in ("a/b", "a:b", "a b", "CON", "...", "../../x", "🦊"):
        save_preset(folders, replace(MINE, name=name))
    assert {preset.name for preset in own_presets(folders)} == {
        "a/b",
        "a:b",
        "a b",
        "CON",
        "...",
        "../../x",
        "🦊",
    }
    assert {path.parent for path in folders.config.rglob("*.json")} == {folders.config / "presets"}


def test_a_preset_is_given_to_somebody_else(folders: Folders, tmp_path: Path) -> None:
    shared = tmp_path / "fox.json"
    share_preset(MINE, shared)
    assert take_preset(folders, shared) == MINE
    assert take_preset(folders, shared).name == f"{MINE.name} (2)"
    share_preset(shipped_presets()[5], shared)
    assert take_preset(folders, shared).name == "Favicon set (2)"
    with pytest.raises(FileUnwritable, match=r"Not a directory|File exists"):
        share_preset(MINE, shared / "below.json")
    with pytest.raises(UnreadableFile):
        read_preset(tmp_path / "missing.json")


def test_a_damaged_own_one_is_set_aside(folders: Folders) -> None:
    save_preset(folders, MINE)
    (path,) = folders.config.rglob("*.json")
    path.write_text("{", "utf-8")
    assert own_presets(folders) == ()
    assert path.with_name(f"{path.name}.damaged").exists()


def changed(*place: str | int, to: object = None, without: bool = False) -> bytes:
    content = json.loads(preset_to_json(MINE))
    at = content
    for step in place[:-1]:
        at = at[step]
    if without:
        del at[place[-1]]
    else:
        at[place[-1]] = to
    return json.dumps(content).encode()


@pytest.mark.parametrize(
    ("content", "fault", "field", "allowed"),
    [
        (b"", Fault.NO_PRESET, "", ""),
        (b"[1, 2]", Fault.NO_PRESET, "", ""),
        (b"\xff\xfe", Fault.NO_PRESET, "", ""),
        (b'{"name": "fox"}', Fault.NO_PRESET, "", ""),
        (b"[" * 100_000, Fault.NO_PRESET, "", ""),
        (b" " * 300_000, Fault.NO_PRESET, "", ""),
        (changed("preset", to=2), Fault.NEWER, "", ""),
        (changed("preset", to=0), Fault.WRONG, "preset", "1"),
        (changed("colour", to=1), Fault.UNKNOWN, "colour", "preset, name, encoding, sizes, layout"),
        (changed("encoding", "x", to=1), Fault.UNKNOWN, "encoding.x", "format, quality, lossless"),
        (changed("sizes", 1, "focus", to={"z": 1}), Fault.UNKNOWN, "sizes[1].focus.z", "x, y"),
        (changed("layout", without=True), Fault.MISSING, "layout", '"flat", "android", "ios"'),
        (
            changed("encoding", "format", to="gif"),
            Fault.WRONG,
            "encoding.format",
            '"original", "png", "jpeg"',
        ),
        (changed("encoding", "quality", to=101), Fault.WRONG, "encoding.quality", "1…100"),
        (changed("encoding", "quality", to="85"), Fault.WRONG, "encoding.quality", "1…100"),
        (changed("encoding", "colours", to=1), Fault.WRONG, "encoding.colours", "256, 16, 4, 2, null"),
        (changed("encoding", "lossless", to=1), Fault.WRONG, "encoding.lossless", "true, false"),
        (changed("sizes", to=[]), Fault.WRONG, "sizes", "[{…}], 1…40"),
        (changed("sizes", to=[dict[str, int]()] * 41), Fault.WRONG, "sizes", "[{…}], 1…40"),
        (changed("sizes", 0, "width", to=65_501), Fault.WRONG, "sizes[0].width", "0…65500"),
        (changed("sizes", 0, "width", to=0), Fault.WRONG, "sizes[0].width", "0…65500"),
        (changed("sizes", 0, "kind", to="crop"), Fault.WRONG, "sizes[0].box", "{left, top, width, height}"),
        (changed("sizes", 0, "scale", to=0), Fault.WRONG, "sizes[0].scale", "> 0, ≤ 64"),
        (changed("sizes", 0, "suffix", to="/../x"), Fault.WRONG, "sizes[0].suffix", '"@2x"'),
        (changed("sizes", 0, "folder", to="../x"), Fault.WRONG, "sizes[0].folder", '"mipmap-xhdpi"'),
        (changed("sizes", 0, "folder", to="/x"), Fault.WRONG, "sizes[0].folder", '"mipmap-xhdpi"'),
        (changed("template", to="{nobody}"), Fault.WRONG, "template", "{project} {version}"),
        (changed("template", to="../{version}"), Fault.WRONG, "template", "{project} {version}"),
        (changed("name", to="  "), Fault.WRONG, "name", '"…", 1…80'),
        (changed("inside", to=None), Fault.WRONG, "inside", "{recipe, marker"),
        (changed("layout", to="ios"), Fault.WRONG, "encoding.format", '"original", "png"'),
        (changed("also", to=["tiff"]).replace(b'"flat"', b'"web"'), Fault.WRONG, "also", '["original"'),
        (changed("also", to=["gif"]), Fault.WRONG, "also[0]", '["original"'),
    ],
)
def test_nonsense_is_refused_and_the_field_is_named(
    folders: Folders, tmp_path: Path, content: bytes, fault: Fault, field: str, allowed: str
) -> None:
    path = tmp_path / "fox.json"
    path.write_bytes(content)
    with pytest.raises(UnusablePreset) as refused:
        take_preset(folders, path)
    assert (refused.value.fault, refused.value.field) == (fault, field)
    assert refused.value.allowed.startswith(allowed)
    words = describe(refused.value)
    assert field in words.what
    assert "fox.json" in words.what
    assert own_presets(folders) == ()


def refusal(content: bytes) -> UnusablePreset | None:
    try:
        preset_from_json(content, "fox.json")
    except UnusablePreset as refused:
        return refused
    return None


@given(st.binary(max_size=300), st.integers(0, 600))
def test_any_bytes_end_in_a_preset_or_a_refusal_in_words(noise: bytes, at: int) -> None:
    whole = preset_to_json(MINE)
    assert refusal(noise) is not None
    refused = refusal(whole[:at] + noise + whole[at + len(noise) :])
    assert refused is None or "fox.json" in describe(refused).what
