"""Where pictures belong: the switcher of the top bar, and the head of the trash."""

from studio.ui.projects.switcher import ProjectSwitcher
from studio.ui.projects.trash_header import TrashHeader

__all__ = ["ProjectSwitcher", "TrashHeader"]
