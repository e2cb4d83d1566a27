"""The tokens: every colour and size of the window, read from `resources/themes/`."""

import tomllib
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Colours(NamedTuple):
    """Colours as `#rrggbb`, or `#aarrggbb` where they lie over pictures."""

    background: str
    panel: str
    raised: str
    hover: str
    line: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    selection: str
    ok: str
    warning: str
    bad: str
    info: str
    badge: str
    on_badge: str
    veil: str
    view_black: str
    view_grey: str
    view_white: str
    view_check: str
    pixel_grid: str
    device_dark: str
    device_dark_edge: str
    device_light: str
    device_light_edge: str
    label_red: str
    label_yellow: str
    label_green: str
    label_blue: str
    label_purple: str


class Sizes(NamedTuple):
    """Lengths and type sizes in device-independent pixels."""

    spacing: int
    gap: int
    margin: int
    radius_control: int
    radius_card: int
    radius_panel: int
    text: int
    label: int
    small: int
    heading: int
    title: int
    estimate: int
    prompt_line: int
    bar: int
    control: int
    field: int
    spend: int
    pill: int
    ratio_cell: int
    segment: int
    choice: int
    progress: int
    icon: int
    thumbnail: int
    composer: int
    details: int
    search: int
    dialog: int


class Tokens(NamedTuple):
    """One theme. NamedTuples, since dataclasses of so many fields take a while to be made at the start."""

    dark: bool
    colours: Colours
    sizes: Sizes

    def flat(self) -> dict[str, str]:
        """Every token by its name, as the placeholders of the style sheet ask for it."""
        tokens = self.colours._asdict() | self.sizes._asdict()
        return {name: str(value) for name, value in tokens.items()}


def read_tokens(themes: "Path", *, dark: bool) -> Tokens:
    """Read one theme from the folder `themes`. A missing or unknown token is a bug and raises TypeError."""
    theme = _table(themes / ("dark.toml" if dark else "light.toml"))
    return Tokens(
        dark=theme["dark"],
        colours=Colours(**theme["colours"]),
        sizes=Sizes(**_table(themes / "sizes.toml")),
    )


def _table(path: "Path") -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
