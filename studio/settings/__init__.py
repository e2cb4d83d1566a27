"""What the person has set, the catalog in use, and the folders they are kept in. Light to import."""

from studio.settings.catalog import (
    demo_model,
    load_model,
    model_from_json,
    model_to_json,
    save_model,
    shipped_model,
)
from studio.settings.folders import Folders, resources
from studio.settings.settings import DEFAULT_GATEWAY, Settings, load_settings, save_settings

__all__ = [
    "DEFAULT_GATEWAY",
    "Folders",
    "Settings",
    "demo_model",
    "load_model",
    "load_settings",
    "model_from_json",
    "model_to_json",
    "resources",
    "save_model",
    "save_settings",
    "shipped_model",
]
