"""What is said of a crop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.crop import FREE, Lock, LockKind
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from studio.domain.crop import Cut
    from studio.viewmodels.crop_state import CropState

RATIOS = ((1, 1), (3, 2), (4, 3), (16, 9), (9, 16))
"""Those that are offered at once."""
FREELY, ORIGINAL = "free", "original"


def ratio_id(width: int, height: int) -> str:
    """Of a ratio that is offered, and what it is called: "16:9"."""
    return f"{width}:{height}"


def offered_locks() -> tuple[tuple[str, str], ...]:
    """Ids and words of the locks that are offered at once."""
    ratios = tuple((ratio_id(*one), ratio_id(*one)) for one in RATIOS)
    return ((FREELY, translate("crop", "Free")), (ORIGINAL, translate("crop", "Original")), *ratios)


def lock_id(state: CropState) -> str:
    """Which of them is on; empty where none is."""
    lock = state.lock
    if lock.kind is LockKind.FREE:
        return FREELY
    if lock.kind is not LockKind.RATIO:
        return ""
    if (lock.width, lock.height) in RATIOS:
        return ratio_id(lock.width, lock.height)
    return ORIGINAL if (lock.width, lock.height) == (state.picture.width, state.picture.height) else ""


def lock_of(id_: str) -> Lock:
    """What such an id stands for, but for ORIGINAL, which depends on the picture."""
    for width, height in RATIOS:
        if id_ == ratio_id(width, height):
            return Lock(LockKind.RATIO, width, height)
    return FREE


def size_words(cut: Cut) -> str:
    """The pixels of the file: "1920 × 1080 px", and of the crop where that has others."""
    if cut.size == cut.box.size:
        return translate("crop", "{size} px").format(size=cut.box.size)
    return translate("crop", "{part} px → {size} px").format(part=cut.box.size, size=cut.size)


def crop_words(state: CropState) -> str:
    """All of it, for a screen reader."""
    if state.is_whole:
        return translate("crop", "Crop: all of the picture, {size}").format(size=size_words(state.cut))
    return translate("crop", "Crop: {size}, at {left}, {top}").format(
        size=size_words(state.cut), left=state.box.left, top=state.box.top
    )


def line_words(state: CropState) -> tuple[str, str]:
    """What stands under the picture, with its tone: "warning" or nothing."""
    cut = state.cut
    if cut.upscales:
        words = translate("crop", "The part has fewer pixels than the file gets: it will be enlarged")
        return words, "warning"
    if state.is_whole:
        return translate("crop", "Drag over the picture to crop it. The picture itself stays as it is"), ""
    if cut.lock.kind is LockKind.SCREEN:
        return translate("crop", "{name}: the file gets exactly the screen’s pixels").format(
            name=cut.lock.name
        ), ""
    share = cut.box.size.pixels / state.picture.pixels
    return translate("crop", "{share} % of the picture. The picture itself stays as it is").format(
        share=max(1, round(share * 100))
    ), ""


def exact_words(lock: Lock) -> str:
    """What the button for exact sizes says."""
    match lock.kind:
        case LockKind.PIXELS:
            return translate("crop", "Exact pixels")
        case LockKind.SCREEN:
            return lock.name
        case _:
            return translate("crop", "Exact size")
