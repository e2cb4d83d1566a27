"""What the person has set, and the folders it is kept in. Light to import; the catalog is in `catalog`."""

from studio.settings.folders import Folders, resources
from studio.settings.settings import DEFAULT_GATEWAY, Settings, load_settings, save_settings

__all__ = ["DEFAULT_GATEWAY", "Folders", "Settings", "load_settings", "resources", "save_settings"]
