"""How many bytes a file of an export will have, by making it; for a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.errors import StudioError
from studio.domain.export import Format

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studio.domain.export import Preset, Profile
    from studio.domain.export_sizes import SizeRule
    from studio.domain.version import Version
    from studio.export.decoding import Picture


class Scales:
    """Keeps the picture that it decoded last. For one thread at a time."""

    def __init__(self) -> None:
        self._key: tuple[Path, Profile] | None = None
        self._picture: Picture | None = None

    def weigh(
        self, version: Version, path: Path, preset: Preset, rule: SizeRule, stopped: Callable[[], bool]
    ) -> int | StudioError | None:
        """Bytes, or why there will be no such file; None when nobody wants to know any more."""
        try:
            return self._weighed(version, path, preset, rule, stopped)
        except StudioError as error:
            return error

    def _weighed(
        self, version: Version, path: Path, preset: Preset, rule: SizeRule, stopped: Callable[[], bool]
    ) -> int | None:
        from studio.domain.export_sizes import resolve
        from studio.export.encode import size_of
        from studio.export.inside import embedded

        if preset.encoding.format is Format.ORIGINAL:
            return self._original(version, path, strip=preset.inside.strip)
        picture = self._decoded(path, preset.encoding.profile)
        inside = embedded(version, preset.inside, preset.encoding.format)
        return size_of(picture, resolve(rule, picture.size), preset.encoding, inside, cancelled=stopped)

    def _original(self, version: Version, path: Path, *, strip: bool) -> int:
        from studio.export.stripped import stripped

        return len(stripped(path)[0]) if strip else version.size

    def _decoded(self, path: Path, profile: Profile) -> Picture:
        from studio.export.decoding import decoded

        if self._picture is None or self._key != (path, profile):
            self._picture = decoded(path, profile)
            self._key = path, profile
        return self._picture
