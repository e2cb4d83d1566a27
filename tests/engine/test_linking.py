"""A file outside follows the tree: by picks, back again, over a restart, and never over another's work."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from studio.domain.errors import FileUnwritable, UnknownVersion
from studio.domain.export import Encoding, Format
from studio.domain.export_errors import (
    FileThere,
    LinkedElsewhere,
    LinkedFileChanged,
    LinkedFileGone,
    UnknownLink,
)
from studio.domain.export_sizes import SizeKind, SizeRule
from studio.domain.flags import Flag
from studio.domain.judgement import Change
from studio.domain.link import LinkForm, form_for
from studio.domain.recipe import Recipe
from studio.engine.events import LinksChanged
from studio.export.linked import hash_of
from studio.library.library import Library
from tests.engine.workshop import Workshop, at_work, generate, png, until, wish
from tests.support.scripted_gateway import json_answer, picture_part, reply_of

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.link import LinkStanding
    from studio.engine.studio import Studio

ORIGINAL = LinkForm(Encoding(Format.ORIGINAL))
PICTURES = tuple(png(size=(64, 48), seed=seed) for seed in range(6))
ANSWERS = tuple(json_answer(reply_of(picture_part(data))) for data in PICTURES)


async def tree_of(studio: Studio, count: int) -> list[str]:
    """The ids of a root and so many versions that continue it, each with a picture of its own."""
    root = (await generate(studio, wish("a fox"))).versions[0]
    made = [root]
    for number in range(1, count):
        recipe = Recipe(f"more fog {number}", parent=root)
        made += (await generate(studio, wish(recipe=recipe))).versions
    return made


async def bytes_of(studio: Studio, version_id: str) -> bytes:
    return (studio.folder / (await studio.library.version(version_id)).path).read_bytes()


async def holds(studio: Studio, target: Path, version_id: str) -> None:
    """Return when the file holds the version's bytes."""
    wanted = await bytes_of(studio, version_id)
    await until(lambda: target.read_bytes() == wanted)
    await until(lambda: [one.link.written for one in studio.linking.standings] == [version_id])


def pick(flag: Flag = Flag.PICK) -> Change:
    return Change(flag=flag)


def problem_of(studio: Studio) -> object:
    (standing,) = studio.linking.standings
    return standing.problem


def content(file: Path) -> bytes | None:
    """None where there is none."""
    return file.read_bytes() if file.exists() else None


def paint(file: Path, data: bytes) -> None:
    file.write_bytes(data)


def take_away(file: Path) -> None:
    file.unlink()


def make_folder(place: Path) -> None:
    place.mkdir()


def written_at(file: Path) -> int:
    return file.stat().st_mtime_ns


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "app").mkdir()
    return tmp_path / "app" / "hero.png"


async def test_the_file_follows_the_pick_and_undo_and_redo_lead_back_and_forth(
    tmp_path: Path, target: Path
) -> None:
    async with at_work(tmp_path, *ANSWERS) as (studio, _, told):
        first, second, third = await tree_of(studio, 3)
        made = await studio.linking.link(first, target, ORIGINAL)
        assert (made.link.target, made.label, made.problem) == (target, "v1", None)
        assert content(target) == await bytes_of(studio, first)
        await studio.change((second,), pick())
        await holds(studio, target, second)
        await studio.change((third,), pick())
        await holds(studio, target, third)
        await studio.undo()
        await holds(studio, target, second)
        await studio.undo()
        await holds(studio, target, first)
        await studio.redo()
        await holds(studio, target, second)
        assert any(isinstance(event, LinksChanged) for event in told.events)
    assert [path.name for path in target.parent.iterdir()] == ["hero.png"], "nothing else is left there"


async def test_a_pick_of_another_tree_and_other_judgements_leave_it_alone(
    tmp_path: Path, target: Path
) -> None:
    async with at_work(tmp_path, *ANSWERS) as (studio, *_):
        first, second = await tree_of(studio, 2)
        (other,) = await tree_of(studio, 1)
        await studio.linking.link(first, target, ORIGINAL)
        before = written_at(target)
        await studio.change((other,), pick())
        await studio.change((second,), Change(rating=5))
        await studio.change((second,), pick(Flag.REJECT))
        await studio.linking.look()
        assert studio.linking.standings[0].link.written == first
        assert written_at(target) == before


async def test_the_form_says_what_is_written(tmp_path: Path, target: Path) -> None:
    jpeg = target.with_suffix(".jpg")
    async with at_work(tmp_path, *ANSWERS) as (studio, *_):
        first, second = await tree_of(studio, 2)
        form = LinkForm(Encoding(Format.JPEG), SizeRule(SizeKind.WIDTH, width=32))
        await studio.linking.link(first, jpeg, form)
        await studio.linking.link(first, target, form_for(target))
        with Image.open(jpeg) as opened:
            assert (opened.format, opened.size) == ("JPEG", (32, 24))
        before = jpeg.read_bytes()
        await studio.change((second,), pick())
        await until(lambda: {one.link.written for one in studio.linking.standings} == {second})
        assert jpeg.read_bytes() != before
        with Image.open(target) as opened:
            assert opened.size == (64, 48), "a tree may have several files"


