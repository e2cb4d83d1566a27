"""Pictures that come by drop or paste."""

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

# A local file; the encoded bytes as the clipboard had them; or a bare image where it had none.
Picture: TypeAlias = Path | bytes | QImage

ENCODED = ("image/png", "image/jpeg", "image/webp", "image/heic", "image/heif")
SUFFIXES = frozenset(
    {".png", ".jpg", ".jpeg", ".webp", ".heic", ".heif", ".gif", ".bmp", ".tif", ".tiff", ".avif", ".svg"}
)


def files_in(mime: "QMimeData") -> tuple[Path, ...]:
    """The local files, pictures or not."""
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())


def pictures_in(mime: "QMimeData") -> tuple[Picture, ...]:
    """Files named like pictures, else the picture itself. Bytes are taken as they are: nothing is decoded."""
    named = tuple(path for path in files_in(mime) if path.suffix.lower() in SUFFIXES)
    if named or mime.hasUrls():
        return named
    for kind in ENCODED:
        if mime.hasFormat(kind):
            return (bytes(mime.data(kind).data()),)
    if mime.hasImage():
        image = mime.imageData()
        return (image,) if isinstance(image, QImage) and not image.isNull() else ()
    return ()


def has_pictures(mime: "QMimeData") -> bool:
    """Whether `pictures_in` would find something, without fetching it."""
    if mime.hasUrls():
        return any(path.suffix.lower() in SUFFIXES for path in files_in(mime))
    return mime.hasImage() or any(mime.hasFormat(kind) for kind in ENCODED)
