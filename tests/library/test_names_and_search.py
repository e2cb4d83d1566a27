"""File names that every system takes, and prompts that are found again."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.file_names import slug
from studio.domain.recipe import Recipe
from studio.library.naming import candidates, folder_name, stem
from studio.library.search import phrase
from tests.library.scenes import generate, library_in, order


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("A red fox in the snow", "a-red-fox-in-the-snow"),
        ("红色狐狸，在雪地里！", "红色狐狸-在雪地里"),
        ("  ../../etc/passwd\0 ", "etc-passwd"),
        ("", "picture"),
        ("🦊🦊🦊", "picture"),
        ("CON", "con-"),
        ("Cafe\u0301 Ünïcode", "café-ünïcode"),
        ("हिन्दी में", "हिन्दी-में"),
        ("x" * 500, "x" * 40),
        ("one two three four five six seven eight nine", "one-two-three-four-five-six-seven-eight"),
    ],
)
def test_a_slug_says_what_the_picture_shows(prompt: str, expected: str) -> None:
    assert slug(prompt) == expected


@given(st.text(max_size=300), st.text(max_size=80))
def test_every_name_is_legal_everywhere(prompt: str, project: str) -> None:
    path = stem(
        project=project,
        created=datetime(2025, 3, 4, tzinfo=UTC),
        number=7,
        prompt=prompt,
        version_id="0123456789abcdef",
    )
    assert len(path.parts) == 3
    assert not path.is_absolute()
    for part in path.parts:
        assert part == unicodedata.normalize("NFC", part)
        assert not set(part) & set('<>:"/\\|?*')
        assert part.isprintable() or not any(ord(letter) < 32 for letter in part)
        assert not part.startswith(".")
        assert part == part.rstrip(" .")
        assert len(part.encode("utf-8", "replace")) <= 255
        assert not PureWindowsPath(part).is_reserved()
    assert len(slug(prompt)) <= 41


def test_a_project_called_as_a_device_gets_a_folder_of_its_own() -> None:
    assert folder_name("nul.txt") == "nul -.txt"
    assert folder_name("...") == "Project"
    assert folder_name(".proofroom") == "proofroom"


def test_a_taken_name_is_followed_by_others() -> None:
    names = candidates(PurePosixPath("a/b"))
    assert [str(next(names)) for _ in range(3)] == ["a/b", "a/b-2", "a/b-3"]


PROMPTS = (
    "A red fox, 红发少女 in the snow",
    "灯塔屋 by the sea: lighthouse house",
    "foxglove in a garden",
    "Über café",
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("fox", {0, 2}),
        ('"fox"', {0}),
        ("FOX snow", {0}),
        ("snow fox", {0}),
        ('"red fox"', {0}),
        ('"fox red"', set[int]()),
        ("灯塔", {1}),
        ("灯", {1}),
        ("塔屋", {1}),
        ("灯屋", set[int]()),
        ("红发少女", {0}),
        ("uber cafe", {3}),
        ("in", {0, 2}),
        ("!!!", set[int]()),
        ('" OR *', set[int]()),
        ("fox NOT red", set[int]()),
        ("", {0, 1, 2, 3}),
        ("   ", {0, 1, 2, 3}),
    ],
)
async def test_prompts_are_found_by_words_and_by_chinese_characters(
    tmp_path: Path, query: str, found: set[int]
) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        for number, prompt in enumerate(PROMPTS):
            await generate(library, order(order_id=f"o{number}", recipe=Recipe(prompt)))
        versions = await library.versions(query=query, limit=9)
        assert {PROMPTS.index(version.recipe.prompt) for version in versions} == found
        assert await library.count(query) == len(found)
        numbers = [version.number for version in versions]
        assert numbers == sorted(numbers, reverse=True)


@given(st.text(max_size=60), st.booleans())
def test_every_phrase_is_a_question_that_sqlite_understands(text: str, whole: bool) -> None:
    import sqlite3
    from contextlib import closing

    asked = phrase(text, whole=whole)
    if not asked:
        return
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE prompts USING fts5 (prompt)")
        connection.execute("SELECT count(*) FROM prompts WHERE prompts MATCH ?", (asked,)).fetchone()
