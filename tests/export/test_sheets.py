"""Contact sheets and client pages: made of real files, read back by other programs."""

from __future__ import annotations

import base64
import io
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image

from studio.domain.errors import UnreadableFile
from studio.domain.export import NOTHING, Embedded, Format
from studio.domain.geometry import PixelSize
from studio.domain.sheet import Line, Paper, SheetEntry, SheetStyle
from studio.export.client_page import ClientPage, client_page
from studio.export.sheet_pdf import sheet_pdf
from studio.export.sheet_pictures import lettered
from studio.export.sheet_png import sheet_pngs
from studio.export.snippets import MIMES, alt_text, data_uri, img_tag

PROMPTS = ("Login <screen> & dusk", "红色狐狸，在雪地里", "عربى 🦊", "x" * 400, "")


@pytest.fixture
def shown(tmp_path: Path) -> list[tuple[Path, SheetEntry]]:
    """Five pictures of all shapes, one of which can be seen through."""
    made: list[tuple[Path, SheetEntry]] = []
    sizes = ((640, 360), (200, 800), (64, 64), (1600, 200), (300, 300))
    for number, (size, prompt) in enumerate(zip(sizes, PROMPTS, strict=True), start=1):
        path = tmp_path / f"{number}.png"
        Image.new("RGBA", size, (200, 40 * number, 20, 255 if number < 5 else 128)).save(path)
        entry = SheetEntry(PixelSize(*size), f"Spring · v{number}", prompt, f"{size[0]} × {size[1]}", "¥0.25")
        made.append((path, entry))
    return made


def tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} isn't installed")
    return found


def test_the_pdfs_words_can_be_searched(shown: list[tuple[Path, SheetEntry]], tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    counted: list[int] = []
    path.write_bytes(sheet_pdf(shown, SheetStyle(title="春 Spring", prices=True), drawn=counted.append))
    assert counted == [1, 2, 3, 4, 5]
    text = subprocess.run([tool("pdftotext"), path, "-"], capture_output=True, check=True).stdout.decode()
    for words in ("Login <screen> & dusk", "Spring · v4", "640 × 360 · ¥0.25", "xxx…"):
        assert words in text
    facts = subprocess.run([tool("pdfinfo"), path], capture_output=True, check=True).stdout.decode()
    assert "Pages:           1" in facts
    assert "(A4)" in facts
    assert "anonymous" not in facts


def test_the_pdfs_chinese_words_can_be_searched(shown: list[tuple[Path, SheetEntry]], tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(sheet_pdf(shown, SheetStyle(title="春 Spring")))
    pdftotext = tool("pdftotext")
    if not Path("/usr/share/poppler").is_dir():
        pytest.skip("poppler has no tables of Chinese characters")
    text = subprocess.run([pdftotext, path, "-"], capture_output=True, check=True).stdout.decode()
    assert "春 Spring" in text
    assert "红色狐狸，在雪地里" in text


def test_a_pdf_without_captions_says_nothing(shown: list[tuple[Path, SheetEntry]], tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(sheet_pdf(shown * 9, SheetStyle(paper=Paper.LETTER, captions=False, columns=2)))
    text = subprocess.run([tool("pdftotext"), path, "-"], capture_output=True, check=True).stdout.decode()
    assert "Spring" not in text
    assert "¥" not in text
    facts = subprocess.run([tool("pdfinfo"), path], capture_output=True, check=True).stdout.decode()
    assert "(letter)" in facts


def test_the_pngs_show_every_picture_on_white(shown: list[tuple[Path, SheetEntry]]) -> None:
    (data,) = sheet_pngs(shown, SheetStyle(title="春 Spring"))
    with Image.open(io.BytesIO(data)) as page:
        assert page.size == (1240, 1754)
        assert page.mode == "RGB"
        assert page.info.keys() <= {"dpi"}
        colours = {colour for _, colour in page.getcolors(1_000_000) or ()}
    assert {(200, 40 * number, 20) for number in range(1, 5)} <= colours
    assert (255, 255, 255) in colours
    assert (24, 24, 27) in colours
    assert len(list(sheet_pngs(shown * 9, SheetStyle()))) > 1


@pytest.mark.parametrize("text", [*PROMPTS, "<b>&amp;", "\0\x07", "\u202e\u200f", "a\nb"])
def test_any_text_is_drawn_within_its_width(text: str) -> None:
    drawn = lettered(Line(text, 0, 0, width=90, size=8), dots=150)
    assert drawn is None or drawn[0].width <= round(90 * 150 / 72)


def test_a_missing_picture_is_said_to_be_missing(tmp_path: Path) -> None:
    lost = [(tmp_path / "lost.png", SheetEntry(PixelSize(10, 10), "lost"))]
    with pytest.raises(UnreadableFile):
        sheet_pdf(lost, SheetStyle())
    with pytest.raises(UnreadableFile):
        list(sheet_pngs(lost, SheetStyle()))
    with pytest.raises(UnreadableFile):
        list(client_page(ClientPage("lost"), [(*lost[0], NOTHING)]))


class Reader(HTMLParser):
    """What a page shows, and everything it would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.images: list[dict[str, str]] = []
        self.text = ""
        self.tags: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "img":
            self.images.append({name: value or "" for name, value in attrs})
        if tag not in {"img", "meta"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


def test_the_clients_page_is_whole_in_itself(shown: list[tuple[Path, SheetEntry]]) -> None:
    page = ClientPage("<Spring> 春", credit="© Ann & Bo", prices=True, longest=500)
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"
    parts = list(client_page(page, [(path, entry, Embedded(xmp=xmp)) for path, entry in shown]))
    assert len(parts) == len(shown) + 2
    text = b"".join(parts).decode()
    reader = Reader()
    reader.feed(text)
    assert reader.open == []
    assert "script" not in reader.tags
    assert "link" not in reader.tags
    assert not re.search(r"https?://|url\(|@import", text)
    assert "prefers-color-scheme: dark" in text
    assert "<Spring> 春" in reader.text
    assert "Login <screen> & dusk" in reader.text
    assert "640 × 360 · ¥0.25" in reader.text
    assert "© Ann & Bo" in reader.text
    first = reader.images[0]
    assert (first["width"], first["height"], first["alt"]) == ("500", "281", "Login <screen> & dusk")
    data = base64.b64decode(first["src"].removeprefix("data:image/jpeg;base64,"), validate=True)
    assert xmp in data
    with Image.open(io.BytesIO(data)) as opened:
        assert opened.size == (500, 281)


def test_prices_and_captions_are_left_out_where_nobody_wants_them(
    shown: list[tuple[Path, SheetEntry]],
) -> None:
    entries = [(path, entry, NOTHING) for path, entry in shown]
    assert "¥" not in b"".join(client_page(ClientPage("Spring"), entries)).decode()
    bare = b"".join(client_page(ClientPage("Spring", captions=False), entries)).decode()
    assert "figcaption>" not in bare.partition("<main>")[2]


def test_snippets() -> None:
    assert MIMES.keys() == set(Format) - {Format.ORIGINAL}
    assert data_uri(b"\xff\0", MIMES[Format.PNG]) == "data:image/png;base64,/wA="
    assert img_tag("fox@2x.png", PixelSize(1835, 1024), alt='A "red"\nfox', scale=2) == (
        '<img src="fox@2x.png" width="918" height="512" alt="A &quot;red&quot; fox">'
    )
    assert alt_text("one two " * 40).endswith("two one…")
    assert len(alt_text("x" * 400)) == 125
