"""Devices: what is drawn around a screen, and where a picture lies on it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.device_body import body_of, focus_after, placed
from studio.domain.devices import Device, DeviceKind, Insets
from studio.domain.export_sizes import Focus, part_of_ratio
from studio.domain.geometry import PixelSize
from studio.settings.devices import devices

SIZES = st.builds(PixelSize, st.integers(1, 6000), st.integers(1, 6000))
EDGES = st.integers(200, 6000)
PARTS = st.floats(0, 1)
FOCUSES = st.builds(Focus, PARTS, PARTS)
WAYS = st.floats(-4000, 4000)


@pytest.mark.parametrize("device", devices(), ids=lambda device: device.name)
def test_every_device_that_comes_along_makes_sense(device: Device) -> None:
    width, height = device.pixels.width, device.pixels.height
    assert device.source
    assert device.kind.can_turn is (height > width)
    assert 1 <= device.scale <= 4
    assert 0 <= 2 * device.radius < min(width, height) / 2
    for held in (device, device.turned()):
        safe = held.safe
        assert min(safe.left, safe.top, safe.right, safe.bottom) >= 0
        assert safe.left + safe.right < held.pixels.width / 2
        assert safe.top + safe.bottom < held.pixels.height / 2


@pytest.mark.parametrize("device", devices(), ids=lambda device: device.name)
def test_the_screen_lies_within_the_body_in_its_own_pixels_also_turned(device: Device) -> None:
    for body in (body_of(device), body_of(device).turned()):
        screen = body.screen
        assert screen.left > 0 < screen.top
        assert screen.left + screen.width < body.size.width
        assert screen.top + screen.height < body.size.height
    assert body_of(device).screen.size == device.pixels
    assert body_of(device).turned().screen.size == device.turned().pixels


def test_lying_a_tablet_keeps_its_bars_and_a_phone_without_a_camera_has_none() -> None:
    found = {device.name: device for device in devices()}
    for device in found.values():
        if device.kind is DeviceKind.TABLET:
            assert device.turned().safe == device.safe
    assert found["iPhone SE"].turned().safe == Insets()
    phone = found["iPhone 16"]
    assert phone.turned().safe == Insets(phone.safe.top, 0, phone.safe.top, 63)


def test_no_two_devices_share_their_name() -> None:
    names = [device.name for device in devices()]
    assert len({*names}) == len(names)


@given(SIZES, SIZES, FOCUSES)
def test_a_picture_that_fills_leaves_nothing_of_the_screen(
    picture: PixelSize, screen: PixelSize, focus: Focus
) -> None:
    at = placed(picture, screen, fills=True, focus=focus)
    assert at.left <= 0 >= at.top
    assert at.left + picture.width * at.scale >= screen.width * (1 - 1e-9)
    assert at.top + picture.height * at.scale >= screen.height * (1 - 1e-9)


@given(SIZES, SIZES)
def test_a_picture_that_fits_is_seen_whole(picture: PixelSize, screen: PixelSize) -> None:
    at = placed(picture, screen, fills=False, focus=Focus())
    assert at.left >= -1e-6
    assert at.top >= -1e-6
    assert at.left * 2 + picture.width * at.scale == pytest.approx(screen.width)
    assert at.top * 2 + picture.height * at.scale == pytest.approx(screen.height)


@given(SIZES, SIZES, FOCUSES, WAYS, WAYS)
def test_a_picture_follows_the_hand_as_far_as_it_reaches(
    picture: PixelSize, screen: PixelSize, focus: Focus, dx: float, dy: float
) -> None:
    before = placed(picture, screen, fills=True, focus=focus)
    after = placed(picture, screen, fills=True, focus=focus_after(focus, picture, screen, dx, dy))
    least_left = screen.width - picture.width * before.scale
    least_top = screen.height - picture.height * before.scale
    assert after.left == pytest.approx(min(0, max(least_left, before.left + dx)), abs=1e-3)
    assert after.top == pytest.approx(min(0, max(least_top, before.top + dy)), abs=1e-3)


@given(
    st.builds(PixelSize, st.integers(200, 6000), st.integers(200, 6000)), st.sampled_from(devices()), FOCUSES
)
def test_what_is_seen_on_the_screen_is_what_a_crop_to_it_holds(
    picture: PixelSize, device: Device, focus: Focus
) -> None:
    at = placed(picture, device.pixels, fills=True, focus=focus)
    box = part_of_ratio(picture, device.pixels, focus)
    assert box.left == pytest.approx(-at.left / at.scale, abs=1)
    assert box.top == pytest.approx(-at.top / at.scale, abs=1)
