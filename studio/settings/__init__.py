"""What the person has set, and the folders it is kept in.

Folders are light; the settings are loaded when they are first asked for, and the catalog is in `catalog`.
"""

from typing import TYPE_CHECKING

from studio.settings.folders import Folders, resources

if TYPE_CHECKING:
    from studio.settings.settings import DEFAULT_GATEWAY, Settings, load_settings, save_settings

__all__ = ["DEFAULT_GATEWAY", "Folders", "Settings", "load_settings", "resources", "save_settings"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from studio.settings import settings

    return getattr(settings, name)
