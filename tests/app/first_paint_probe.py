"""Starts the window as `proofroom` does and tells, as JSON, what the window's thread has loaded when it is
first painted. What is seen first is read beside it.
"""

from __future__ import annotations

import builtins
import json
import os
import sys
import threading
from importlib.abc import MetaPathFinder

from studio.app.qt import load_qt


def main() -> None:
    loaded = list(sys.modules)

    class Watch(MetaPathFinder):
        def find_spec(self, fullname: str, path: object, target: object = None) -> None:
            if threading.current_thread() is threading.main_thread():
                loaded.append(fullname)

    sys.meta_path.insert(0, Watch())
    own = builtins.__import__
    load_qt()
    kept = builtins.__import__ is own
    from studio.app.front import WindowWishes
    from studio.app.program import Program
    from studio.app.running import make_application, run
    from studio.settings import Folders

    def tell() -> None:
        print(json.dumps({"modules": sorted(loaded), "own_import": kept}), flush=True)
        os._exit(0)

    application = make_application()
    program = Program(application, wishes=WindowWishes(), folders=Folders.of_this_computer())
    program.first_paint.connect(tell)
    run(application, program)


if __name__ == "__main__":
    main()
