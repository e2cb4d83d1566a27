"""What is said about missing parts of the system."""

import sys

import pytest
from system_packages import LIBRARIES, TOOLS, Need, display_needs, has_display, missing_parts, what_is_missing


def test_the_command_to_copy_stands_alone_on_its_line() -> None:
    words = what_is_missing((LIBRARIES[0], TOOLS[0]), has_apt=True)
    commands = [line for line in words.splitlines() if line.startswith("sudo ")]
    assert commands == [
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 xvfb",
    ]
    assert "libEGL.so.1, Xvfb" in words


def test_a_package_is_named_once() -> None:
    words = what_is_missing((LIBRARIES[0], LIBRARIES[0]), has_apt=True)
    assert words.count("libegl1") == 1


def test_without_apt_the_parts_are_named_all_the_same() -> None:
    words = what_is_missing(LIBRARIES, has_apt=False)
    assert "sudo" not in words
    for part in LIBRARIES:
        assert part.name in words
        assert part.package in words


def test_every_library_has_a_file_and_a_package_of_its_own() -> None:
    assert (
        len({part.name for part in LIBRARIES}) == len({part.package for part in LIBRARIES}) == len(LIBRARIES)
    )


def test_a_machine_that_runs_these_tests_can_draw() -> None:
    assert not [part for part in missing_parts(for_tests=False) if part.need is Need.DRAWING]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without a display")
@pytest.mark.parametrize(
    ("environment", "needs"),
    [
        ({}, set[Need]()),
        ({"DISPLAY": ""}, set[Need]()),
        ({"DISPLAY": ":0"}, {Need.X11}),
        ({"WAYLAND_DISPLAY": "wayland-0"}, {Need.WAYLAND}),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, {Need.X11}),
    ],
)
def test_a_window_needs_the_libraries_of_the_display_there_is(
    environment: dict[str, str], needs: set[Need]
) -> None:
    assert display_needs(environment) == needs
    assert has_display(environment) == bool(needs)
