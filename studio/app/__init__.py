"""The window's composition root: view-models and widgets over the engine.

Until the first paint only Qt and light modules are loaded. Then a thread loads the rest while Qt's own loop
lets the person type, and qasync takes the loop over.
"""

from studio.app.running import run_window

__all__ = ["run_window"]
