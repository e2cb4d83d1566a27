"""What is looked at, and the details beside it."""

from collections.abc import Callable

from studio.app.program import Program
from tests.app.conftest import Story
from tests.support.window import until


def test_what_is_still_told_of_the_last_picture_leads_nobody_back(play: Callable[[Story], None]) -> None:
    async def story(program: Program) -> None:
        viewer, details = program.models.viewer, program.models.details
        program.gallery.view_requested.emit("version-000005")
        await until(lambda: details.state.chosen == "version-000005")
        viewer.next()
        seen = viewer.state.id
        assert seen != details.state.chosen
        # Its tree has been read, or something of it was judged.
        details.state_changed.emit()
        await until(lambda: details.state.chosen == seen)
        assert viewer.state.id == seen

    play(story)
