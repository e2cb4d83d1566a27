"""What was written down is run for real: it sends what the program itself would send, once."""

import base64
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import cast

import pytest

from studio.domain.as_code import KEY_NAME, CodeLanguage
from studio.gateway.request import Pieces, build_body
from studio.gateway.snippets import as_code
from tests.cli.gateways import failing, picture, scripted
from tests.gateway.snippets.calls import (
    AUTO,
    NASTY,
    FilePicture,
    conversation,
    with_pictures,
    words_only,
    written,
)
from tests.support.scripted_gateway import json_answer, reply_of

# Google's library takes no reply with a signature that isn't whole base64, as the usual scripted one has.
GOOD = json_answer(reply_of({"inlineData": {"mimeType": "image/png", "data": "iVBORw0KGgo="}}))
KEY = "sk-story-4f9c2a7e1b"
ROUTE = "gemini-3.1-flash-image-preview"
GENAI = os.environ.get("PROOFROOM_GENAI_PYTHON") or (
    sys.executable if find_spec("google") and find_spec("google.genai") else ""
)


pytestmark = pytest.mark.skipif(os.name == "nt", reason="files have names here that Windows doesn't allow")


def command(language: CodeLanguage, code: Path) -> list[str]:
    """What runs the code; skips with words where this machine can't."""
    match language:
        case CodeLanguage.CURL:
            needed, runs = shutil.which("curl"), ["sh", str(code)]
        case CodeLanguage.JAVASCRIPT:
            needed, runs = shutil.which("node"), ["node", str(code)]
        case CodeLanguage.PYTHON:
            needed, runs = sys.executable, [sys.executable, str(code)]
        case CodeLanguage.GOOGLE_GENAI:
            needed, runs = GENAI, [GENAI, str(code)]
    if not needed:
        pytest.skip(f"{language.value} isn't installed here; google-genai may be in PROOFROOM_GENAI_PYTHON")
    return runs


def run(folder: Path, code: str, language: CodeLanguage) -> subprocess.CompletedProcess[str]:
    file = folder / ("call.mjs" if language is CodeLanguage.JAVASCRIPT else "call")
    file.write_text(code, encoding="utf-8")
    surroundings = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    return subprocess.run(
        command(language, file),
        cwd=folder,
        env={**surroundings, KEY_NAME: KEY},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def shelf(folder: Path) -> tuple[FilePicture, ...]:
    """Pictures whose files have names that a person may give."""
    names = ("plain.png", 'it\'s "mine" $HOME `id` \\ 图.png', "-rf *;\n.png")
    pictures = tuple(FilePicture(folder / name) for name in names)
    for at, one in enumerate(pictures):
        one.path.write_bytes(picture(40 + at, 30))
    return pictures


CALLS: dict[str, Callable[[tuple[FilePicture, ...]], Pieces]] = {
    "words": lambda _: words_only("a fox"),
    "hostile words": lambda _: words_only(NASTY, recipe=AUTO),
    "very many words": lambda _: words_only("狐狸 it's " * 20_000),
    "pictures in their order": lambda pictures: with_pictures(pictures[::-1], NASTY),
    "one picture twice": lambda pictures: with_pictures((pictures[1], pictures[1]), "both"),
    "a conversation": conversation,
}


@pytest.mark.parametrize("language", CodeLanguage)
@pytest.mark.parametrize("name", CALLS)
def test_it_sends_what_the_program_would(tmp_path: Path, language: CodeLanguage, name: str) -> None:
    sent: Pieces = CALLS[name](shelf(tmp_path))
    with scripted(GOOD) as gateway:
        code = as_code(gateway.url, ROUTE, written(sent), language)
        done = run(tmp_path, code, language)
        assert done.returncode == 0, done.stderr
        (received,) = gateway.received
    assert (received.method, received.target) == ("POST", f"/v1beta/models/{ROUTE}:generateContent")
    assert received.headers["authorization"] == f"Bearer {KEY}"
    assert received.headers["content-type"] == "application/json"
    assert "expect" not in received.headers
    own = build_body(sent)
    if language is CodeLanguage.PYTHON:
        assert received.body == own
    elif language is CodeLanguage.GOOGLE_GENAI:
        assert plain(received.json) == plain(json.loads(own))
    else:
        assert json.dumps(received.json) == json.dumps(json.loads(own))
    assert "inline" in (tmp_path / "reply.json").read_text(encoding="utf-8")
    assert KEY not in code


def plain(value: object) -> object:
    """Without what Google's library writes otherwise: names, the letters of base64, levels in capitals."""
    if isinstance(value, dict):
        known = {
            re.sub("_(.)", lambda letter: letter[1].upper(), name): one
            for name, one in cast("dict[str, object]", value).items()
        }
        return {name: _plain_member(name, one) for name, one in known.items()}
    if isinstance(value, list):
        return [plain(one) for one in cast("list[object]", value)]
    return value


def _plain_member(name: str, value: object) -> object:
    match name:
        case "data" | "thoughtSignature":
            return base64.b64decode(str(value), altchars=b"-_")
        case "thinkingLevel":
            return str(value).upper()
        case _:
            return plain(value)


@pytest.mark.parametrize("language", CodeLanguage)
def test_nothing_is_sent_where_a_picture_is_gone(tmp_path: Path, language: CodeLanguage) -> None:
    pictures = shelf(tmp_path)
    sent = with_pictures(pictures, "all of them")
    with scripted(GOOD) as gateway:
        code = as_code(gateway.url, ROUTE, written(sent), language)
        pictures[1].path.unlink()
        assert run(tmp_path, code, language).returncode != 0
        assert gateway.received == []


@pytest.mark.parametrize("language", CodeLanguage)
def test_a_failure_is_not_sent_again(tmp_path: Path, language: CodeLanguage) -> None:
    with scripted(failing(503, "busy")) as gateway:
        run(tmp_path, as_code(gateway.url, ROUTE, written(words_only()), language), language)
        assert len(gateway.received) == 1
