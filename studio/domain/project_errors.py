"""Why there can't be a project, or a saved search, as it was wished."""

from __future__ import annotations

from studio.domain.errors import UnusableInput


class UnusableName(UnusableInput):
    """Nothing is left of the name of a project or of a saved search when it is tidied up."""


class ProjectExists(UnusableInput):
    """Another project has this name; `project` is that one's, which may differ in capitals."""

    def __init__(self, project: str) -> None:
        super().__init__(project)
        self.project = project


class UnknownProject(UnusableInput):
    """No project has this name (any more)."""

    def __init__(self, project: str) -> None:
        super().__init__(project)
        self.project = project


class ProjectNotEmpty(UnusableInput):
    """Versions belong to the project, if only in the trash, or jobs under way will bring it some."""

    def __init__(self, project: str) -> None:
        super().__init__(project)
        self.project = project
