"""Linked files as the window shows them: what is in them, what is wrong, and what is done about it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QSignalSpy

from studio.domain.errors import FileUnwritable
from studio.domain.export_errors import LinkedFileChanged, LinkedFileGone, NoFormatForName
from studio.domain.flags import Flag
from studio.domain.judgement import Change
from studio.domain.link import Link, LinkStanding
from studio.domain.recipe import Recipe
from studio.viewmodels.link_state import LinkStep, link_rows, linked_names
from studio.viewmodels.linking import LinkChoice
from studio.viewmodels.notices import Kind
from tests.library.scenes import generate, library_in, order, picture
from tests.support.ways_out import WaysOut
from tests.support.window import run_in_window, until
from tests.viewmodels.test_missing import Desk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from studio.domain.version import Version

HOME = Path("/home/kim")
PNG = LinkChoice("PNG", "png")


def standing(name: str, version: str, *, written: str = "", label: str = "") -> LinkStanding:
    return LinkStanding(Link(HOME / "app" / name, version, written=written or version), label)


async def fill(desk: Desk) -> tuple[Version, Version]:
    """A root, and a version that continues it."""
    async with library_in(desk.around.folder, thumbnails=False) as library:
        await generate(library, order(), picture(colour="#00ff00"))
        (root,) = await library.versions(limit=1)
        await generate(library, order(recipe=Recipe("bluer", parent=root.id), order_id="order-2"), picture())
        child, _ = await library.versions(limit=2)
    return root, child


def test_rows_say_what_is_in_the_file_and_what_is_offered_first() -> None:
    (row,) = link_rows(
        (standing("hero.png", "b", label="v3"), standing("other.png", "z")), {"a", "b"}, "a", home=HOME
    )
    assert row.words == "Linked to ~/app/hero.png · v3"
    assert (row.name, row.problem, row.step) == ("hero.png", "", LinkStep.USE)
    (row,) = link_rows((standing("hero.png", "a", label="v1"),), {"a", "b"}, "a", home=Path("/elsewhere"))
    assert row.words == "Linked to /home/kim/app/hero.png · v1"
    assert row.step_words == "Update"


@pytest.mark.parametrize(
    ("problem", "step", "words"),
    [
        (LinkedFileChanged(HOME / "hero.png"), LinkStep.OVERWRITE, "changed by another program"),
        (LinkedFileGone(HOME / "hero.png"), LinkStep.ANEW, "isn't where it was linked"),
        (FileUnwritable(HOME, "Read-only file system"), LinkStep.AGAIN, "Read-only file system"),
    ],
)
def test_what_is_wrong_says_what_helps(
    problem: LinkedFileChanged | FileUnwritable, step: LinkStep, words: str
) -> None:
    stuck = LinkStanding(standing("hero.png", "a").link, "v1", problem)
    (row,) = link_rows((stuck,), {"a"}, "a", home=HOME)
    assert row.step is step
    assert words in row.problem


def test_the_tree_names_the_files_that_hold_a_version() -> None:
    names = linked_names((standing("hero.png", "a"), standing("small.webp", "a"), standing("b.png", "b")))
    assert names == {"a": "hero.png, small.webp", "b": "b.png"}


def test_a_file_is_linked_and_switched_by_a_pick(qapp: QApplication, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    ways_out = WaysOut(desk)
    linking, details, bridge = ways_out.linking, ways_out.details, desk.around.bridge
    shown = QSignalSpy(linking.show_requested)
    target = tmp_path / "hero.png"

    async def story() -> None:
        root, child = await fill(desk)
        async with desk.around.engine():
            details.choose(root)
            await until(lambda: len(details.state.branches) == 2)
            linking.link(root, target, PNG)
            await until(lambda: desk.words == ["hero.png follows which version is picked."])
            (row,) = linking.state.rows
            assert (row.words, row.step) == ("Linked to ~/hero.png · v1", LinkStep.UPDATE)
            assert linking.state.names == {root.id: "hero.png"}
            desk.around.said[-1].actions[0].act()
            assert shown.at(0) == [target]

            await bridge.ask(lambda studio: studio.change((child.id,), Change(flag=Flag.PICK)))
            await until(lambda: desk.words[-1] == "hero.png holds v2 now.")
            (row,) = linking.state.rows
            assert row.step is LinkStep.USE
            assert linking.can_use(root.id)
            assert not linking.can_use(child.id)
            linking.take(row)
            await until(lambda: desk.words[-1] == "hero.png holds v1 now.")

            target.write_bytes(b"painted over")
            linking.use(child.id)
            await until(lambda: desk.words[-1].startswith("hero.png was changed by another program."))
            notice = desk.around.said[-1]
            assert notice.kind is Kind.WARNING
            assert [action.label for action in notice.actions] == ["Overwrite", "Unlink"]
            assert target.read_bytes() == b"painted over"
            notice.actions[0].act()
            await until(lambda: desk.words[-1] == "hero.png holds v2 now.")

    run_in_window(qapp, story())


def test_what_was_unlinked_can_be_undone(qapp: QApplication, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    ways_out = WaysOut(desk)
    linking, target = ways_out.linking, tmp_path / "hero.png"

    async def story() -> None:
        root, _ = await fill(desk)
        async with desk.around.engine():
            ways_out.details.choose(root)
            linking.link(root, target, PNG)
            await until(lambda: linking.state.rows)
            linking.unlink(target)
            await until(lambda: desk.words[-1].startswith("hero.png isn't linked any more."))
            assert linking.state.rows == ()
            assert target.exists()
            desk.around.said[-1].actions[0].act()
            await until(lambda: linking.state.rows)
            assert linking.state.rows[0].words == "Linked to ~/hero.png · v1"

    run_in_window(qapp, story())


def test_a_typed_ending_counts_more_than_the_list_of_formats(qapp: QApplication, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    ways_out = WaysOut(desk)

    async def story() -> None:
        root, _ = await fill(desk)
        async with desk.around.engine():
            choices = await ways_out.linking.choices(root)
            assert [choice.label for choice in choices[:4]] == ["PNG", "JPEG", "WebP", "AVIF"]
            assert "Client JPEG" in {choice.label for choice in choices}
            jpeg = next(choice for choice in choices if choice.label == "Client JPEG")
            ways_out.linking.link(root, tmp_path / "hero.webp", jpeg)
            await until(lambda: desk.words)
            assert (tmp_path / "hero.webp").read_bytes()[8:12] == b"WEBP"
            ways_out.linking.link(root, tmp_path / "hero.txt", PNG)
            await until(lambda: failed)

    failed: list[object] = []
    desk.around.tasks.failed.connect(failed.append)
    run_in_window(qapp, story())
    assert isinstance(failed[0], NoFormatForName)
    assert not (tmp_path / "hero.txt").exists()


def test_links_of_an_earlier_run_are_there_and_what_became_of_them_is_told(
    qapp: QApplication, tmp_path: Path
) -> None:
    desk = Desk(tmp_path)
    target = tmp_path / "hero.png"

    async def link() -> Version:
        root, _ = await fill(desk)
        ways_out = WaysOut(desk)
        async with desk.around.engine():
            ways_out.linking.link(root, target, PNG)
            await until(lambda: desk.words)
        return root

    root = run_in_window(qapp, link())
    target.unlink()
    again = Desk(tmp_path)
    ways_out = WaysOut(again)

    async def look() -> None:
        async with again.around.engine():
            ways_out.details.choose(root)
            await until(lambda: again.words)
            assert again.words == ["hero.png isn't where it was linked. Nothing was written."]
            (row,) = ways_out.linking.state.rows
            assert row.step is LinkStep.ANEW
            ways_out.linking.take(row)
            await until(target.exists)

    run_in_window(qapp, look())
