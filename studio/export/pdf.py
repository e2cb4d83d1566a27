"""A PDF of one page, which is the picture: a pixel is a point, its colours are told by its profile.

Source: ISO 32000-1, sections 7.3 to 7.5 (objects, filters, file structure), 8.6.5.5 (ICC-based colours),
8.9.5 (images), 14.3.2 (metadata).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from studio.export.decoding import PROFILE
from studio.export.png import chunks_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyvips

    from studio.domain.export import Encoding

_LONGEST = 14_400
"""Points of a page's side (Annex C.2)."""


def pdf(image: pyvips.Image, encoding: Encoding, xmp: bytes) -> bytes:
    """The file's bytes, of a picture that nothing can be seen through. Raises pyvips.Error.

    Lossless or as a JPEG of the quality.
    """
    profile = cast(bytes, image.get(PROFILE))
    scale = min(1.0, _LONGEST / max(image.width, image.height))
    width, height = image.width * scale, image.height * scale
    page = (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width:g} {height:g}] /Contents 4 0 R"
        " /Resources << /XObject << /Picture 5 0 R >> >> >>"
    )
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R{' /Metadata 7 0 R' if xmp else ''} >>".encode(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page.encode(),
        _stream("", f"{width:g} 0 0 {height:g} 0 0 cm /Picture Do".encode()),
        _pixels(image, encoding),
        _stream("/N 3 /Alternate /DeviceRGB", profile),
    ]
    if xmp:
        objects.append(_stream("/Type /Metadata /Subtype /XML", xmp))
    return _file(objects)


def _pixels(image: pyvips.Image, encoding: Encoding) -> bytes:
    from pyvips.enums import ForeignKeep, ForeignPngFilter

    told = (
        f"/Type /XObject /Subtype /Image /Width {image.width} /Height {image.height}"
        " /ColorSpace [/ICCBased 6 0 R] /BitsPerComponent 8"
    )
    if not encoding.lossless:
        data = image.jpegsave_buffer(Q=encoding.quality, keep=ForeignKeep.NONE, optimize_coding=True)
        return _stream(f"{told} /Filter /DCTDecode", data)
    # Pixels of a PNG are stored just as a PDF may have them.
    png = image.pngsave_buffer(keep=ForeignKeep.NONE, compression=6, filter=ForeignPngFilter.ALL)
    data = b"".join(part for name, part in chunks_of(png) if name == b"IDAT")
    return _stream(
        f"{told} /Filter /FlateDecode"
        f" /DecodeParms << /Predictor 15 /Colors 3 /BitsPerComponent 8 /Columns {image.width} >>",
        data,
    )


def _stream(told: str, data: bytes) -> bytes:
    return f"<< {told} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    """The objects, numbered from 1, and the table that says where each begins; the first is the catalog."""
    # Bytes above 127 tell programs that this is no text.
    made = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places: list[int] = []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        made += f"{place:010} 00000 n \n".encode()
    made += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(made)
