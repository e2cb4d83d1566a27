"""How the gallery was left."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.library.desk import Desk, read_desk, write_desk
from studio.library.layout import LibraryFolder

DAMAGED = (
    *(b"", b"[", b"[]", b'{"edge": "wide"}', b'{"edge": true}', b"\xff\xfe"),
    *(b'{"selected": 5}', b'{"opened": ["a"]}', b'{"stacks": 1}', b"[" * 100_000),
)
texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(
    st.builds(
        Desk,
        edge=st.integers(),
        first=texts,
        offset=st.integers(),
        current=texts,
        selected=st.lists(texts).map(tuple),
        opened=st.lists(st.integers(-(2**63), 2**63 - 1)).map(tuple),
        stacks=st.booleans(),
    )
)
def test_it_comes_back_as_it_was_left(desk: Desk) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_desk(folder, desk)
        assert read_desk(folder) == desk


def test_of_another_program_what_is_known_counts(tmp_path: Path) -> None:
    assert read_desk(_left(tmp_path, b'{"edge": 240, "new": [1]}')) == Desk(edge=240)


@pytest.mark.parametrize("content", DAMAGED, ids=range(len(DAMAGED)))
def test_damaged_it_is_as_at_first_and_lies_aside(tmp_path: Path, content: bytes) -> None:
    assert read_desk(_left(tmp_path, content)) == Desk()
    kept = LibraryFolder(tmp_path).desk
    assert not kept.exists()
    assert kept.with_name("gallery.damaged.json").read_bytes() == content


def _left(folder: Path, content: bytes) -> Path:
    path = LibraryFolder(folder).desk
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return folder
