"""Where things are kept: by the system's own rules, which environment variables may move."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folders:
    """`config` holds settings and catalog, `state` the draft, `pictures` is the person's own."""

    config: Path
    state: Path
    pictures: Path

    @property
    def settings(self) -> Path:
        """The file of what the person has set."""
        return self.config / "settings.json"

    @property
    def library(self) -> Path:
        """The library's folder unless another is set."""
        return self.pictures / "Proofroom"

    @classmethod
    def of_this_computer(cls) -> Folders:
        """The person's folders, as the system names them."""
        import platformdirs

        return cls(
            config=platformdirs.user_config_path("proofroom", appauthor=False),
            state=platformdirs.user_state_path("proofroom", appauthor=False),
            pictures=platformdirs.user_pictures_path(),
        )


def resources() -> Path:
    """The folder of themes, icons, catalog and translations: in the package, or beside it in a work tree."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"
