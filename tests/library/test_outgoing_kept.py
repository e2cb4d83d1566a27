"""What leaves is made once, kept where it was sent, and never anything else than what was added or saved."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from studio.domain.errors import ReferenceGone, VersionGone
from studio.domain.sent import SentAs
from studio.library.layout import LibraryFolder
from studio.library.outgoing import keep_sent, outgoing_reference, outgoing_version, version_as_it_came
from studio.library.thumbnails import ThumbnailReader
from tests.library.given import SECRET, drawn, exif, give, looks_like, opened, saved, secretive
from tests.library.scenes import Clock, generate, library_in

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def place(tmp_path: Path) -> LibraryFolder:
    """Of a library without anything."""
    return LibraryFolder(tmp_path)


async def test_what_the_model_is_to_continue_leaves_as_bare(tmp_path: Path) -> None:
    """An imported picture may tell where it was taken; a conversation is repeated as it was."""
    data = secretive("PNG")
    async with library_in(tmp_path) as library:
        await generate(library, None, data)
        (version,) = await library.versions(limit=1)
        place = library.layout
        parent, turn = outgoing_version(place, version), version_as_it_came(place, version)
        assert (parent.picture.sent_as, parent.picture.of) == (SentAs.PARENT, version.id)
        assert SECRET not in parent.read()
        assert (turn.picture.sent_as, turn.picture.of) == (SentAs.TURN, version.id)
        assert turn.read() == data
        library.path(version).write_bytes(data.replace(b"Home", b"Away"))
        with pytest.raises(VersionGone):
            turn.read()
        library.path(version).unlink()
        for make in (outgoing_version, version_as_it_came):
            with pytest.raises(VersionGone) as gone:
                make(place, version)
            assert gone.value.name == library.path(version).name


def test_the_kept_copy_counts_not_the_persons_file(tmp_path: Path) -> None:
    place = LibraryFolder(tmp_path / "library")
    file = tmp_path / "fox.png"
    file.write_bytes(saved(drawn(), "PNG"))
    reference = give(place, file.read_bytes())
    file.write_bytes(b"something else")
    assert opened(outgoing_reference(place, reference, longest_edge=None).read()).size == (64, 48)


def test_a_kept_copy_that_is_gone_or_changed_is_told_by_its_name_until_it_is_added_again(
    place: LibraryFolder,
) -> None:
    data = saved(drawn(), "TIFF")
    reference = give(place, data, "wireframe.tif")
    kept = place.references / reference.sha256
    ready = outgoing_reference(place, reference, longest_edge=32)
    for spoilt in (None, data[:-9], data.replace(b"\xc8", b"\xc9")):
        kept.unlink() if spoilt is None else kept.write_bytes(spoilt)
        with pytest.raises(ReferenceGone) as gone:
            outgoing_reference(place, reference, longest_edge=48)
        assert gone.value.name == "wireframe.tif"
        assert give(place, data, "wireframe.tif") == reference
        assert outgoing_reference(place, reference, longest_edge=32) == ready


def test_what_was_made_ready_is_made_once_and_again_when_it_is_lost(place: LibraryFolder) -> None:
    reference = give(place, saved(drawn(), "BMP"))
    first = outgoing_reference(place, reference, longest_edge=32)
    written = first.path.stat().st_ino
    assert outgoing_reference(place, reference, longest_edge=32) == first
    assert first.path.stat().st_ino == written
    first.path.write_bytes(bytes(first.picture.size))
    with pytest.raises(ReferenceGone):
        first.read()
    assert outgoing_reference(place, reference, longest_edge=32).read()
    shutil.rmtree(place.outgoing)
    assert outgoing_reference(place, reference, longest_edge=32) == first
    assert first.read()


def test_many_may_make_the_same_picture_ready_at_once(place: LibraryFolder) -> None:
    reference = give(place, saved(drawn((640, 480)), "BMP"))
    with ThreadPoolExecutor(8) as pool:
        futures = [
            pool.submit(lambda: outgoing_reference(place, reference, longest_edge=320)) for _ in range(16)
        ]
        made = {future.result().picture for future in futures}
    assert len(made) == 1


def test_what_was_sent_is_kept_for_good_and_once(place: LibraryFolder) -> None:
    plain, other = give(place, saved(drawn(), "PNG")), give(place, saved(drawn((40, 30)), "GIF"))
    for reference in (plain, other, other):
        outgoing = outgoing_reference(place, reference, longest_edge=None)
        data = outgoing.read()
        keep_sent(place, outgoing)
        assert (place.references / outgoing.picture.sha256).read_bytes() == data
    shutil.rmtree(place.outgoing)
    # The two that were given, and one that was made of the second.
    assert len(list(place.references.iterdir())) == 3
    for kept in place.references.iterdir():
        assert hashlib.sha256(kept.read_bytes()).hexdigest() == kept.name


def test_a_handle_and_what_a_picture_is_sent_for_go_along(place: LibraryFolder) -> None:
    reference = replace(give(place, saved(drawn(), "PNG")), handle="wireframe")
    outgoing = outgoing_reference(place, reference, longest_edge=None, sent_as=SentAs.MARKUP)
    assert (outgoing.picture.handle, outgoing.picture.sent_as) == ("wireframe", SentAs.MARKUP)


@pytest.mark.parametrize("kind", ["HEIF", "GIF", "AVIF", "JPEG", "PNG"])
async def test_a_thumbnail_shows_what_is_sent(tmp_path: Path, kind: str) -> None:
    data = saved(drawn((640, 480)), kind, **({} if kind == "GIF" else {"exif": exif(6)}))
    async with library_in(tmp_path) as library:
        reference = await library.add_reference_bytes(data, name="fox")
        outgoing = outgoing_reference(library.layout, reference, longest_edge=320)
        keep_sent(library.layout, outgoing)
        await library.make_thumbnail(outgoing.picture.sha256)
        await library.make_thumbnail(reference.sha256)
        with ThumbnailReader(tmp_path) as thumbnails:
            seen = opened(outgoing.read())
            small = seen.resize((40, 30) if seen.width > seen.height else (30, 40))
            for key in (reference.sha256, outgoing.picture.sha256):
                shown = opened(thumbnails.read(key, 256) or b"")
                assert looks_like(shown.resize(small.size), small, within=60)


async def test_what_was_made_ready_is_thrown_away_after_a_week_unless_it_is_asked_for(tmp_path: Path) -> None:
    clock = Clock(datetime.now(UTC))
    async with library_in(tmp_path, now=clock) as library:
        place = library.layout
        fox, owl = give(place, saved(drawn(), "BMP")), give(place, saved(drawn((40, 30)), "BMP"))
        first, second = (outgoing_reference(place, one, longest_edge=None) for one in (fox, owl))
        keep_sent(place, first)
        week_ago = time.time() - 8 * 24 * 3600
        for path in place.outgoing.iterdir():
            os.utime(path, (week_ago, week_ago))
        assert outgoing_reference(place, owl, longest_edge=None) == second
        await library.tidy_outgoing()
        assert (first.path.exists(), second.path.exists()) == (False, True)
        assert len(list(place.outgoing.iterdir())) == 2
        assert library.read_reference(first.picture.sha256)
        assert outgoing_reference(place, fox, longest_edge=None).read()
