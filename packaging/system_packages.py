"""What Linux has to bring: the shared libraries of a window, a Chinese font, and the tools of the tests."""

import ctypes
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from python_environment import can_make_environments
from saying import SetupStopped, say, step


class Need(Enum):
    DRAWING = auto()  # without it nothing can be drawn, not even off the screen
    X11 = auto()  # for a window on an X display
    WAYLAND = auto()  # for a window on a Wayland display
    FONT = auto()  # Chinese words would show as boxes
    TESTING = auto()  # tests of the window, the keychain and the tray; others' eyes on exported files
    PYTHON = auto()  # without it there is no Python environment


@dataclass(frozen=True, slots=True)
class Part:
    """Something a package brings. `name` is what is looked for, `package` is Debian's for where it lies."""

    name: str
    package: str
    need: Need


# Found by starting a window on a bare Debian 12, library by library.
LIBRARIES = (
    Part("libEGL.so.1", "libegl1", Need.DRAWING),
    Part("libGL.so.1", "libgl1", Need.DRAWING),
    Part("libdbus-1.so.3", "libdbus-1-3", Need.DRAWING),
    Part("libfontconfig.so.1", "libfontconfig1", Need.DRAWING),
    Part("libglib-2.0.so.0", "libglib2.0-0", Need.DRAWING),
    Part("libxkbcommon.so.0", "libxkbcommon0", Need.DRAWING),
    Part("libxcb-cursor.so.0", "libxcb-cursor0", Need.X11),
    Part("libxcb-icccm.so.4", "libxcb-icccm4", Need.X11),
    Part("libxcb-keysyms.so.1", "libxcb-keysyms1", Need.X11),
    Part("libxcb-shape.so.0", "libxcb-shape0", Need.X11),
    Part("libxcb-xkb.so.1", "libxcb-xkb1", Need.X11),
    Part("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", Need.X11),
    Part("libwayland-cursor.so.0", "libwayland-cursor0", Need.WAYLAND),
    Part("libwayland-egl.so.1", "libwayland-egl1", Need.WAYLAND),
)
TOOLS = (
    Part("Xvfb", "xvfb", Need.TESTING),
    Part("xauth", "xauth", Need.TESTING),
    Part("dbus-run-session", "dbus", Need.TESTING),
    Part("gnome-keyring-daemon", "gnome-keyring", Need.TESTING),
    Part("trayer", "trayer", Need.TESTING),
    Part("exiftool", "libimage-exiftool-perl", Need.TESTING),
    Part("identify", "imagemagick", Need.TESTING),
    Part("pngcheck", "pngcheck", Need.TESTING),
    Part("webpinfo", "webp", Need.TESTING),
    Part("avifdec", "libavif-bin", Need.TESTING),
    Part("pdfinfo", "poppler-utils", Need.TESTING),
    Part("icotool", "icoutils", Need.TESTING),
)
# Without them it doesn't find Chinese in a PDF that holds no font.
POPPLER_TABLES = Part("poppler's tables of Chinese characters", "poppler-data", Need.TESTING)
CHINESE_FONT = Part("a font with Chinese characters", "fonts-noto-cjk", Need.FONT)
# The interface looks best in it and does without it, so it only comes along when something else is installed.
WELCOME_PACKAGES = ("fonts-inter",)


def missing_parts(*, for_tests: bool) -> tuple[Part, ...]:
    """What this Linux lacks; empty on other systems."""
    if sys.platform != "linux":
        return ()
    known = _known_libraries()
    missing = [part for part in LIBRARIES if part.name not in known and not _loads(part.name)]
    if not has_chinese_font():
        missing.append(CHINESE_FONT)
    if for_tests:
        missing += [part for part in TOOLS if shutil.which(part.name) is None]
        if not Path("/usr/share/poppler").is_dir():
            missing.append(POPPLER_TABLES)
    if not can_make_environments():
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        missing.append(Part("Python's venv module", f"python{version}-venv", Need.PYTHON))
    return tuple(missing)


