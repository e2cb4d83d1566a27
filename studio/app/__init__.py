"""The window's composition root: view-models and widgets over the engine.

Until the first paint only Qt and what shows the prompt is loaded (`program`). Then a thread loads the rest,
which is built in slices while the person types (`furnishing`), and qasync takes the loop over (`running`).
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.keys import Secret


def run_window(
    *,
    library: Path | None,
    gateway: str | None,
    environment_key: Secret | None = None,
    picture: Path | None = None,
) -> int:
    """Open the window and return when it is closed; the arguments are those of WindowWishes.

    Raises ImportError where Qt isn't installed or a library that it needs is missing.
    """
    # Next to nothing of what is loaded now can be thrown away again, and looking for it takes time.
    gc.disable()
    from studio.app.qt import load_qt

    load_qt()
    from studio.app.front import WindowWishes
    from studio.app.running import run_window as run

    return run(WindowWishes(library, gateway, environment_key, picture))
