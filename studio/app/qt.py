"""Qt, loaded without the hook that PySide6 puts on every import."""

from __future__ import annotations

import builtins
from importlib import import_module


def load_qt() -> None:
    """Load Qt and give Python's own import back.

    For the sake of `from __feature__ import …`, which nobody here uses, PySide6 would read the source of
    every module that is imported from then on. That takes as long as importing them does.
    """
    own = builtins.__import__
    import_module("PySide6.QtWidgets")
    builtins.__import__ = own