async def test_it_survives_a_restart_and_what_was_left_undone_is_done(tmp_path: Path, target: Path) -> None:
    async with at_work(tmp_path, *ANSWERS) as (studio, *_):
        first, second = await tree_of(studio, 2)
        folder = studio.folder
        made = await studio.linking.link(first, target, ORIGINAL)
        wanted = await bytes_of(studio, second)
        # As if the machine had stopped between the wish and the file.
        await studio.library.curator.put_link(made.link.wishing(second))
    async with Workshop(folder, "https://nowhere.example").open() as studio:
        await until(lambda: content(target) == wanted)
        await until(lambda: studio.linking.standings[0].link.written == second)
        await studio.change((first,), pick())
        await holds(studio, target, first)


async def test_a_file_that_was_written_when_the_machine_stopped_is_known_as_ours(
    tmp_path: Path, target: Path
) -> None:
    async with at_work(tmp_path, *ANSWERS) as (studio, *_):
        first, second = await tree_of(studio, 2)
        folder = studio.folder
        made = await studio.linking.link(first, target, ORIGINAL)
        wanted = await bytes_of(studio, second)
        begun = replace(made.link.wishing(second), hashes=(*made.link.hashes, hash_of(wanted)))
        await studio.library.curator.put_link(begun)
    paint(target, wanted)
    async with Workshop(folder, "https://nowhere.example").open() as studio:
        await until(lambda: studio.linking.standings[0].link.written == second)
        assert problem_of(studio) is None
    assert content(target) == wanted


async def test_it_survives_a_lost_index(tmp_path: Path, target: Path) -> None:
    async with at_work(tmp_path, *ANSWERS) as (studio, *_):
        folder = studio.folder
        first, second = await tree_of(studio, 2)
        await studio.linking.link(first, target, ORIGINAL)
        await studio.linking.link(first, target.with_name("gone.png"), ORIGINAL)
        await studio.linking.unlink(target.with_name("gone.png"))
    for index in (folder / ".proofroom").glob("library.sqlite*"):
        index.unlink()
    async with Workshop(folder, "https://nowhere.example").open() as studio:
        assert [one.link.target for one in studio.linking.standings] == [target]
        await studio.change((second,), pick())
        await holds(studio, target, second)


async def test_it_survives_a_journal_written_anew(tmp_path: Path, target: Path) -> None:
    async with at_work(tmp_path, *ANSWERS) as (studio, *_):
        folder = studio.folder
        (first,) = await tree_of(studio, 1)
        await studio.linking.link(first, target, ORIGINAL)
        (folder / ".proofroom" / "judgements.jsonl").unlink()
        await studio.library.curator.tidy_journal()
    for index in (folder / ".proofroom").glob("library.sqlite*"):
        index.unlink()
    async with Library.reader(folder) as reader:
        assert await reader.links() == ()
    async with Workshop(folder, "https://nowhere.example").open() as studio:
        (standing,) = studio.linking.standings
        assert (standing.link.target, standing.link.written) == (target, first)


async def test_what_another_program_wrote_is_never_overwritten_in_silence(
    tmp_path: Path, target: Path
) -> None:
    async with at_work(tmp_path, *ANSWERS) as (studio, *_):
        first, second = await tree_of(studio, 2)
        await studio.linking.link(first, target, ORIGINAL)
        paint(target, b"painted over by hand")
        await studio.change((second,), pick())
        await until(lambda: isinstance(problem_of(studio), LinkedFileChanged))
        assert content(target) == b"painted over by hand"
        assert studio.linking.standings[0].link.version == second, "the wish is kept"
        done = await studio.linking.update(target, may_overwrite=True)
        assert done.problem is None
        await holds(studio, target, second)


async def test_a_file_that_vanished_is_told_and_written_anew_only_when_asked(
    tmp_path: Path, target: Path
) -> None:
    async with at_work(tmp_path, *ANSWERS) as (studio, *_):
        first, second = await tree_of(studio, 2)
        await studio.linking.link(first, target, ORIGINAL)
        take_away(target)
        await studio.linking.look()
        assert isinstance(problem_of(studio), LinkedFileGone)
        (standing,) = await studio.linking.use(second)
        assert isinstance(standing.problem, LinkedFileGone)
        assert content(target) is None
        await studio.linking.update(target, may_overwrite=True)
        await holds(studio, target, second)
        shutil.rmtree(target.parent)
        standing = await studio.linking.update(target, may_overwrite=True)
        assert isinstance(standing.problem, LinkedFileGone)
        assert not target.parent.exists(), "it may be a disk that isn't plugged in"


