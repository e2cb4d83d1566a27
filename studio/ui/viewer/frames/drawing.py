"""Devices drawn as SVG: the body with a hole where its screen is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.devices import Camera, DeviceKind

if TYPE_CHECKING:
    from studio.domain.device_body import Body
    from studio.domain.devices import Device
    from studio.domain.export_sizes import Box

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{parts}</svg>'


@dataclass(frozen=True, slots=True)
class Tone:
    """Colours as "#rrggbb": of the body, of its edge, of what is drawn on it, of a camera, and the three of a
    window's buttons.
    """

    fill: str
    edge: str
    ink: str
    glass: str
    lights: tuple[str, str, str]


def svg_of(device: Device, body: Body, tone: Tone, *, turned: bool) -> str:
    """`device` and `body` are upright; `turned` draws them turned by a quarter to the left."""
    parts = "".join(_parts(device, body, tone))
    width, height = body.size.width, body.size.height
    if turned:
        parts = f'<g transform="translate(0 {width}) rotate(-90)">{parts}</g>'
        width, height = height, width
    return _SVG.format(width=width, height=height, parts=parts)


def _parts(device: Device, body: Body, tone: Tone) -> tuple[str, ...]:
    match device.kind:
        case DeviceKind.PHONE:
            return (*_buttons(body, tone), _slab(device, body, tone), *_face(device, body, tone))
        case DeviceKind.TABLET:
            return (_slab(device, body, tone), *_face(device, body, tone))
        case DeviceKind.LAPTOP:
            return (_lid(device, body, tone), *_face(device, body, tone), *_base(body, tone))
        case DeviceKind.BROWSER:
            return (_window(body, tone), *_bar(device, body, tone))


def _slab(device: Device, body: Body, tone: Tone) -> str:
    """All of the body, less a little at the sides where buttons stand out."""
    out = _out(body)
    outer = _rounded(out, out, body.size.width - 2 * out, body.size.height - 2 * out, body.radius)
    return _ring(outer, _hole(body.screen, device.radius), tone, width=max(2, out // 2))


def _out(body: Body) -> int:
    return max(1, body.screen.left // 7)


def _buttons(body: Body, tone: Tone) -> tuple[str, ...]:
    """On the left three, on the right one."""
    out, height = _out(body), body.size.height
    left = ((0.17, 0.03), (0.23, 0.055), (0.3, 0.055))
    right = ((0.25, 0.09),)
    thick, far = 2 * out, body.size.width - 2 * out
    return tuple(
        f'<rect x="{x}" y="{top * height:.0f}" width="{thick}" height="{size * height:.0f}" rx="{out / 2}" '
        f'fill="{tone.edge}"/>'
        for x, places in ((0, left), (far, right))
        for top, size in places
    )


def _face(device: Device, body: Body, tone: Tone) -> tuple[str, ...]:
    """The camera, and the button of a phone with straight corners."""
    screen, scale = body.screen, device.scale
    middle = screen.left + screen.width / 2
    match device.camera:
        case Camera.ISLAND:
            return (_pill(middle, screen.top + 14 * scale, 122 * scale, 36 * scale, tone.glass),)
        case Camera.HOLE:
            return (_circle(middle, screen.top + 22 * scale, 11 * scale, tone.glass),)
        case Camera.NOTCH:
            return (_notch(middle, screen.top, 180 * scale, 31 * scale, tone.glass),)
        case Camera.NONE if device.kind is DeviceKind.PHONE:
            below = screen.top + screen.height
            at = below + (body.size.height - below) / 2
            radius = screen.width * 0.082
            ring = f'fill="none" stroke="{tone.edge}" stroke-width="{radius / 9}"'
            speaker = _pill(middle, screen.top / 2, screen.width * 0.18, screen.width * 0.022, tone.edge)
            return (f'<circle cx="{middle}" cy="{at}" r="{radius}" {ring}/>', speaker)
        case Camera.NONE:
            size = max(3.0, body.screen.top / 7)
            return (_circle(middle, screen.top / 2, size, tone.edge),)


def _notch(middle: float, top: float, width: float, height: float, colour: str) -> str:
    round_, left = height * 0.3, middle - width / 2
    path = (
        f"M{left} {top - 1}h{width}V{top + height - round_}q0 {round_} {-round_} {round_}"
        f"H{left + round_}q{-round_} 0 {-round_} {-round_}Z"
    )
    return f'<path fill="{colour}" d="{path}"/>'


def _lid(device: Device, body: Body, tone: Tone) -> str:
    edge, screen, radius = body.screen.top, body.screen, device.radius
    width, height = screen.width + 2 * edge, screen.top + screen.height + edge
    outer = _rounded(screen.left - edge, 0, width, height, radius + edge)
    return _ring(outer, _hole(screen, radius), tone, width=_line(body))


def _base(body: Body, tone: Tone) -> tuple[str, ...]:
    """A thin deck that is wider than the lid, with the dent to open it by."""
    top = body.screen.top * 2 + body.screen.height
    height, width = body.size.height - top, body.size.width
    dent, round_, low = width * 0.13, height * 0.5, height * 0.3
    deck = (
        f"M2 {top}H{width - 2}v{height - round_ - 2}q0 {round_} {-round_ * 2} {round_}"
        f"H{2 + round_ * 2}q{-round_ * 2} 0 {-round_ * 2} {-round_}Z"
    )
    grip = (
        f"M{(width - dent) / 2} {top}h{dent}q0 {low} {-low} {low}h{-(dent - 2 * low)}q{-low} 0 {-low} {-low}Z"
    )
    return (
        f'<path fill="{tone.fill}" stroke="{tone.edge}" stroke-width="{_line(body)}" d="{deck}"/>',
        f'<path fill="{tone.edge}" d="{grip}"/>',
    )


def _line(body: Body) -> int:
    return max(2, body.screen.top // 12)


def _window(body: Body, tone: Tone) -> str:
    inset = body.screen.left / 2
    width, height = body.size.width - 2 * inset, body.size.height - 2 * inset
    outer = _rounded(inset, inset, width, height, body.radius)
    return _ring(outer, _hole(body.screen, 0), tone, width=body.screen.left)


def _bar(device: Device, body: Body, tone: Tone) -> tuple[str, ...]:
    """Three lights, and a field for an address under them, with the ways back and on."""
    scale, width = device.scale, body.size.width
    lights = (
        _circle((22 + 20 * at) * scale, 21 * scale, 6 * scale, one) for at, one in enumerate(tone.lights)
    )
    high, left, top = 24 * scale, 100 * scale, 44 * scale
    address = (
        f'<rect x="{left}" y="{top}" width="{width - 2 * left}" height="{high}" rx="{high / 2}" '
        f'fill="{tone.edge}" fill-opacity="0.35"/>'
    )
    middle = top + high / 2
    back, on = _arrow(27 * scale, middle, -5 * scale), _arrow(48 * scale, middle, 5 * scale)
    pen = f'fill="none" stroke="{tone.ink}" stroke-width="{1.6 * scale}" stroke-linecap="round"'
    arrows = f'<path d="{back}" {pen}/><path d="{on}" {pen} stroke-opacity="0.35"/>'
    line = f'<rect x="0" y="{body.screen.top - scale}" width="{width}" height="{scale}" fill="{tone.edge}"/>'
    return (*lights, address, arrows, line)


def _arrow(x: float, y: float, size: float) -> str:
    """Its point is `size` to the right of `x`."""
    return f"M{x} {y - abs(size)}L{x + size} {y}L{x} {y + abs(size)}"


# Pieces


def _ring(outer: str, hole: str, tone: Tone, *, width: float) -> str:
    body = f'<path fill="{tone.fill}" fill-rule="evenodd" d="{outer}{hole}"/>'
    return f'{body}<path fill="none" stroke="{tone.edge}" stroke-width="{width}" d="{outer}"/>'


def _hole(screen: Box, radius: int) -> str:
    return _rounded(screen.left, screen.top, screen.width, screen.height, radius)


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    r = min(radius, width / 2, height / 2)
    corner = f"a{r} {r} 0 0 1"
    return (
        f"M{x + r} {y}h{width - 2 * r}{corner} {r} {r}v{height - 2 * r}{corner} {-r} {r}"
        f"h{-(width - 2 * r)}{corner} {-r} {-r}v{-(height - 2 * r)}{corner} {r} {-r}Z"
    )


def _pill(middle: float, top: float, width: float, height: float, colour: str) -> str:
    return (
        f'<rect x="{middle - width / 2}" y="{top}" width="{width}" height="{height}" rx="{height / 2}" '
        f'fill="{colour}"/>'
    )


def _circle(x: float, y: float, radius: float, colour: str) -> str:
    return f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{colour}"/>'
