"""Writes run.txt, test.txt and bench.txt anew: `python3 packaging/requirements/compile.py [uv options]`.

Needs uv. The files hold exact versions and hashes and no address: uv and pip read them alike.
Versions already in a file stay as long as they fit; `--upgrade` takes the newest.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
OPTIONS = (
    "--universal",
    "--generate-hashes",
    "--python-version=3.11",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-header",
    "--no-annotate",
    "--quiet",
)
PURPOSES = {"run": ("run.in",), "test": ("run.in", "test.in"), "bench": ("run.in", "bench.in")}


def compile_purpose(purpose: str, sources: tuple[str, ...], *, extra: list[str]) -> None:
    """Test and bench are compiled against run, so that one environment can hold all three."""
    same_as_run = [] if purpose == "run" else ["--constraint", "run.txt"]
    output = ["--output-file", f"{purpose}.txt"]
    command = [
        "uv",
        "pip",
        "compile",
        *OPTIONS,
        "../../pyproject.toml",
        *sources,
        *same_as_run,
        *output,
        *extra,
    ]
    subprocess.run(command, cwd=HERE, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    for name, inputs in PURPOSES.items():
        compile_purpose(name, inputs, extra=sys.argv[1:])
