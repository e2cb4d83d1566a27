"""Laws of cropping: whatever is pulled, moved or typed, the crop stays inside and keeps its shape."""

from hypothesis import given
from hypothesis import strategies as st

from studio.domain.crop import (
    CORNER,
    FREE,
    GRIPS,
    Cut,
    Grip,
    Lock,
    LockKind,
    drawn,
    held,
    moved,
    pulled,
    rule_of,
    sized,
    whole,
)
from studio.domain.export_sizes import Box, resolve
from studio.domain.geometry import PixelSize

EDGES = st.integers(1, 6000)
PICTURES = st.builds(PixelSize, EDGES, EDGES)
SHAPES = st.builds(PixelSize, st.integers(1, 40), st.integers(1, 40))
PLACES = st.tuples(st.floats(-9000, 9000), st.floats(-9000, 9000))
SOME_GRIP = st.sampled_from(GRIPS)
PHONE = Lock(LockKind.SCREEN, 1179, 2556, "iPhone 16")


@st.composite
def boxes(draw: st.DrawFn, picture: PixelSize) -> Box:
    left, top = draw(st.integers(0, picture.width - 1)), draw(st.integers(0, picture.height - 1))
    width = draw(st.integers(1, picture.width - left))
    return Box(left, top, width, draw(st.integers(1, picture.height - top)))


@st.composite
def pictures_with_box(draw: st.DrawFn) -> tuple[PixelSize, Box]:
    picture = draw(PICTURES)
    return picture, draw(boxes(picture))


def is_inside(box: Box, picture: PixelSize) -> bool:
    return (
        box.width >= 1
        and box.height >= 1
        and 0 <= box.left <= picture.width - box.width
        and 0 <= box.top <= picture.height - box.height
    )


def keeps(box: Box, shape: PixelSize) -> bool:
    """As nearly as whole pixels can: the shorter side is off by less than one."""
    return (
        abs(box.width - box.height * shape.width / shape.height) <= 1
        or abs(box.height - box.width * shape.height / shape.width) <= 1
    )


@given(pictures_with_box(), st.integers(-9000, 9000), st.integers(-9000, 9000))
def test_a_crop_that_is_moved_keeps_its_size_and_stays_inside(
    cut: tuple[PixelSize, Box], dx: int, dy: int
) -> None:
    picture, box = cut
    there = moved(box, dx, dy, picture)
    assert is_inside(there, picture)
    assert there.size == box.size


@given(pictures_with_box(), SOME_GRIP, PLACES)
def test_a_free_crop_follows_the_hand_and_its_other_edges_stay(
    cut: tuple[PixelSize, Box], grip: Grip, place: tuple[float, float]
) -> None:
    picture, box = cut
    there = pulled(box, grip, *place, picture)
    assert is_inside(there, picture)
    if grip.x <= 0:
        assert there.left + there.width == box.left + box.width
    if grip.x >= 0:
        assert there.left == box.left
    if grip.y <= 0:
        assert there.top + there.height == box.top + box.height
    if grip.y >= 0:
        assert there.top == box.top


@given(pictures_with_box(), SOME_GRIP, PLACES, SHAPES)
def test_a_crop_in_a_shape_keeps_it_and_stays_inside(
    cut: tuple[PixelSize, Box], grip: Grip, place: tuple[float, float], shape: PixelSize
) -> None:
    picture, box = cut
    there = pulled(box, grip, *place, picture, shape)
    assert is_inside(there, picture)
    assert keeps(there, shape)
    if grip.x and grip.y:
        anchor_x = box.left if grip.x > 0 else box.left + box.width
        anchor_y = box.top if grip.y > 0 else box.top + box.height
        assert anchor_x in {there.left, there.left + there.width}
        assert anchor_y in {there.top, there.top + there.height}


@given(PICTURES, PLACES, PLACES, st.none() | SHAPES)
def test_what_is_drawn_is_inside(
    picture: PixelSize, first: tuple[float, float], last: tuple[float, float], shape: PixelSize | None
) -> None:
    box = drawn(first, last, picture, shape)
    assert is_inside(box, picture)
    assert shape is None or keeps(box, shape)


@given(pictures_with_box(), EDGES, EDGES, st.none() | SHAPES)
def test_a_typed_size_is_taken_as_far_as_it_goes(
    cut: tuple[PixelSize, Box], width: int, height: int, shape: PixelSize | None
) -> None:
    picture, box = cut
    there = sized(box, width, height, picture, shape)
    assert is_inside(there, picture)
    if shape is None:
        assert there.size == PixelSize(min(width, picture.width), min(height, picture.height))
    else:
        assert keeps(there, shape)


@given(pictures_with_box(), SHAPES, st.sampled_from([LockKind.RATIO, LockKind.PIXELS, LockKind.SCREEN]))
def test_a_lock_begins_with_the_most_of_its_shape(
    cut: tuple[PixelSize, Box], shape: PixelSize, kind: LockKind
) -> None:
    picture, box = cut
    there = held(picture, Lock(kind, shape.width, shape.height), box)
    assert is_inside(there, picture)
    if kind is LockKind.PIXELS and shape.width <= picture.width and shape.height <= picture.height:
        assert there.size == shape
    else:
        assert there.width == picture.width or there.height == picture.height
        assert keeps(there, shape)


@given(
    pictures_with_box(),
    st.sampled_from([FREE, PHONE, Lock(LockKind.RATIO, 16, 9), Lock(LockKind.PIXELS, 800, 600)]),
)
def test_the_export_has_the_pixels_that_were_said(cut: tuple[PixelSize, Box], lock: Lock) -> None:
    picture, box = cut
    chosen = Cut(box if lock.shape is None else held(picture, lock, box), lock)
    rule = rule_of(chosen, picture)
    plan = resolve(rule, picture)
    assert rule.is_usable()
    assert plan.size == chosen.size
    assert is_inside(plan.box, picture)
    within = chosen.box
    assert within.left <= plan.box.left
    assert within.top <= plan.box.top
    assert plan.box.left + plan.box.width <= within.left + within.width
    assert plan.box.top + plan.box.height <= within.top + within.height


def test_a_widescreen_crop_of_a_square() -> None:
    square = PixelSize(2048, 2048)
    box = held(square, Lock(LockKind.RATIO, 16, 9), whole(square))
    assert box == Box(0, 448, 2048, 1152)
    assert pulled(box, CORNER, 1600, 0, square, PixelSize(16, 9)) == Box(0, 448, 1600, 900)


def test_a_screen_gets_its_pixels_from_a_part_of_another_size() -> None:
    picture = PixelSize(2752, 1536)
    cut = Cut(held(picture, PHONE, whole(picture)), PHONE)
    assert cut.box.height == 1536
    assert cut.upscales
    assert resolve(rule_of(cut, picture), picture).size == PixelSize(1179, 2556)
    assert Cut(cut.box, PHONE.turned()).size == PixelSize(2556, 1179)
