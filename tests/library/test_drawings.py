"""What is drawn on versions, beside the library."""

from pathlib import Path

from studio.domain.marks import Mark, MarkKind, Patch, PatchKind, Region
from studio.library.drawings import Drawing, read_drawing, write_drawing

MARKS = (
    Mark(MarkKind.ARROW, ((0.1, 0.2), (0.3, 0.4)), "#ffffff", 0.01),
    Mark(MarkKind.TEXT, ((0.5, 0.5),), text="make it blue 改成蓝色"),
)
REGION = Region((Patch(PatchKind.STROKE, ((0.1, 0.1), (0.2, 0.2)), radius=0.02, erases=True),), feather=0.02)


def test_a_drawing_is_found_again_as_it_was(tmp_path: Path) -> None:
    assert read_drawing(tmp_path, "one") == Drawing()
    drawing = Drawing(MARKS, REGION)
    write_drawing(tmp_path, "one", drawing)
    assert read_drawing(tmp_path, "one") == drawing
    assert read_drawing(tmp_path, "another") == Drawing()


def test_what_was_wiped_off_leaves_no_file(tmp_path: Path) -> None:
    write_drawing(tmp_path, "one", Drawing(MARKS))
    assert [file.name for file in tmp_path.rglob("*.json")] == ["one.json"]
    write_drawing(tmp_path, "one", Drawing())
    assert not list(tmp_path.rglob("*.json"))
    write_drawing(tmp_path, "one", Drawing())


def test_a_damaged_file_is_no_drawing_and_is_kept_aside(tmp_path: Path) -> None:
    write_drawing(tmp_path, "one", Drawing(MARKS))
    (file,) = tmp_path.rglob("one.json")
    file.write_text('{"marks": [{"kind": "spiral"}]}')
    assert read_drawing(tmp_path, "one") == Drawing()
    assert [one.name for one in tmp_path.rglob("*.json")] == ["one.damaged.json"]
