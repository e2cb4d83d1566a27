"""The prompt that other programs left inside a picture: bounded, and total over hostile files.

Sources: Automatic1111's `parameters` (modules/infotext_utils.py), ComfyUI's `prompt` and `workflow`
(ComfyUI/nodes.py, SaveImage), XMP's dc:description (ISO 16684-1), Exif 2.32 UserComment.
"""

from __future__ import annotations

import io
import re
import struct
import warnings
import zlib
from typing import TYPE_CHECKING
from xml.etree import ElementTree  # noqa: ICN001 - its own name says what it is

from studio.library.comfy import prompt_in_graph

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PIL import Image

MOST_LETTERS = 100_000
"""Of a prompt; what is longer is cut."""

MOST_TEXT = 4_000_000
"""Letters of an embedded text that is looked into at all."""

# Everything that Pillow and its parsers are known to raise on damaged files.
_DAMAGE = (
    *(OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, TypeError, AttributeError),
    *(OverflowError, ArithmeticError, AssertionError, struct.error, zlib.error),
)
# The last is how our own exports begin theirs.
_SETTINGS = re.compile(r"\n(?:Negative prompt:|Steps: \d|Size: \d+x\d+, Model: )")
_EXIF, _USER_COMMENT, _IMAGE_DESCRIPTION = 0x8769, 0x9286, 0x010E
_DESCRIPTION = "{http://purl.org/dc/elements/1.1/}description"
_LINE = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"
_OWN_WORDS = ("prompt", "parameters")


def embedded_prompt(source: Path | bytes) -> str:
    """In a thread: the prompt inside a PNG, JPEG or WebP, empty where there is none. Decodes no pixels."""
    from PIL import Image

    opened = io.BytesIO(source) if isinstance(source, bytes) else source
    try:
        with warnings.catch_warnings():
            # Its size was checked; what Pillow warns of damaged Exif is no news.
            warnings.simplefilter("ignore")
            with Image.open(opened, formats=("PNG", "JPEG", "WEBP")) as picture:
                for found in _candidates(picture):
                    if prompt := _clean(found):
                        return prompt
    except (*_DAMAGE, Image.DecompressionBombError):
        return ""
    return ""


def _candidates(picture: Image.Image) -> Iterator[str]:
    """From what says most to what says least."""
    texts = {key: text for key, text in picture.info.items() if isinstance(key, str)}
    yield prompt_of_parameters(_text(texts.get("parameters")))
    yield prompt_in_graph(_text(texts.get("prompt")), _text(texts.get("workflow")))
    yield prompt_in_xmp(texts.get("xmp") or texts.get("XML:com.adobe.xmp"))
    yield from _of_exif(picture)
    yield prompt_of_parameters(_text(texts.get("Description")))


def prompt_of_parameters(text: str) -> str:
    """Of Automatic1111's text the part before its negative prompt and its settings."""
    head = "\n" + text
    found = _SETTINGS.search(head)
    return head[: found.start()] if found else text


def prompt_in_xmp(packet: object) -> str:
    """The description, or a `prompt` or `parameters` of any vocabulary; never follows an entity."""
    text = _text(packet).strip("\0\ufeff \r\n\t")
    if not text or "<!" in text:
        return ""
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - a document type, where entities stand, was refused
    except (ElementTree.ParseError, ValueError, LookupError):
        return ""
    said = [pair for element in root.iter() for pair in _said(element)]
    own = next((value for name, value in said if name.rpartition("}")[2].lower() in _OWN_WORDS), "")
    return prompt_of_parameters(own or next((value for name, value in said if name == _DESCRIPTION), ""))


def _said(element: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """Names with their texts: of its attributes, and of itself or of its first alternative."""
    yield from ((name, value) for name, value in element.items() if value.strip())
    if element.tag == _DESCRIPTION or element.tag.rpartition("}")[2].lower() in _OWN_WORDS:
        lines = (line.text or "" for line in element.iter(_LINE))
        inner = next((line for line in lines if line.strip()), "") or (element.text or "").strip()
        if inner:
            yield element.tag, inner


def _of_exif(picture: Image.Image) -> Iterator[str]:
    if "exif" not in picture.info:
        # Pillow would decode the whole PNG to look for one behind its pixels.
        return
    exif = picture.getexif()
    comment = exif.get_ifd(_EXIF).get(_USER_COMMENT)
    yield _prompt_of_any(_user_comment(comment))
    yield _prompt_of_any(_text(exif.get(_IMAGE_DESCRIPTION)))


def _prompt_of_any(text: str) -> str:
    """Comments hold either a graph or parameters."""
    return prompt_in_graph(text, text) if text.lstrip().startswith("{") else prompt_of_parameters(text)


def _user_comment(value: object) -> str:
    """Eight bytes name the character code, the text follows."""
    if not isinstance(value, bytes) or len(value) > MOST_TEXT:
        return _text(value)
    code, text = value[:8], value[8:]
    match code:
        case b"UNICODE\0":
            # The order of bytes is nowhere said. Where it is wrong, most letters aren't Latin but far away.
            big, little = text.decode("utf-16-be", "replace"), text.decode("utf-16-le", "replace")
            return big if _common(big) >= _common(little) else little
        case b"ASCII\0\0\0" | b"\0\0\0\0\0\0\0\0":
            return text.decode(errors="replace")
        case _:
            return value.decode(errors="replace")


def _common(text: str) -> int:
    return sum(letter.isascii() for letter in text[:2000])


def _text(value: object) -> str:
    match value:
        case str():
            return value[:MOST_TEXT]
        case bytes():
            return value[:MOST_TEXT].decode(errors="replace")
        case _:
            return ""


def _clean(text: str) -> str:
    """A prompt that can be stored and shown: no half letters, no zeros, not endless."""
    whole = text.encode("utf-8", "replace").decode().replace("\0", "")
    return whole.strip()[:MOST_LETTERS].strip()
