"""The generator of test libraries: what it makes is a library like any other."""

from contextlib import closing
from pathlib import Path

import pytest

from studio.domain.version import Version
from studio.library.database import open_for_reading
from studio.library.layout import LibraryFolder
from studio.library.library import Library
from studio.library.thumbnails import ThumbnailReader
from tests.support.library_maker.making import Wishes, make_library
from tests.support.library_maker.story import NEWEST

VERSIONS = 200
PICTURES = 3


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("made") / "library"
    make_library(made, Wishes(VERSIONS, pictures=PICTURES, takes=1), progress=lambda _: None)
    return made


def numbers(folder: Path, question: str) -> list[tuple[int, ...]]:
    with closing(open_for_reading(LibraryFolder(folder))) as connection:
        return [tuple(row) for row in connection.execute(question)]


async def versions(folder: Path) -> tuple[Version, ...]:
    async with Library.reader(folder) as library:
        return await library.versions(limit=VERSIONS)


async def test_it_holds_as_many_as_were_asked_for_newest_first(folder: Path) -> None:
    ((trashed,),) = numbers(folder, "SELECT count(*) FROM versions WHERE trashed IS NOT NULL")
    ((everything,),) = numbers(folder, "SELECT count(*) FROM versions")
    found = await versions(folder)
    assert everything == VERSIONS
    assert len(found) in {VERSIONS, VERSIONS - trashed}
    assert sorted(found, key=lambda version: version.created, reverse=True) == list(found)


def test_the_database_is_sound(folder: Path) -> None:
    assert numbers(folder, "PRAGMA foreign_key_check") == []
    with closing(open_for_reading(LibraryFolder(folder))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_a_version_has_its_job_attempt_and_order(folder: Path) -> None:
    ((linked,),) = numbers(
        folder,
        "SELECT count(*) FROM versions JOIN jobs ON jobs.id = versions.job "
        "JOIN orders ON orders.id = jobs.order_id JOIN attempts ON attempts.version = versions.id "
        "WHERE jobs.state = 'saved' AND attempts.charge = 'charged'",
    )
    assert linked == VERSIONS


def test_there_is_something_of_everything(folder: Path) -> None:
    kinds = (
        "parent IS NOT NULL",
        "mismatch",
        "rating = 5",
        "flag = 'pick'",
        "flag = 'reject'",
        "label <> ''",
        "trashed IS NOT NULL",
        "reference_count > 0",
        "series <> sequence",
        "length(recipe) > 100000",
    )
    sums = ", ".join(f"sum({kind})" for kind in kinds)
    (found,) = numbers(folder, f"SELECT {sums} FROM versions")  # noqa: S608 - our own words
    assert all(found), dict(zip(kinds, found, strict=True))
    ((tagged,),) = numbers(folder, "SELECT count(DISTINCT version) FROM version_tags")
    ((uses,),) = numbers(folder, "SELECT sum(uses) FROM tags")
    ((links,),) = numbers(
        folder,
        "SELECT count(*) FROM version_tags JOIN versions ON versions.sequence = version_tags.version "
        "WHERE trashed IS NULL",
    )
    assert tagged > 0
    assert uses == links


async def test_every_version_has_its_thumbnails(folder: Path) -> None:
    with ThumbnailReader(folder) as reader:
        for version in await versions(folder):
            small, large = reader.read(version.id, 256), reader.read(version.id, 512)
            assert small is not None
            assert large is not None
            assert small.startswith(b"\xff\xd8")
            assert version.palette


async def test_the_newest_have_their_pictures_and_the_others_miss_them(folder: Path) -> None:
    with closing(open_for_reading(LibraryFolder(folder))) as connection:
        paths = [row[0] for row in connection.execute("SELECT path FROM versions ORDER BY sequence DESC")]
    assert [(folder / path).is_file() for path in paths] == [
        number < PICTURES for number in range(len(paths))
    ]


async def test_it_opens_for_writing_and_goes_on(folder: Path) -> None:
    async with Library(folder, now=lambda: NEWEST, new_id=lambda: "x") as library:
        before = await library.count()
        assert await library.jobs() == ()
        assert before > 0


def test_the_same_seed_tells_the_same(tmp_path: Path, folder: Path) -> None:
    again = tmp_path / "again"
    make_library(again, Wishes(20, pictures=0, takes=1), progress=lambda _: None)
    other = tmp_path / "other"
    make_library(other, Wishes(20, pictures=0, takes=1), progress=lambda _: None)
    question = "SELECT id, path, recipe, palette, rating FROM versions ORDER BY sequence"
    assert numbers(again, question) == numbers(other, question)


def test_a_library_is_never_written_over(folder: Path) -> None:
    with pytest.raises(FileExistsError):
        make_library(folder, Wishes(1), progress=lambda _: None)
