"""The main job where no window can open: a picture from the demo gateway, and the window drawn to a PNG.

`.venv/bin/python packaging/without_display.py [--library DIR]`
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

from saying import SetupStopped, say, step

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "build" / "without-display"
PROMPT = "A lighthouse on a cliff at dusk, warm light in the windows"
PROGRAM = (sys.executable, "-m", "studio")
DEMO = ("--gateway", "demo")


def make_picture(library: Path) -> Path:
    """Orders one picture from the demo gateway. Returns where it is saved."""
    order = ("generate", PROMPT, "--aspect", "16:9", *DEMO, "--library", str(library), "--json")
    ended = subprocess.run([*PROGRAM, *order], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    try:
        job = json.loads(ended.stdout.splitlines()[0])
        return Path(job["versions"][0]["path"]).resolve()
    except (ValueError, LookupError) as error:
        words = ended.stdout.strip() or f"exit code {ended.returncode}"
        raise SetupStopped(f"No picture was saved. It cost nothing. The program says: {words}") from error


def draw_window(library: Path, file: Path) -> None:
    """Draws the window with the library's pictures in it, off the screen."""
    opened = (*PROGRAM, *DEMO, "--library", str(library), "--picture", str(file))
    code = subprocess.run(
        opened, cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, check=False
    ).returncode
    if code != 0 or not file.exists():
        raise SetupStopped(f"The window could not be drawn (exit code {code}).")


def main() -> int:
    parser = argparse.ArgumentParser(description="Makes a demo picture and draws the window to a file.")
    parser.add_argument("--library", type=Path, default=OUTPUT / "library", help="where the picture is saved")
    library: Path = parser.parse_args().library.resolve()
    window = OUTPUT / "window.png"
    window.parent.mkdir(parents=True, exist_ok=True)
    window.unlink(missing_ok=True)
    try:
        with step(f"Asking the demo gateway for a picture of: {PROMPT}"):
            picture = make_picture(library)
        with step("Drawing the window"):
            draw_window(library, window)
    except SetupStopped as stopped:
        print(f"\n{stopped}", file=sys.stderr)
        return 1
    say("\nThe picture, saved in its library:")
    say(str(picture))
    say("The window, drawn with it:")
    say(str(window))
    return 0


if __name__ == "__main__":
    sys.exit(main())
