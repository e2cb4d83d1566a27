"""What goes into an exported file beside the picture, and into the JSON beside it.

Only what made the picture, never where: no key, no address, no path, no name of a file or of a person but the
credit that was typed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from studio.domain.export import NOTHING, Embedded, Format, Inside
from studio.domain.graphemes import cut
from studio.export.xmp import COMPOSITE, TRAINED, Described, packet

if TYPE_CHECKING:
    from studio.domain.version import Version

TOOL = "Proofroom"
_MOST_OF_SEGMENT = 65_000
"""Bytes: a JPEG holds XMP and Exif in one segment each."""

_MOST_OF_PROMPT = (400_000, 20_000, 5_000)
"""Bytes that are tried, one after the other, until all of it goes into a JPEG."""

_OF_EXIF = frozenset({Format.JPEG, Format.WEBP, Format.AVIF, Format.TIFF})
"""Where programs look for a prompt in Exif's comment; PNGs have texts for it."""

_EXIF, _USER_COMMENT = 0x8769, 0x9286
_EXIF_HEAD = b"Exif\0\0"


def embedded(version: Version, inside: Inside, format_: Format) -> Embedded:
    """What the encoder writes into a file of this format."""
    if inside.strip or not (inside.recipe or inside.marker) or not format_.takes_metadata:
        return NOTHING
    for most in _MOST_OF_PROMPT:
        made = _embedded(version, inside, format_, cut(_whole(version.recipe.prompt), most))
        if format_ is not Format.JPEG or max(len(made.xmp), len(made.exif)) <= _MOST_OF_SEGMENT:
            return made
    return NOTHING


def _embedded(version: Version, inside: Inside, format_: Format, prompt: str) -> Embedded:
    parameters = _parameters(version, prompt) if inside.recipe else ""
    return Embedded(
        xmp=packet(_described(version, inside, prompt)),
        exif=_exif(parameters) if parameters and format_ in _OF_EXIF else b"",
        texts=(("parameters", parameters),) if parameters and format_.takes_texts else (),
    )


def _described(version: Version, inside: Inside, prompt: str) -> Described:
    source = _source(version) if inside.marker else ""
    told = prompt if inside.recipe else ""
    return Described(
        description=told,
        prompt="" if version.is_imported else told,
        created=version.created if inside.recipe else None,
        tool=TOOL if inside.recipe else "",
        model=version.model if source else "",
        source=source,
        title=cut(inside.title, 2_000) if inside.marker else "",
        credit=cut(inside.credit, 2_000) if inside.marker else "",
    )


def _source(version: Version) -> str:
    """None for what was made elsewhere: nobody here knows how."""
    if version.is_imported:
        return ""
    return COMPOSITE if version.is_put_together else TRAINED


def _parameters(version: Version, prompt: str) -> str:
    """The prompt, then a line of settings: as Automatic1111 writes it, which many viewers show.

    Its line of settings has three or more (modules/infotext_utils.py), the picture's size among them.
    """
    settings = {"Size": f"{version.width}x{version.height}", "Model": version.model or "—", "Software": TOOL}
    if not version.is_imported:
        aspect = version.recipe.aspect
        settings["Resolution"] = version.recipe.resolution.value
        settings["Aspect ratio"] = str(aspect.value if aspect else "auto")
        settings["Thinking"] = version.recipe.thinking.value
    line = ", ".join(f"{name}: {_quoted(value)}" for name, value in settings.items())
    return f"{prompt}\n{line}"


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False) if set(value) & set(',:\n"') else value


def _exif(parameters: str) -> bytes:
    from PIL import Image

    exif = Image.Exif()
    exif.get_ifd(_EXIF)[_USER_COMMENT] = b"UNICODE\0" + parameters.encode("utf-16-be")
    return exif.tobytes().removeprefix(_EXIF_HEAD)


def sidecar(version: Version) -> bytes:
    """The recipe as JSON, to lie beside the exported file. Times are ISO 8601 in UTC."""
    recipe = version.recipe
    content = {
        "format": 1,
        "software": TOOL,
        "version": version.id,
        "parent": recipe.parent,
        "prompt": _whole(recipe.prompt),
        "model": version.model or None,
        "aspect_ratio": recipe.aspect.value if recipe.aspect else None,
        "resolution": recipe.resolution.value,
        "thinking": recipe.thinking.value,
        "references": [
            {"handle": reference.handle, "sha256": reference.sha256} for reference in recipe.references
        ],
        "width": version.width,
        "height": version.height,
        "created": version.created.isoformat(),
        "digital_source_type": _source(version) or None,
    }
    return json.dumps(content, ensure_ascii=False, indent=2).encode() + b"\n"


def _whole(text: str) -> str:
    """No half letters, which no encoding has a place for, and no zeros, which end a PNG's text."""
    return text.encode("utf-8", "replace").decode().replace("\0", "")
