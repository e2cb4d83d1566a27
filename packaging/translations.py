"""Keeps the window's translations: `translations.py` updates them from the sources, `--check` only looks.

The .ts file is what a translator edits (Qt Linguist opens it). The .qm file is what the program loads.
"""

import shutil
import subprocess
import sys
import sysconfig
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from pathlib import Path

from saying import SetupStopped, say

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("zh_CN",)


def main(arguments: Sequence[str]) -> int:
    """Returns 0 when everything is translated and up to date, 1 when something is left to do."""
    if arguments not in ([], ["--check"]):
        say(f"Usage: {Path(__file__).name} [--check]")
        return 2
    try:
        if not arguments:
            for language in LANGUAGES:
                update(FOLDER, language)
        problems = [problem for language in LANGUAGES for problem in check(FOLDER, language)]
    except SetupStopped as stopped:
        say(str(stopped))
        return 1
    for problem in problems:
        say(problem)
    return 1 if problems else 0


def update(folder: Path, language: str) -> None:
    """Brings the .ts file up to the sources, keeping its translations, and compiles it."""
    folder.mkdir(parents=True, exist_ok=True)
    words = words_file(folder, language)
    _extract(words, language)
    _compile(words, compiled_file(folder, language))


def check(folder: Path, language: str) -> list[str]:
    """What is left to do, in sentences."""
    kept = words_file(folder, language)
    with tempfile.TemporaryDirectory() as name:
        now = words_file(Path(name), language)
        if kept.exists():
            shutil.copyfile(kept, now)
        _extract(now, language)
        compiled = Path(name) / "compiled.qm"
        _compile(now, compiled)
        problems: list[str] = []
        if not kept.exists() or now.read_bytes() != kept.read_bytes():
            problems.append(f"{kept.name} is not what the sources say. Run packaging/translations.py.")
        problems += [f"{kept.name} has no translation for: {text}" for text in untranslated(now)]
        shipped = compiled_file(folder, language)
        if not shipped.exists() or shipped.read_bytes() != compiled.read_bytes():
            problems.append(f"{shipped.name} is out of date. Run packaging/translations.py.")
    return problems


def words_file(folder: Path, language: str) -> Path:
    return folder / f"proofroom_{language}.ts"


def compiled_file(folder: Path, language: str) -> Path:
    return words_file(folder, language).with_suffix(".qm")


def untranslated(words: Path) -> Iterator[str]:
    """The English texts that have no finished translation."""
    for message in ET.parse(words).iter("message"):  # noqa: S314 - the project's own file
        translation = message.find("translation")
        if translation is None or translation.get("type") or not translation.text:
            yield message.findtext("source", "")


def _extract(words: Path, language: str) -> None:
    """Line numbers would change the file with every change of the sources, so it has none."""
    sources = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "studio").rglob("*.py"))
    options = ("-silent", "-no-obsolete", "-sort-messages", "-locations", "none")
    languages = ("-source-language", "en", "-target-language", language)
    _run("pyside6-lupdate", *options, *languages, *sources, "-ts", str(words))


def _compile(words: Path, target: Path) -> None:
    _run("pyside6-lrelease", "-silent", str(words), "-qm", str(target))


def _run(tool: str, *arguments: str) -> None:
    """Runs one of Qt's tools, which stand beside this Python."""
    found = shutil.which(tool, path=sysconfig.get_path("scripts"))
    if found is None:
        raise SetupStopped(f"{tool} is not installed beside {sys.executable}.")
    ended = subprocess.run(
        (found, *arguments),
        cwd=ROOT,
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if ended.returncode != 0:
        raise SetupStopped(f"{tool} failed (exit code {ended.returncode}): {ended.stdout}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
