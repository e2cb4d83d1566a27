"""How code looks, and that no text in it can mean anything but itself."""

import ast
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from studio.domain.as_code import KEY_NAME, CodeLanguage
from studio.gateway.snippets import as_code
from studio.gateway.snippets.call import Call
from studio.gateway.snippets.literals import Grammar, literal, quoted, shell_json, shell_quoted
from tests.gateway.snippets.calls import (
    NASTY,
    FilePicture,
    conversation,
    with_pictures,
    words_only,
    written,
)

ADDRESS = "https://bananarouter.com"
ROUTE = "gemini-3.1-flash-image-preview"
TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    [NASTY, "'", "\\", "\\\\'", "\\n"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
PYTHON = Grammar(("None", "True", "False"), lambda path: quoted(str(path)))


@pytest.mark.parametrize("language", CodeLanguage)
def test_how_it_looks(language: CodeLanguage, snapshot: SnapshotAssertion) -> None:
    folder = Path("/home/me/Proofroom")
    pictures = (FilePicture(folder / "one's.png"), FilePicture(folder / "two.jpg", "image/jpeg"))
    said = {
        "words": as_code(ADDRESS, ROUTE, written(words_only("A fox's den,\n“at night”")), language),
        "pictures": as_code(ADDRESS, ROUTE, written(with_pictures(pictures, "both")), language),
        "conversation": as_code(ADDRESS, ROUTE, written(conversation(pictures)), language),
    }
    assert said == snapshot
    assert all(KEY_NAME in code for code in said.values())


@given(TEXTS)
def test_a_text_comes_back_in_json_and_python(text: str) -> None:
    assert json.loads(quoted(text)) == text
    assert ast.literal_eval(quoted(text)) == text


@given(VALUES)
def test_a_value_comes_back_in_python(value: object) -> None:
    assert ast.literal_eval(literal(value, PYTHON)) == value


@given(TEXTS)
def test_nothing_in_code_is_unseen(text: str) -> None:
    for code in (quoted(text), shell_json(json.dumps(text, ensure_ascii=False))):
        assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b]", code)


@pytest.mark.parametrize("shell", ["sh", "bash", "zsh", "dash", "busybox"])
def test_texts_come_back_in_a_shell(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} isn't installed here")
    words = [shell, "sh"] if shell == "busybox" else [shell]

    @settings(max_examples=40, deadline=None)
    @given(st.lists(TEXTS.filter(lambda text: "\0" not in text), min_size=1, max_size=8))
    def come_back(texts: list[str]) -> None:
        plain = " ".join(shell_quoted(text) for text in texts)
        encoded = " ".join(shell_json(json.dumps(text, ensure_ascii=False)) for text in texts)
        script = f"printf '%s\\0' {plain} {encoded}"
        done = subprocess.run(words, input=script.encode(), capture_output=True, check=True)
        found = done.stdout.decode().split("\0")[:-1]
        assert found[: len(texts)] == texts
        assert [json.loads(one) for one in found[len(texts) :]] == texts

    come_back()


def test_values_come_back_in_javascript() -> None:
    if shutil.which("node") is None:
        pytest.skip("node isn't installed here")
    from studio.gateway.snippets.javascript import javascript

    exact = st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXTS,
        lambda inner: (
            st.lists(inner, max_size=4) | st.dictionaries(TEXTS | st.just("__proto__"), inner, max_size=4)
        ),
        max_leaves=12,
    )

    @settings(max_examples=15, deadline=None)
    @given(st.dictionaries(TEXTS | st.just("__proto__"), exact, min_size=1, max_size=5))
    def come_back(body: dict[str, object]) -> None:
        code = javascript(Call(ADDRESS, ROUTE, (json.dumps(body),)))
        start, end = code.index("const body"), code.index("const response")
        script = f"{code[start:end]}process.stdout.write(JSON.stringify(body));"
        done = subprocess.run(
            ["node", "--input-type=module"], input=script.encode(), capture_output=True, check=True
        )
        assert json.loads(done.stdout) == body

    come_back()


@pytest.mark.skipif(shutil.which("sh") is None, reason="sh isn't installed here")
@pytest.mark.parametrize("name", [b"/a/\xff\xfe b/it's \xe7.png", "/图/一.png".encode()])
def test_a_files_name_comes_back_also_where_it_is_no_text(name: bytes) -> None:
    word = shell_quoted(name.decode("utf-8", "surrogateescape"))
    done = subprocess.run(["sh"], input=f"printf %s {word}".encode(), capture_output=True, check=True)
    assert done.stdout == name


def test_a_word_of_a_shell_holds_no_nul() -> None:
    with pytest.raises(ValueError, match="NUL"):
        shell_quoted("a\0b")


def test_a_text_that_looks_like_a_pictures_place_is_a_text(tmp_path: Path) -> None:
    file = FilePicture(tmp_path / "a.png")
    file.path.write_bytes(b"x")
    call = Call(ADDRESS, ROUTE, ('{"a":"@picture1","b":"', file.path, '","c":"@picture@1"}'))
    assert call.body == {"a": "@picture1", "b": file.path, "c": "@picture@1"}
