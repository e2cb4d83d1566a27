"""Names of exported files: legal everywhere, never outside, never two alike."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.export_name_words import describe_name_problem
from studio.domain.export_names import (
    DEFAULT_TEMPLATE,
    MOST_BYTES,
    GivenNames,
    Named,
    NameProblem,
    Placeholder,
    file_name,
    key_of,
    legal_name,
    problems,
)
from studio.domain.graphemes import cut

FOX = Named(
    project="Spring campaign",
    version=3,
    prompt="A red fox in the snow",
    width=1835,
    height=1024,
    day=date(2026, 11, 26),
    scale="@2x",
    group="官KEY-3.5折",
    n=7,
    of=120,
)
FAMILY = "👩‍👩‍👧‍👦"
FLAG = "🇨🇳"
HIDDEN = "\u202e\u202d\u2066\u2069\u200e\u200f\u061c\ufeff\0\x07\x1b\x7f\u2028"

awkward = st.one_of(
    st.text(max_size=400),
    st.sampled_from(
        ["con", "NUL.txt", "Aux .png", "com¹", "..", ".", "...", " ", "a" * 400, "狐" * 300, HIDDEN]
    ),
    st.sampled_from(
        [FAMILY * 60, FLAG * 120, "e\u0301" * 300, "عربى", "x\u202egnp.exe", "C:\\x", "~/x", "$HOME"]
    ),
)
placeholders = st.sampled_from([f"{{{one.value}}}" for one in Placeholder])
templates = st.one_of(
    awkward,
    st.lists(
        st.one_of(
            st.sampled_from([f"{{{one.value}}}" for one in Placeholder]), st.sampled_from("/.-{} \\"), awkward
        ),
        max_size=12,
    ).map("".join),
)
facts = st.builds(
    Named,
    project=awkward,
    version=st.integers(1, 10**6),
    prompt=awkward,
    width=st.integers(1, 20000),
    height=st.integers(1, 20000),
    day=st.dates(),
    scale=st.sampled_from(["", "@2x", "@3x", "-xhdpi"]),
    group=awkward,
    n=st.integers(1, 10**4),
    of=st.integers(1, 10**4),
)
endings = st.sampled_from(["", ".png", ".jpg", ".webp", ".avif", ".imageset"])


@pytest.mark.parametrize(
    ("template", "name"),
    [
        (DEFAULT_TEMPLATE, "Spring campaign-v3@2x.png"),
        ("{slug}-{width}x{height}", "a-red-fox-in-the-snow-1835x1024.png"),
        ("{date}/{n} {group}", "2026-11-26/007 官KEY-3.5折.png"),
        ("fox / red/ {version} ", "fox/red/v3.png"),
        ("/etc/passwd", "etc/passwd.png"),
        ("../../{version}", "v3.png"),
        ("{nobody}", "{nobody}.png"),
        ("", "picture.png"),
        ("aux", "aux-.png"),
        ("com1.fox", "com1-.fox.png"),
        ("a:b*c?", "a b c.png"),
    ],
)
def test_a_template_makes_a_name(template: str, name: str) -> None:
    assert str(file_name(template, FOX, ".png")) == name


def test_a_slash_in_a_project_makes_no_folder() -> None:
    assert str(file_name("{project}", replace(FOX, project="up/../down"), ".png")) == "up .. down.png"


@pytest.mark.parametrize("kept", [FAMILY, FLAG, "عربى", "עברית", "می\u200cخواهم", "红狐", "e\u0301"])
def test_what_people_write_stays(kept: str) -> None:
    assert legal_name(kept, ".png") == f"{unicodedata.normalize('NFC', kept)}.png"


def test_what_nobody_sees_is_taken_out() -> None:
    assert legal_name(f"fox{HIDDEN}gnp", ".exe.png") == "fox gnp.exe.png"


@pytest.mark.parametrize("letter", [FAMILY, FLAG, "e\u0323\u0302", "👍🏽", "한", "क्षि", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"])
def test_a_letter_is_never_cut_in_two(letter: str) -> None:
    for most in range(100):
        short = cut(f"x{letter * 10}", most)
        assert short in [f"x{letter * count}" for count in range(11)] or (most == 0 and not short)
        assert len(short.encode()) <= most


def test_300_letters_keep_their_ending() -> None:
    name = legal_name("狐" * 300, ".imageset")
    assert name.endswith("狐.imageset")
    assert MOST_BYTES - 12 < len(name.encode()) <= MOST_BYTES


@given(templates, facts, endings)
def test_every_name_is_legal_everywhere_and_inside(template: str, named: Named, suffix: str) -> None:
    path = file_name(template, named, suffix)
    assert not path.is_absolute()
    assert path.name.endswith(suffix)
    for part in path.parts:
        assert part not in {"", ".", ".."}
        assert not part.startswith(".")
        assert part == unicodedata.normalize("NFC", part)
        assert not set(part) & set('<>:"/\\|?*')
        assert not any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in part)
        assert not any(
            unicodedata.bidirectional(letter) in {"RLO", "LRO", "RLE", "LRE", "PDF"} for letter in part
        )
        assert part == part.strip(" ").rstrip(".")
        assert len(part.encode()) <= MOST_BYTES
        assert not PureWindowsPath(part).is_reserved()


@given(st.lists(st.tuples(templates, facts), max_size=30), st.sets(st.integers(0, 20)))
def test_no_two_are_alike(wanted: list[tuple[str, Named]], standing: set[int]) -> None:
    paths = [file_name(template, named, ".png") for template, named in wanted]
    before = {key_of(path) for number, path in enumerate(paths) if number in standing}
    names = GivenNames(lambda path: key_of(path) in before)
    given_ = [names.give(path) for path in paths]
    keys = [key_of(path) for path in given_]
    assert len(set(keys)) == len(keys)
    assert not before & set(keys)
    for path in given_:
        assert len(path.name.encode()) <= MOST_BYTES
        assert not PureWindowsPath(path.name).is_reserved()


def test_names_that_differ_in_capitals_are_numbered() -> None:
    names = GivenNames()
    wanted = [
        "a/Fox.png",
        "a/fox.png",
        "a/FOX.png",
        "b/fox.png",
        "a/fox (2).png",
        "stra\u00dfe.png",
        "STRASSE.png",
    ]
    assert [str(names.give(PurePosixPath(one))) for one in wanted] == [
        *("a/Fox.png", "a/fox (2).png", "a/FOX (3).png", "b/fox.png", "a/fox (2) (2).png"),
        *("straße.png", "STRASSE (2).png"),
    ]


@pytest.mark.parametrize(
    ("template", "words"),
    [
        (
            "{projekt}-{version}",
            "{projekt} isn't known. There are: {project} {version} {slug} {scale}",
        ),
        ("{project", "A { stands alone. A placeholder looks like {project}."),
        ("fox}", "A } stands alone."),
        ("  ", "The name is empty."),
        ("fox/", "The name is empty."),
        ("../fox", "The name would lead out of the chosen folder."),
        ("/fox", "The name would lead out of the chosen folder."),
        ("C:fox", "The name would lead out of the chosen folder."),
        ("x" * 301, "The name is too long: at most 300 letters."),
        ("a/" * 8 + "x", "Too many folders: at most 7, one in another."),
    ],
)
def test_what_is_wrong_is_said_while_typing(template: str, words: str) -> None:
    (found,) = problems(template)
    assert describe_name_problem(found).startswith(words)


def test_every_problem_has_words_and_a_good_template_none() -> None:
    assert not problems(DEFAULT_TEMPLATE)
    assert not problems("{date}/{slug}-{width}x{height} {n}")
    assert problems("{projekt}/{}")[0].problem is NameProblem.UNKNOWN_PLACEHOLDER
