"""What is looked at, and the details beside it."""

from PySide6.QtWidgets import QApplication

from studio.app.program import Program
from studio.settings import Folders, Settings, save_settings
from tests.app.playing import player
from tests.support.gallery import numbered, write_versions
from tests.support.window import until


def test_what_is_still_told_of_the_last_picture_leads_nobody_back(
    qapp: QApplication, folders: Folders
) -> None:
    save_settings(folders, Settings(gateway="demo"))
    write_versions(folders.library, map(numbered, range(1, 4)))

    async def story(program: Program) -> None:
        viewer, details = program.models.viewer, program.models.details
        program.gallery.view_requested.emit(numbered(3).id)
        await until(lambda: details.state.chosen == numbered(3).id)
        viewer.next()
        assert viewer.state.id == numbered(2).id
        assert details.state.chosen == numbered(3).id
        # Its tree has been read, or something of it was judged.
        details.state_changed.emit()
        await until(lambda: details.state.chosen == numbered(2).id)
        assert viewer.state.id == numbered(2).id

    player(qapp, folders, is_ready=lambda program: program.models.gallery.found == 3)(story)
