"""Draws the README's pictures: a library filled by the demo gateway, shown by the program itself.

`.venv/bin/python packaging/readme_pictures.py` writes docs/window-dark.png and docs/window-light.png.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from saying import step

from studio.domain.catalog import DEMO_GROUP
from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.recipe import Recipe
from studio.library.draft import Draft, write_draft

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PROGRAM = (sys.executable, "-m", "studio")
PROMPTS = (
    ("Misty mountains at dawn, pale greens", "16:9"),
    ("Login screen for a mountain-weather app, dusk palette", "1:1"),
    ("Alpine ridges in the blue hour", "9:16"),
    ("Dashboard for a tide app, dark theme", "4:3"),
    ("A quiet harbour at sunset, one sail", "16:9"),
    ("A city skyline on a rainy night", "3:2"),
    ("Red desert, low sun, long shadows", "16:9"),
    ("Forest in the fog, first light", "1:1"),
    ("Onboarding screens for a weather app", "16:9"),
    ("Winter mountains, cold blue light", "5:4"),
    ("Violet peaks under a large moon", "1:1"),
)
CHANGES = ("warmer light", "a clear blue night", "golden dusk")
DRAFT = Draft(
    Recipe(
        "Login screen for a mountain-weather app, dusk palette, large legible type, generous margins, "
        "flat vector peaks behind the form",
        aspect=AspectRatio.R16_9,
        resolution=Resolution.TWO_K,
    ),
    group=DEMO_GROUP,
    count=4,
)


def generate(library: Path, prompt: str, *options: str) -> str:
    """The id of one new version."""
    order = ("generate", prompt, *options, "--size", "2K", "--gateway", "demo", "--json")
    ended = subprocess.run(
        [*PROGRAM, *order, "--library", str(library)], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
    )
    version: str = json.loads(ended.stdout)["versions"][0]["version"]
    return version


def draw(library: Path, settings: Path, theme: str) -> None:
    """The window in this theme, to its file."""
    (settings / "proofroom").mkdir(exist_ok=True)
    (settings / "proofroom" / "settings.json").write_text(
        json.dumps({"theme": theme, "language": "en", "gateway": "demo"}), encoding="utf-8"
    )
    shown = ("--library", str(library), "--picture", str(DOCS / f"window-{theme}.png"))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(settings)}
    subprocess.run([*PROGRAM, *shown], cwd=ROOT, env=environment, check=True)


def main() -> None:
    DOCS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as library_name, tempfile.TemporaryDirectory() as settings_name:
        library, settings = Path(library_name), Path(settings_name)
        version = ""
        with step(f"Asking the demo gateway for {len(PROMPTS) + len(CHANGES)} pictures"):
            for prompt, aspect in PROMPTS:
                version = generate(library, prompt, "--aspect", aspect)
            for change in CHANGES:
                version = generate(library, change, "--aspect", "1:1", "--from", version)
        write_draft(library, DRAFT)
        for theme in ("dark", "light"):
            with step(f"Drawing the window, {theme}"):
                draw(library, settings, theme)


if __name__ == "__main__":
    main()