def bring_parts(*, for_tests: bool, needed: Container[Need]) -> None:
    """Installs what is missing where that is allowed, else names it in one command to copy.

    Raises `SetupStopped` when a part of a `needed` kind is missing in the end.
    """
    missing = missing_parts(for_tests=for_tests)
    prefix = _apt_prefix() if missing else None
    if prefix is not None:
        _install(prefix, packages_of(missing))
        missing = missing_parts(for_tests=for_tests)
    if not missing:
        return
    say(what_is_missing(missing, has_apt=shutil.which("apt-get") is not None))
    if any(part.need in needed for part in missing):
        raise SetupStopped("Install what is named above, then run the same command again.")


def packages_of(parts: Sequence[Part]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.package for part in parts))


def what_is_missing(missing: Sequence[Part], *, has_apt: bool) -> str:
    """The words for what is missing; with apt they end in one command, alone on its line."""
    names = ", ".join(part.name for part in missing)
    packages = " ".join(packages_of(missing))
    if has_apt:
        command = f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {packages}"
        return f"Missing on this machine: {names}. This command installs them:\n\n{command}\n"
    return (
        f"Missing on this machine: {names}.\n"
        f"On Debian they lie in these packages; look for the like on this system: {packages}\n"
    )


def has_chinese_font() -> bool:
    """Asks fontconfig itself; False where it isn't there yet."""
    try:
        fontconfig = ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        return False
    fontconfig.FcNameParse.restype = ctypes.c_void_p
    fontconfig.FcObjectSetBuild.restype = ctypes.c_void_p
    fontconfig.FcFontList.restype = ctypes.POINTER(ctypes.c_int)
    fontconfig.FcFontList.argtypes = [ctypes.c_void_p] * 3
    pattern = fontconfig.FcNameParse(b":lang=zh-cn")
    names = fontconfig.FcObjectSetBuild(b"family", None)
    fonts = fontconfig.FcFontList(None, pattern, names)
    # FcFontSet begins with the number of its fonts.
    return bool(fonts) and fonts[0] > 0


def display_needs(environment: Mapping[str, str]) -> frozenset[Need]:
    """What a window needs on the display there is; a Wayland session mostly offers an X display too."""
    if environment.get("DISPLAY"):
        return frozenset({Need.X11})
    return frozenset({Need.WAYLAND} if environment.get("WAYLAND_DISPLAY") else ())


def has_display(environment: Mapping[str, str]) -> bool:
    """Only Linux can be without a display here."""
    return sys.platform != "linux" or bool(display_needs(environment))


def _known_libraries() -> frozenset[str]:
    """The names in the loader's cache: quicker than loading each. Empty where there is no ldconfig."""
    ldconfig = shutil.which("ldconfig") or "/sbin/ldconfig"
    if not Path(ldconfig).exists():
        return frozenset()
    listing = subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=False).stdout
    return frozenset(re.findall(r"^\s+(\S+) \(.*=>", listing, re.MULTILINE))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _apt_prefix() -> tuple[str, ...] | None:
    """What to put before apt-get, or None where this person may not install without being asked."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return ()
    if shutil.which("sudo") is None:
        return None
    allowed = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    return ("sudo", "-n") if allowed else None


def _install(prefix: tuple[str, ...], packages: Sequence[str]) -> None:
    apt = (
        *prefix,
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "-qq",
        "-o",
        "DPkg::Lock::Timeout=300",
    )
    with step("Refreshing the list of system packages"):
        # One unreachable source is no reason to stop: the installation tells what really lacks.
        subprocess.run([*apt, "update"], check=False)
    install = [*apt, "install", "-y", "--no-install-recommends"]
    with step(f"Installing system packages: {' '.join(packages)}"):
        # A page of package names tells nobody anything in a log; errors come on standard error.
        listing = None if sys.stdout.isatty() else subprocess.DEVNULL
        together = subprocess.run([*install, *packages], check=False, stdout=listing)
    # One package that this release doesn't have keeps apt from installing any.
    alone = packages if together.returncode != 0 else ()
    for package in (*alone, *WELCOME_PACKAGES):
        subprocess.run([*install, package], check=False, capture_output=True)
