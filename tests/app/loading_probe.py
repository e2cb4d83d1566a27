"""Starts the window as `proofroom` does and tells, as JSON, what of Qt threads load until it is open."""

from __future__ import annotations

import json
import os
import sys
import threading
from importlib.abc import MetaPathFinder

from studio.app.qt import load_qt

OF_QT = ("PySide6", "shiboken6", "qasync", "studio.app", "studio.ui", "studio.viewmodels")
WITHOUT_QT = (
    "studio.app.first_look",
    "studio.viewmodels",
    "studio.viewmodels.stacking",
    "studio.viewmodels.tile_rows",
)


def main() -> None:
    in_threads: list[str] = []
    loaded: list[str] = []

    class Watch(MetaPathFinder):
        def find_spec(self, fullname: str, path: object, target: object = None) -> None:
            if fullname.startswith(OF_QT) and fullname not in WITHOUT_QT:
                here = threading.current_thread() is threading.main_thread()
                (loaded if here else in_threads).append(fullname)

    sys.meta_path.insert(0, Watch())
    load_qt()
    from studio.app.front import WindowWishes
    from studio.app.program import Program
    from studio.app.running import make_application, run
    from studio.settings import Folders

    def tell() -> None:
        print(json.dumps({"in_threads": in_threads, "loaded": loaded}), flush=True)
        os._exit(0)

    application = make_application()
    program = Program(application, wishes=WindowWishes(), folders=Folders.of_this_computer())
    program.opened.connect(tell)
    run(application, program)


if __name__ == "__main__":
    main()
