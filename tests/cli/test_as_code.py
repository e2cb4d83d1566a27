"""`proofroom generate … --as …`: the call as code; nothing is sent, and no key is in it."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.gateways import picture, scripted, with_picture
from tests.cli.running import Proofroom

LANGUAGES = ["curl", "python", "google-genai", "javascript"]


def run_in_a_shell(code: str, folder: Path) -> None:
    done = subprocess.run(
        ["sh"],
        input=code,
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PROOFROOM_KEY": "sk-of-the-person"},
        text=True,
        capture_output=True,
        timeout=50,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_prints_code_and_sends_nothing(proofroom: Proofroom, language: str) -> None:
    with scripted(with_picture()) as gateway:
        done = proofroom.with_key("sk-secret-of-mine")(
            *("generate", "it's a fox", "--size", "2K", "--as", language, "--gateway", gateway.url)
        )
        assert (done.code, done.err) == (0, "")
        assert gateway.received == []
    assert "PROOFROOM_KEY" in done.out
    assert gateway.url in done.out
    assert "sk-secret-of-mine" not in done.out
    assert not proofroom.library.exists()


@pytest.mark.skipif(os.name == "nt", reason="there is no such shell")
def test_what_it_prints_sends_what_generate_sends(proofroom: Proofroom) -> None:
    one, two = proofroom.home / "one's.png", proofroom.home / "two's.png"
    one.write_bytes(picture(80, 40))
    two.write_bytes(picture(80, 60))
    references = ["--reference", f"first={one}", "--reference", f"second={two}"]
    with scripted(with_picture()) as gateway:
        order = ["generate", "@second in the style of @first", *references, "--aspect", "3:2"]
        order += ["--longest-edge", "64", "--thinking", "high", "--gateway", gateway.url]
        code = proofroom(*order, "--as", "curl")
        assert code.code == 0
        assert gateway.received == []
        run_in_a_shell(code.out, proofroom.home)
        assert proofroom.with_key()(*order).code == 0
        by_hand, by_program = gateway.received
    assert by_hand.target == by_program.target
    assert by_hand.json == by_program.json
    assert b"sk-" not in by_hand.body


@pytest.mark.skipif(os.name == "nt", reason="there is no such shell")
def test_a_version_that_is_continued_goes_along(proofroom: Proofroom) -> None:
    with scripted(with_picture()) as gateway:
        keyed = proofroom.with_key()
        made = keyed("generate", "a fox", "--gateway", gateway.url, "--json").object
        version = made["versions"][0]["version"]
        for way in ("--conversation", "--afresh"):
            order = ["generate", "at night", "--continue", version, way, "--gateway", gateway.url]
            code = keyed(*order, "--as", "curl")
            assert code.code == 0, code.err
            run_in_a_shell(code.out, proofroom.home)
            assert keyed(*order).code == 0
        _, *calls = gateway.received
    assert len(calls) == 4
    for by_hand, by_program in zip(calls[::2], calls[1::2], strict=True):
        assert by_hand.json == by_program.json


def test_as_json_and_for_more_than_one(proofroom: Proofroom) -> None:
    done = proofroom("generate", "a fox", "--count", "3", "--as", "python", "--json")
    assert done.object["as"] == "python"
    assert done.object["calls"] == 3
    compile(done.object["code"], "code", "exec")
    assert "makes" not in done.err
    told = proofroom("generate", "a fox", "--count", "3", "--as", "python")
    assert told.err == "That is one call. The order would make 3 of them.\n"


@pytest.mark.parametrize(
    "wrong", [["--gateway", "demo"], ["--as", "perl"], ["--continue", "nobody"], ["--reference", "lost.png"]]
)
def test_what_can_not_be_written_down(proofroom: Proofroom, wrong: list[str]) -> None:
    done = proofroom("generate", "a fox", "--as", "curl", *wrong)
    assert (done.code, done.out) == (2, "")
