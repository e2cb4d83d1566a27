"""The commands that look, check and update; and what `proofroom` is without any."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from studio.domain.judgement import Change
from tests.cli.gateways import picture, scripted, with_picture
from tests.cli.running import Json, Proofroom, finish
from tests.library.scenes import library_in

PAGE = Path(__file__).parents[1] / "data" / "model-page.txt"


def make(proofroom: Proofroom, prompt: str, *options: str) -> Json:
    """One saved version."""
    with scripted(with_picture(picture())) as gateway:
        done = proofroom.with_key()("generate", prompt, "--gateway", gateway.url, *options, "--json")
    assert done.code == 0, done.err
    return done.object["versions"][0]


def test_an_empty_library(proofroom: Proofroom) -> None:
    assert proofroom("list").out == "No versions yet.\n"
    assert proofroom("jobs").out == "Nothing waits, and nothing needs you.\n"
    assert proofroom("ledger").out.startswith("Today: ¥0.00")
    for command in (("list",), ("jobs",), ("jobs", "--all"), ("ledger",)):
        done = proofroom(*command, "--json")
        assert (done.code, done.out, done.err) == (0, "", "")
    assert proofroom("library", "verify", "--json").code == 2
    assert not proofroom.library.exists()


def test_what_is_in_the_trash_is_not_listed(proofroom: Proofroom) -> None:
    fox, harbour = make(proofroom, "a fox"), make(proofroom, "a harbour")
    asyncio.run(put_into_trash(proofroom.library, fox["version"]))
    assert proofroom("list", "--json").object["version"] == harbour["version"]
    assert proofroom("list", "--search", "fox", "--json").objects == []
    assert proofroom("show", fox["version"], "--json").object["version"] == fox["version"]
    assert len(proofroom("ledger", "--json").objects) == 2


async def put_into_trash(folder: Path, version: str) -> None:
    async with library_in(folder, thumbnails=False) as library:
        assert await library.curator.change([version], Change(trash=True)) is not None


def test_a_tree_says_what_became_of_its_branches(proofroom: Proofroom) -> None:
    fox = make(proofroom, "a fox")["version"]
    snow = make(proofroom, "in snow", "--from", fox)["version"]
    night = make(proofroom, "by night", "--from", snow)["version"]
    asyncio.run(remove_and_name(proofroom.library, snow, night))
    lines = proofroom("show", night).out.splitlines()[-3:]
    assert [line.split("  ")[-1] for line in lines] == [
        "a fox",
        "in snow · removed for good",
        "by night · “Owls” · archived",
    ]


async def remove_and_name(folder: Path, gone: str, named: str) -> None:
    async with library_in(folder, thumbnails=False) as library:
        assert await library.curator.change([gone], Change(trash=True)) is not None
        assert await library.curator.purge([gone]) == (gone,)
        assert await library.curator.change([named], Change(branch_name="Owls", branch_archived=True))


def test_what_was_made_is_found_again(proofroom: Proofroom) -> None:
    fox, harbour = make(proofroom, "a fox, 红色狐狸"), make(proofroom, "a harbour", "--aspect", "1:1")
    listed = proofroom("list", "--json").objects
    assert [one["version"] for one in listed] == [harbour["version"], fox["version"]]
    assert [one["number"] for one in listed] == [2, 1]
    assert {key: listed[1][key] for key in fox} == fox
    assert (listed[0]["aspect"], listed[0]["size"], listed[0]["size_matches"]) == ("1:1", "1K", False)
    found = proofroom("list", "--search", "狐狸", "--json").object
    assert found["version"] == fox["version"]
    assert proofroom("list", "--search", "giraffe").out == "No version is found by that.\n"
    assert proofroom("list", "--limit", "1", "--json").object["version"] == harbour["version"]
    table = proofroom("list").out.splitlines()
    assert len(table) == 3
    assert "a fox, 红色狐狸" in table[2]


def test_one_version_with_its_past(proofroom: Proofroom) -> None:
    version = make(proofroom, "a fox", "--aspect", "16:9")
    done = proofroom("show", version["version"][:4])
    assert done.out.splitlines()[0] == version["path"]
    for line in (
        "Prompt: a fox",
        "Size asked: 1K, 1376 × 768 px",
        "Size delivered: 64 × 64 px, image/png",
        "Size differs: paid 1K, got 0.5K",
        "Cost: ¥0.16 (charged, if this key bills at that group)",
    ):
        assert line in done.out
    missing = proofroom("show", "zzzz")
    assert (missing.code, missing.out) == (2, "")
    assert "zzzz" in missing.err


def test_groups(proofroom: Proofroom) -> None:
    first, second, third, *_ = proofroom("groups", "--json").objects
    assert first == {
        "group": "官KEY-1.5折",
        "prices": {"0.5K": "0.05", "1K": "0.07", "2K": "0.11", "4K": "0.16"},
        "latency": 102.07,
        "throughput": 10.99,
        "uptime": 62.5,
        "key": None,
        "price_assumed": False,
        "default": False,
        "goals": [],
        "rests_until": None,
    }
    assert (second["latency"], second["throughput"], second["uptime"]) == (None, None, None)
    assert third["default"]
    table = proofroom("groups").out
    assert "官KEY-2.5折  ¥0.08  ¥0.12  ¥0.18  ¥0.26  —         —                —" in table
    assert "2026-11-22" in table
    demo = proofroom("groups", "--gateway", "demo", "--json").objects
    assert [one["key"] for one in demo] == ["demo"] * 8
    assert demo[0]["prices"]["4K"] == "0.00"


def test_the_library_agrees_until_a_file_is_changed(proofroom: Proofroom) -> None:
    version = make(proofroom, "a fox")
    assert proofroom("library", "verify").out == "Files and index agree.\n"
    path = Path(version["path"])
    path.write_bytes(picture(10, 10))
    wrong = proofroom("library", "verify", "--json")
    assert wrong.code == 1
    assert (wrong.object["what"], wrong.object["version"]) == ("changed_bytes", version["version"])
    path.unlink()
    assert "The picture's file is missing" in proofroom("library", "verify").out


def test_the_index_can_be_made_anew(proofroom: Proofroom) -> None:
    version = make(proofroom, "a fox")
    for path in (proofroom.library / ".proofroom").glob("library.sqlite*"):
        path.unlink()
    assert proofroom("library", "rebuild").out == "The index holds 1 versions.\n"
    assert proofroom("show", version["version"], "--json").object["sha256"] == version["sha256"]


def test_an_update_that_changes_nothing(proofroom: Proofroom) -> None:
    done = proofroom("catalog", "update", str(PAGE))
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("No price and no figure has changed.\n")


def test_an_update_shows_what_changes_and_asks(proofroom: Proofroom) -> None:
    page = PAGE.read_text(encoding="utf-8").replace("¥0.16\n", "¥0.99\n").replace("14.45s", "15s")
    update = proofroom.home / "page.txt"
    update.write_text(page, encoding="utf-8")
    for typed in ("n\n", ""):
        refused = proofroom("catalog", "update", str(update), typed=typed)
        assert refused.code == 1
        assert "官KEY-3.5折  1K per call  ¥0.16    ¥0.99" in refused.out
        assert "官KEY-3.5折  Latency      14.45 s  15 s" in refused.out
        assert "Nothing was changed." in refused.err
        assert proofroom("estimate", "x", "--json").object["unit_price"] == "0.16"
    assert proofroom("catalog", "update", str(update), typed="y\n").code == 0
    assert proofroom("estimate", "x", "--group", "官KEY-3.5折", "--json").object["unit_price"] == "0.99"
    back = proofroom("catalog", "update", "-", "--yes", typed=PAGE.read_text(encoding="utf-8"))
    assert back.code == 0
    assert proofroom("estimate", "x", "--json").object["unit_price"] == "0.16"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_page_as_an_editor_of_windows_saves_it(proofroom: Proofroom, encoding: str) -> None:
    update = proofroom.home / "page.txt"
    update.write_text(PAGE.read_text(encoding="utf-8").replace("\n", "\r\n"), encoding=encoding)
    assert proofroom("catalog", "update", str(update)).code == 0


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "no model page"),
        (b"\xff\x00\xfe", "no model page"),
        (picture(), "no model page"),
        (PAGE.read_bytes()[:900], "is missing or can't be read"),
    ],
)
def test_what_is_no_whole_page_changes_nothing(proofroom: Proofroom, content: bytes, word: str) -> None:
    update = proofroom.home / "page.txt"
    update.write_bytes(content)
    done = proofroom("catalog", "update", str(update), "--yes")
    assert (done.code, done.out) == (2, "")
    assert word in done.err
    assert not (proofroom.config / "catalog.json").exists()


def test_the_demo_gateway_by_itself(proofroom: Proofroom) -> None:
    process = proofroom.start("demo-gateway", "--pace", "0")
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    port = address.rsplit(":", 1)[1]
    taken = proofroom("demo-gateway", "--port", port)
    assert (taken.code, taken.out) == (2, "")
    assert f"Port {port} can't be used" in taken.err
    done = proofroom.with_key("sk-any")("key", "test", "--gateway", address)
    assert done.code == 0
    process.send_signal(signal.SIGINT)
    ended = finish(process)
    assert (ended.code, ended.err) == (0, "")


def without_display(proofroom: Proofroom) -> Proofroom:
    return Proofroom(proofroom.home, {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""})


@pytest.mark.skipif(os.name == "nt", reason="there is always a display")
def test_without_a_display_no_window_opens_and_it_says_so(proofroom: Proofroom) -> None:
    done = without_display(proofroom)()
    assert (done.code, done.out) == (1, "")
    assert "There is no display here" in done.err


def test_help_names_every_command(proofroom: Proofroom) -> None:
    done = proofroom("--help")
    for command in (
        *("generate", "estimate", "list", "show", "jobs", "ledger", "groups", "key", "catalog", "library"),
        "demo-gateway",
    ):
        assert f"\n  {command} " in done.out
        assert proofroom(command, "--help").code == 0
    assert proofroom("draw").code == 2
    assert proofroom("--version").out.startswith("proofroom")


def test_the_key_is_taken_out_of_the_environment(proofroom: Proofroom) -> None:
    program = (
        "import os\nfrom studio.cli import main\n"
        "try:\n    main(['estimate', 'x', '--json'])\n"
        "except SystemExit:\n    print('PROOFROOM_API_KEY' in os.environ)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=proofroom.with_key().environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "False"


def test_what_is_saved_is_what_came(proofroom: Proofroom) -> None:
    version = make(proofroom, "a fox")
    assert Path(version["path"]).read_bytes() == picture()
    with Image.open(version["path"]) as opened:
        assert opened.size == (64, 64)
