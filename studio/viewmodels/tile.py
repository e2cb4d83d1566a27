"""A version as a tile, a list or a tree says it in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.geometry import AspectRatio, Resolution, published_size
from studio.viewmodels.wording import clock_time, prompt_words, translate

if TYPE_CHECKING:
    from studio.domain.geometry import PixelSize
    from studio.domain.version import Version


def version_name(version: Version) -> str:
    """For screen readers: prompt, size, state."""
    return ", ".join((prompt_words(version.recipe, 80), str(version.delivered), *_states(version)))


def _states(version: Version) -> tuple[str, ...]:
    states = [translate("tile", "saved")]
    if version.matches_size is False:
        states.append(delivered_words(version))
    if version.arrived_after_cancel:
        states.append(translate("tile", "arrived after cancel"))
    return tuple(states)


def price_words(version: Version) -> str:
    """Size step and price: "2K · ¥0.25"."""
    return f"{version.recipe.resolution} · {version.price}"


def delivered_words(version: Version) -> str:
    """What came where something else was asked for: "1K delivered", or its pixels."""
    step = delivered_step(version.delivered, version.recipe.aspect)
    if step is None or step is version.recipe.resolution:
        return translate("tile", "{size} delivered").format(size=version.delivered)
    return translate("tile", "{size} delivered").format(size=step.value)


def delivered_step(size: PixelSize, aspect: AspectRatio | None) -> Resolution | None:
    """The resolution whose published pixels these are, None where they are no such."""
    ratios = (aspect,) if aspect else tuple(AspectRatio)
    return next(
        (step for step in Resolution for ratio in ratios if published_size(ratio, step) == size), None
    )


def branch_title(version: Version, position: int, *, is_first: bool) -> str:
    """A line of the tree: "1 · First draft", "3 · “move the form left”"."""
    if is_first:
        return translate("tile", "{number} · First draft").format(number=position)
    return translate("tile", "{number} · “{prompt}”").format(
        number=position, prompt=prompt_words(version.recipe, 60)
    )


def branch_line(version: Version) -> str:
    """The second line in the tree: "2K · ¥0.25 · 10:46"."""
    return f"{price_words(version)} · {clock_time(version.created)}"
