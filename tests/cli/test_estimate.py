"""`proofroom estimate`: what an order would cost, said at once and without spending."""

import subprocess
import sys

import pytest

from tests.cli.running import ROOT, Proofroom


def test_four_for_one_yuan(proofroom: Proofroom) -> None:
    done = proofroom("estimate", "a fox", "--aspect", "16:9", "--size", "2K", "--count", "4", "--json")
    assert done.object == {
        "unit_price": "0.25",
        "count": 4,
        "total": "1.00",
        "group": "官KEY-3.5折",
        "size": "2K",
        "width": 2752,
        "height": 1536,
    }
    assert (done.code, done.err) == (0, "")


def test_the_defaults(proofroom: Proofroom) -> None:
    done = proofroom("estimate", "a fox", "--json")
    assert done.object == {
        "unit_price": "0.16",
        "count": 1,
        "total": "0.16",
        "group": "官KEY-3.5折",
        "size": "1K",
        "width": None,
        "height": None,
    }


def test_in_words(proofroom: Proofroom) -> None:
    done = proofroom("estimate", "狐狸", "--group", "官KEY-正价", "--size", "4k", "--count", "5")
    assert done.out == "5 × ¥1.06 = ¥5.30 · 官KEY-正价 · 4K, auto aspect ratio · about 267 s\n"
    unknown = proofroom("estimate", "x", "--group", "官KEY-2.5折", "--aspect", "8:1", "--size", "0.5K")
    assert unknown.out == "1 × ¥0.08 = ¥0.08 · 官KEY-2.5折 · 0.5K, 1536 × 192 px · —\n"


def test_the_demo_costs_nothing(proofroom: Proofroom) -> None:
    done = proofroom("estimate", "a fox", "--gateway", "demo", "--count", "16", "--json")
    assert (done.object["total"], done.object["group"]) == ("0.00", "Demo")


WRONG = {
    "an unknown aspect ratio": (["--aspect", "7:5"], "'16:9'"),
    "an unknown size": (["--size", "8K"], "'0.5K'"),
    "an unknown group": (["--group", "官KEY-9折"], "官KEY-3.5折"),
    "the demo's group elsewhere": (["--group", "Demo"], "官KEY-3.5折"),
    "no images": (["--count", "0"], "1<=x<=16"),
    "too many images": (["--count", "17"], "1<=x<=16"),
    "a count in words": (["--count", "four"], "four"),
    "a reference that isn't there": (["--reference", "lost.png"], "lost.png"),
    "a name with spaces": (["--reference", "my frame=pyproject.toml"], "small letters"),
    "two references with one name": (
        ["--reference", "a=pyproject.toml", "--reference", "a=README.md"],
        "a name of its own",
    ),
    "a named reference that isn't there": (["--reference", "mood=lost.png"], "lost.png"),
    "an edge that shows nothing": (["--longest-edge", "1"], "64"),
    "a conversation with nobody": (["--conversation"], "--continue"),
    "a ceiling in dollars": (["--max-cost", "$1"], "such as 1.50"),
    "a gateway without https": (["--gateway", "http://example.org"], "https"),
    "an unknown option": (["--colour", "red"], "--colour"),
}


@pytest.mark.parametrize("command", ["estimate", "generate"])
@pytest.mark.parametrize("wrong", WRONG)
def test_wrong_usage_is_told_and_sends_nothing(proofroom: Proofroom, command: str, wrong: str) -> None:
    options, word = WRONG[wrong]
    done = proofroom.with_key()(command, "a fox", *options, "--json")
    assert done.code == 2
    assert word in done.err
    assert done.out == ""
    assert not proofroom.library.exists()


@pytest.mark.parametrize("command", ["estimate", "generate"])
def test_an_empty_prompt_needs_a_reference(proofroom: Proofroom, command: str) -> None:
    done = proofroom.with_key()(command, " ", "--json")
    assert (done.code, done.out) == (2, "")
    assert "Write a prompt or add a reference." in done.err


def test_too_many_references(proofroom: Proofroom) -> None:
    (proofroom.home / "a.png").touch()
    references = ["--reference", str(proofroom.home / "a.png")] * 15
    done = proofroom("estimate", "a fox", *references)
    assert done.code == 2
    assert "at most 14" in done.err


def test_over_the_ceiling(proofroom: Proofroom) -> None:
    assert proofroom("estimate", "a fox", "--count", "4", "--max-cost", "0.64", "--json").code == 0
    over = proofroom("estimate", "a fox", "--count", "4", "--max-cost", "0.63", "--json")
    assert (over.code, over.object["total"]) == (4, "0.64")


def test_bytes_that_are_no_text(proofroom: Proofroom) -> None:
    done = subprocess.run(
        [sys.executable.encode(), b"-m", b"studio", b"estimate", b"a fox \xff"],
        env=proofroom.environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"no text" in done.stderr


HEAVY = [
    "httpx",
    "keyring",
    "PIL",
    "pyvips",
    "rich",
    "sqlite3",
    "uvicorn",
    "asyncio",
    "PySide6",
    "studio.engine",
]


def test_nothing_heavy_is_loaded_for_it(proofroom: Proofroom) -> None:
    program = f"""
import sys
from studio.cli import main
try:
    main(["estimate", "a fox", "--aspect", "16:9"])
except SystemExit:
    print([name for name in {HEAVY!r} if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**proofroom.environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"
