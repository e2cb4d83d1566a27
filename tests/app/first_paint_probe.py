"""Starts the window as `proofroom` does and tells, as JSON, what is loaded when it is first painted."""

from __future__ import annotations

import builtins
import json
import os
import sys

from studio.app.qt import load_qt


def main() -> None:
    own = builtins.__import__
    load_qt()
    kept = builtins.__import__ is own
    from studio.app.front import WindowWishes
    from studio.app.program import Program
    from studio.app.running import make_application, run
    from studio.settings import Folders

    def tell() -> None:
        print(json.dumps({"modules": sorted(sys.modules), "own_import": kept}), flush=True)
        os._exit(0)

    application = make_application()
    program = Program(application, wishes=WindowWishes(), folders=Folders.of_this_computer())
    program.first_paint.connect(tell)
    run(application, program)


if __name__ == "__main__":
    main()
