"""A page to send to a client: one HTML file that holds its pictures, asks no address and runs no script."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from studio.domain.export import NOTHING, Embedded, Encoding, Format
from studio.domain.export_sizes import SizeKind, SizeRule, resolve
from studio.export.snippets import data_uri, img_tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from studio.domain.sheet import SheetEntry

_ENCODING = Encoding(Format.JPEG, quality=86)
_EDGE = 2048


@dataclass(frozen=True, slots=True)
class ClientPage:
    """`language` is such as "en" or "zh-CN"; `credit` stands at the end; no side of a picture is longer than
    `longest` pixels. Without `captions` the pictures stand alone.
    """

    title: str
    language: str = "en"
    credit: str = ""
    captions: bool = True
    prices: bool = False
    longest: int = _EDGE


def client_page(page: ClientPage, entries: Iterable[tuple[Path, SheetEntry, Embedded]]) -> Iterator[bytes]:
    """For a thread: the file in parts, a picture each. `Embedded` is what its picture carries with it.

    Raises as `decoded` for a picture that can't be read.
    """
    yield _head(page).encode("utf-8", "replace")
    for path, entry, embedded in entries:
        yield _figure(page, path, entry, embedded).encode("utf-8", "replace")
    credit = f"<footer>{escape(page.credit)}</footer>\n" if page.credit else ""
    yield f"</main>\n{credit}</body>\n</html>\n".encode("utf-8", "replace")


def _figure(page: ClientPage, path: Path, entry: SheetEntry, embedded: Embedded = NOTHING) -> str:
    from studio.export.decoding import decoded
    from studio.export.encode import encoded

    picture = decoded(path)
    plan = resolve(SizeRule(SizeKind.WITHIN, page.longest, page.longest), picture.size)
    data = encoded(picture, plan, _ENCODING, embedded)
    image = img_tag(data_uri(data, "image/jpeg"), plan.size, alt=entry.caption or entry.name)
    return f"<figure>\n{image}\n{_caption(page, entry)}</figure>\n"


def _caption(page: ClientPage, entry: SheetEntry) -> str:
    if not page.captions:
        return ""
    price = entry.price if page.prices else ""
    facts = " · ".join(filter(None, (entry.facts, price)))
    lines = ((entry.name, "b"), (entry.caption, "span"), (facts, "small"))
    inner = "".join(f"<{tag}>{escape(text)}</{tag}>" for text, tag in lines if text)
    return f"<figcaption>{inner}</figcaption>\n" if inner else ""


def _head(page: ClientPage) -> str:
    title = escape(page.title)
    return f"""<!DOCTYPE html>
<html lang="{escape(page.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>{title}</title>
<style>{_STYLE}</style>
</head>
<body>
<h1>{title}</h1>
<main>
"""


_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light dark; --ground: #fafafa; --ink: #18181b; --faint: #63636c; --line: #e4e4e7; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #18181b; --ink: #f4f4f5; --faint: #a1a1aa; --line: #35353b; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1600px; padding: 32px; background: var(--ground); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { margin: 0 0 24px; font-size: 22px; font-weight: 600; }
main { display: grid; gap: 32px 24px; align-items: start;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 420px), 1fr)); }
figure { margin: 0; break-inside: avoid; }
img { display: block; width: auto; height: auto; max-width: 100%; max-height: 85vh;
  border: 1px solid var(--line); border-radius: 8px; }
figcaption { margin-top: 8px; overflow-wrap: anywhere; }
figcaption > * { display: block; font-weight: normal; }
figcaption b { font-weight: 600; }
figcaption span, figcaption small, footer { color: var(--faint); }
footer { margin-top: 40px; border-top: 1px solid var(--line); padding-top: 16px; font-size: 13px; }
"""
