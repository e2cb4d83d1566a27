"""From versions to the files that a preset makes of them: for the preview, and for the export itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.export_names import GivenNames, Named
from studio.domain.export_plan import Planned, plan_all
from studio.domain.pictures import EXTENSIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.export import Preset
    from studio.domain.version import Version


def planned_of(preset: Preset, versions: Sequence[Version]) -> tuple[Planned, ...]:
    """One for each version, in their order; no two files alike. What lies in the folder isn't looked at."""
    of = len(versions)
    pictures = [
        (named_of(version, n=number, of=of), EXTENSIONS.get(version.mime, "png"))
        for number, version in enumerate(versions, start=1)
    ]
    return plan_all(preset, pictures, GivenNames())


def named_of(version: Version, *, n: int = 1, of: int = 1) -> Named:
    """What names can tell of a version. The day is that on which it was made, where this computer is."""
    return Named(
        project=version.project,
        version=version.number,
        prompt=version.recipe.prompt,
        width=version.width,
        height=version.height,
        day=version.created.astimezone().date(),
        group=version.group,
        n=n,
        of=of,
    )