async def test_after_a_restart_it_is_told_what_became_of_the_file(tmp_path: Path, target: Path) -> None:
    async with at_work(tmp_path, *ANSWERS) as (studio, *_):
        folder = studio.folder
        (first,) = await tree_of(studio, 1)
        await studio.linking.link(first, target, ORIGINAL)
    paint(target, b"another's")
    async with Workshop(folder, "https://nowhere.example").open() as studio:
        await until(lambda: isinstance(problem_of(studio), LinkedFileChanged))
    assert content(target) == b"another's"


async def test_a_place_that_cant_be_written_is_told(tmp_path: Path, target: Path) -> None:
    async with at_work(tmp_path, *ANSWERS) as (studio, *_):
        first, second = await tree_of(studio, 2)
        await studio.linking.link(first, target, ORIGINAL)
        take_away(target)
        make_folder(target)
        (standing,) = await studio.linking.use(second)
        assert isinstance(standing.problem, FileUnwritable)


async def test_two_trees_are_never_tied_to_one_file(tmp_path: Path, target: Path) -> None:
    async with at_work(tmp_path, *ANSWERS) as (studio, *_):
        (first,) = await tree_of(studio, 1)
        other, another = await tree_of(studio, 2)
        await studio.linking.link(first, target, ORIGINAL)
        with pytest.raises(LinkedElsewhere):
            await studio.linking.link(other, target, ORIGINAL, may_overwrite=True)
        detour = target.parent / ".." / "app" / "hero.png"
        with pytest.raises(LinkedElsewhere):
            await studio.linking.link(other, detour, ORIGINAL, may_overwrite=True)
        await studio.linking.unlink(detour)
        with pytest.raises(UnknownLink):
            await studio.linking.unlink(target)
        await studio.linking.link(other, target, ORIGINAL, may_overwrite=True)
        again = await studio.linking.link(another, target, ORIGINAL)
        assert again.link.written == another, "its own tree may have it otherwise"


async def test_an_unlinked_file_is_left_alone_and_linked_again_as_it_was(
    tmp_path: Path, target: Path
) -> None:
    async with at_work(tmp_path, *ANSWERS) as (studio, *_):
        first, second = await tree_of(studio, 2)
        await studio.linking.link(first, target, ORIGINAL)
        was = await studio.linking.unlink(target)
        await studio.change((second,), pick())
        await studio.linking.look()
        assert content(target) == await bytes_of(studio, first)
        await studio.linking.restore(was)
        assert await studio.library.links() == (was,)
        with pytest.raises(LinkedElsewhere):
            await studio.linking.restore(was)
        await studio.linking.use(second)
        await holds(studio, target, second)


async def test_what_stands_there_is_only_overwritten_when_it_is_said(tmp_path: Path, target: Path) -> None:
    paint(target, b"before")
    async with at_work(tmp_path, *ANSWERS) as (studio, *_):
        (first,) = await tree_of(studio, 1)
        with pytest.raises(FileThere):
            await studio.linking.link(first, target, ORIGINAL)
        assert content(target) == b"before"
        with pytest.raises(FileUnwritable):
            await studio.linking.link(first, tmp_path / "nowhere" / "hero.png", ORIGINAL)
        with pytest.raises(UnknownVersion):
            await studio.linking.link("nobody", target, ORIGINAL, may_overwrite=True)
        assert studio.linking.standings == ()
        assert await studio.library.links() == ()
        await studio.linking.link(first, target, ORIGINAL, may_overwrite=True)
        await holds(studio, target, first)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
async def test_a_folder_that_became_a_link_to_elsewhere_is_not_followed(tmp_path: Path, target: Path) -> None:
    async with at_work(tmp_path, *ANSWERS) as (studio, *_):
        first, second = await tree_of(studio, 2)
        await studio.linking.link(first, target, ORIGINAL)
        elsewhere = tmp_path / "elsewhere"
        target.parent.rename(elsewhere)
        target.parent.symlink_to(elsewhere)
        (standing,) = await studio.linking.use(second)
        assert isinstance(standing.problem, LinkedFileGone)
        assert (elsewhere / "hero.png").read_bytes() == await bytes_of(studio, first)


async def test_of_many_wishes_the_last_one_wins(tmp_path: Path, target: Path) -> None:
    async with at_work(tmp_path, *ANSWERS) as (studio, *_):
        versions = await tree_of(studio, 5)
        await studio.linking.link(versions[0], target, ORIGINAL)
        for version in versions[1:]:
            await studio.change((version,), pick())
        await holds(studio, target, versions[-1])


async def test_a_version_whose_own_file_is_missing_is_told(tmp_path: Path, target: Path) -> None:
    async with at_work(tmp_path, *ANSWERS) as (studio, *_):
        first, second = await tree_of(studio, 2)
        await studio.linking.link(first, target, ORIGINAL)
        (studio.folder / (await studio.library.version(second)).path).unlink()
        standings: tuple[LinkStanding, ...] = await studio.linking.use(second)
        assert standings[0].problem is not None
        assert content(target) == await bytes_of(studio, first)
