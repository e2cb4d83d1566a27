"""Files outside that follow which version of a tree is picked: written one at a time, by the last wish."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from studio.domain.errors import LibraryError, StudioError
from studio.domain.export_errors import FileThere, LinkedElsewhere, UnknownLink
from studio.domain.flags import Flag
from studio.domain.link import Link, LinkStanding, Picks
from studio.engine.events import LinksChanged
from studio.library.steps import SetStandings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studio.domain.link import LinkForm
    from studio.engine.events import Event
    from studio.library.library import Library
    from studio.library.steps import Done, Step


class Linking:
    """An async context manager. What should be in a file is kept before the file is written: what a crash
    left undone is done at the next start. Leaving it ends after the file that is being written.
    """

    def __init__(self, library: Library, *, folder: Path, tell: Callable[[Event], None]) -> None:
        """`folder` is the library's."""
        self._library = library
        self._folder = folder
        self._tell = tell
        self._held: dict[Path, LinkStanding] = {}
        self._picks: list[Picks] = []
        self._turn = asyncio.Lock()
        self._wakes = asyncio.Event()
        self._leaving = False

    async def __aenter__(self) -> Self:
        """Files are looked at a little later; those that are behind are written."""
        self._held = {link.target: LinkStanding(link) for link in await self._library.links()}
        self._working = asyncio.create_task(self._work(), name="linking")
        return self

    async def __aexit__(self, *_: object) -> None:
        """End soon, and whole."""
        self._leaving = True
        self._wakes.set()
        await self._working

    @property
    def standings(self) -> tuple[LinkStanding, ...]:
        """How all linked files stand, by path."""
        return tuple(self._held[target] for target in sorted(self._held))

    def follow(self, made: Done) -> None:
        """Something was done to versions: what was picked by it, or isn't any more, counts."""
        picks = _picks_of(made)
        if self._held and picks:
            self._picks.append(picks)
            self._wakes.set()

    # What is asked for

    async def link(
        self, version_id: str, target: Path, form: LinkForm, *, may_overwrite: bool = False
    ) -> LinkStanding:
        """Have this file follow the version's tree, and write it; nothing is linked where that fails.

        Raises UnknownVersion, FileThere, LinkedElsewhere, FileUnwritable, LibraryError, and as
        `export.linked` does for the picture.
        """
        from studio.export.linked import place_of

        place = await asyncio.to_thread(place_of, target)
        async with self._turn:
            version = await self._library.version(version_id)
            known = await asyncio.to_thread(self._known, place)
            if known is not None:
                if version.id not in await self._library.tree_ids(known.link.version):
                    raise LinkedElsewhere(place)
                wished = replace(known.link.wishing(version.id), form=form)
                return await self._bring(wished, may_overwrite=may_overwrite)
            if not may_overwrite and await asyncio.to_thread(place.exists):
                raise FileThere(place)
            return await self._begin(Link(place, version.id, form), may_overwrite=may_overwrite)

    async def unlink(self, target: Path) -> Link:
        """Have the file follow nothing any more; it stays as it is. Gives the link that was.

        Raises UnknownLink, LibraryError.
        """
        async with self._turn:
            known = await asyncio.to_thread(self._known, target)
            if known is None:
                raise UnknownLink(target)
            await self._library.curator.remove_link(known.link.target)
            del self._held[known.link.target]
            self.tell()
            return known.link

    async def restore(self, link: Link) -> LinkStanding:
        """Have the file follow again as it did; it is looked at, not written. Raises LinkedElsewhere."""
        async with self._turn:
            if link.target in self._held:
                raise LinkedElsewhere(link.target)
            await self._library.curator.put_link(link)
            return await self._look_at(LinkStanding(link))

    async def use(self, version_id: str, *, target: Path | None = None) -> tuple[LinkStanding, ...]:
        """Have this version in every file that its tree is tied to, or in this one; gives how those stand."""
        async with self._turn:
            return tuple(
                [
                    await self._bring(standing.link.wishing(version_id))
                    for standing in self.standings
                    if target in {None, standing.link.target}
                    and version_id in await self._library.tree_ids(standing.link.version)
                ]
            )

    async def update(self, target: Path, *, may_overwrite: bool = False) -> LinkStanding:
        """Write the file anew, over what somebody else put there if it may; raises UnknownLink."""
        async with self._turn:
            known = self._held.get(target)
            if known is None:
                raise UnknownLink(target)
            return await self._bring(known.link, may_overwrite=may_overwrite)

    async def look(self) -> None:
        """Find out what has become of the files meanwhile."""
        async with self._turn:
            for standing in self.standings:
                await self._look_at(standing)

    def _known(self, target: Path) -> LinkStanding | None:
        from studio.export.linked import is_same

        place = target.absolute()
        return next((one for one in self._held.values() if is_same(one.link.target, place)), None)

    # Following

    async def _work(self) -> None:
        await self._start()
        while not self._leaving:
            await self._wakes.wait()
            self._wakes.clear()
            async with self._turn:
                picks, self._picks = self._picks, []
                for standing in self.standings:
                    if picks and not self._leaving:
                        await self._follow(standing, picks)

    async def _start(self) -> None:
        async with self._turn:
            for standing in self.standings:
                if self._leaving:
                    return
                if standing.link.is_behind:
                    await self._bring(standing.link)
                else:
                    await self._look_at(standing)

    async def _follow(self, standing: LinkStanding, picks: list[Picks]) -> None:
        """All wishes first: of those that came while another file was written, only the last is written."""
        with contextlib.suppress(LibraryError):  # what can't be read now is no wish
            tree = await self._library.tree_ids(standing.link.version)
            wished = standing.link
            for one in picks:
                wished = one.followed_by(wished, tree)
            if wished != standing.link:
                await self._bring(wished)

    # The files

    async def _begin(self, link: Link, *, may_overwrite: bool) -> LinkStanding:
        try:
            made = await self._written(link, may_overwrite=may_overwrite)
        except StudioError:
            await self._library.curator.remove_link(link.target)
            raise
        return await self._hold(made)

    async def _bring(self, link: Link, *, may_overwrite: bool = False) -> LinkStanding:
        """The wish is kept, whatever becomes of the file."""
        try:
            return await self._hold(await self._written(link, may_overwrite=may_overwrite))
        except StudioError as error:
            return await self._hold(link, error)

    async def _written(self, link: Link, *, may_overwrite: bool) -> Link:
        from studio.export.linked import hash_of, linked_bytes, write_linked

        curator = self._library.curator
        await curator.put_link(link)
        version = await self._library.version(link.version)
        data = await asyncio.to_thread(linked_bytes, self._folder / version.path, version, link)
        coming = hash_of(data)
        begun = replace(link, hashes=tuple(dict.fromkeys((*link.hashes, coming)))[-2:])
        await curator.put_link(begun)
        await asyncio.to_thread(write_linked, begun, data, may_overwrite=may_overwrite)
        done = replace(link, written=version.id, hashes=(coming,))
        await curator.put_link(done)
        return done

    async def _look_at(self, standing: LinkStanding) -> LinkStanding:
        from studio.export.linked import check

        try:
            await asyncio.to_thread(check, standing.link)
        except StudioError as error:
            return await self._hold(standing.link, error)
        return await self._hold(standing.link)

    async def _hold(self, link: Link, problem: StudioError | None = None) -> LinkStanding:
        standing = LinkStanding(link, await self._label(link), problem)
        self._held[link.target] = standing
        self.tell()
        return standing

    async def _label(self, link: Link) -> str:
        with contextlib.suppress(LibraryError):  # the file is what it is without it
            for version in await self._library.versions_of((link.written,)):
                return f"v{version.number}"
        return ""

    def tell(self) -> None:
        """Tell how all linked files stand; for who has just begun to listen, in the order of all events."""
        self._tell(LinksChanged(self.standings))


def _picks_of(made: Done) -> Picks:
    before, after = _picked(made.back), _picked(made.step)
    return Picks(after - before, before - after)


def _picked(step: Step) -> frozenset[str]:
    if not isinstance(step, SetStandings):
        return frozenset()
    return frozenset(
        version_id
        for standing, ids in step.groups
        if standing.judgement.flag is Flag.PICK
        for version_id in ids
    )
