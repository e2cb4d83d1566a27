"""The sample pictures: the size asked, the same every time, marked, and changed from what was sent."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageStat

from studio.demo.drawing import Form, Sketch, UnreadablePicture, draw, form_of, marked, unmarked
from studio.demo.mark import mark_box
from studio.demo.palette import Mood, moods_of
from studio.domain.geometry import AspectRatio, PixelSize, Resolution, published_size

PROMPTS = (
    "Login screen for a mountain-weather app, dawn palette",
    "Dashboard, night version",
    "Mobile app for hikers",
    "Forest in fog",
    "City at dusk",
    "Desert, warm",
    "Stormy sea",
    "雪山",
    "a quiet thing",
)
SMALL = PixelSize(320, 240)


def sketch(prompt: str, *, take: int = 0, size: PixelSize = SMALL, sources: tuple[bytes, ...] = ()) -> Sketch:
    return Sketch(prompt=prompt, size=size, take=take, sources=sources)


def far_apart(first: Image.Image, second: Image.Image) -> float:
    """The mean difference of two pictures of one size, 0 to 255."""
    return sum(ImageStat.Stat(ImageChops.difference(first.convert("RGB"), second.convert("RGB"))).mean) / 3


def encoded(picture: Image.Image, form: str = "PNG") -> bytes:
    out = BytesIO()
    picture.save(out, form)
    return out.getvalue()


def hue_of(picture: Image.Image) -> tuple[float, float, float]:
    red, green, blue = ImageStat.Stat(picture.convert("RGB")).mean
    return red, green, blue


@pytest.mark.parametrize("prompt", PROMPTS)
@pytest.mark.parametrize("aspect", [AspectRatio.R16_9, AspectRatio.R9_16, AspectRatio.R1_8])
def test_every_motif_has_the_exact_size_and_a_mark(prompt: str, aspect: AspectRatio) -> None:
    size = published_size(aspect, Resolution.HALF_K)
    bare, finished = unmarked(sketch(prompt, size=size)), marked(sketch(prompt, size=size))
    assert finished.size == (size.width, size.height)
    box = mark_box(finished.size)
    assert far_apart(bare.crop(box), finished.crop(box)) > 12
    finished.paste(bare.crop(box), box)
    assert far_apart(bare, finished) == 0


@pytest.mark.parametrize("aspect", list(AspectRatio))
def test_every_aspect_ratio_is_drawn_exactly(aspect: AspectRatio) -> None:
    size = published_size(aspect, Resolution.ONE_K)
    with Image.open(BytesIO(draw(sketch("dunes", size=size)).data)) as picture:
        assert picture.size == (size.width, size.height)


def test_the_widest_picture_is_drawn() -> None:
    size = published_size(AspectRatio.R8_1, Resolution.FOUR_K)
    with Image.open(BytesIO(draw(sketch("Skyline", size=size)).data)) as picture:
        assert picture.size == (12288, 1536)


@pytest.mark.parametrize("prompt", PROMPTS)
def test_the_same_prompt_and_take_give_the_same_bytes(prompt: str) -> None:
    assert draw(sketch(prompt)) == draw(sketch(prompt))


@pytest.mark.parametrize("prompt", PROMPTS)
def test_four_takes_of_a_prompt_are_four_pictures(prompt: str) -> None:
    takes = [unmarked(sketch(prompt, take=take)) for take in range(4)]
    assert all(far_apart(takes[i], takes[k]) > 3 for i in range(4) for k in range(i))


def test_some_are_png_and_some_jpeg() -> None:
    forms = [form_of(prompt) for prompt in map("prompt {}".format, range(60))]
    assert forms.count(Form.PNG) > 10
    assert forms.count(Form.JPEG) > 10


@pytest.mark.parametrize(
    ("prompt", "mood"),
    [("Red hills", Mood.RED), ("夜晚的山", Mood.NIGHT), ("at DUSK.", Mood.DUSK), ("暴风雨", Mood.STORM)],
)
def test_words_steer_the_palette(prompt: str, mood: Mood) -> None:
    assert mood in moods_of(prompt)


def test_a_word_inside_a_word_steers_nothing() -> None:
    assert moods_of("a sundry Reddish seam") == ()


def test_red_is_red_and_blue_is_blue() -> None:
    red, blue = hue_of(unmarked(sketch("red mountains"))), hue_of(unmarked(sketch("蓝色的山")))
    assert red[0] > red[2] + 20
    assert blue[2] > blue[0] + 20


def test_night_is_darker_than_noon() -> None:
    assert sum(hue_of(unmarked(sketch("sea at night")))) < sum(hue_of(unmarked(sketch("sea at noon")))) - 150


def test_a_reference_is_changed_but_stays_recognisable() -> None:
    reference = unmarked(sketch("city day"))
    changed = unmarked(sketch("night version", sources=(encoded(reference),)))
    assert far_apart(reference, changed) > 15
    assert sum(hue_of(changed)) < sum(hue_of(reference)) - 90
    left, right = Image.new("RGB", (320, 240), (240, 240, 240)), Image.new("RGB", (320, 240), (240, 240, 240))
    left.paste((20, 20, 20), (0, 60, 160, 200))
    right.paste((20, 20, 20), (160, 60, 320, 200))
    for source, dark in ((left, (20, 80, 120, 190)), (right, (200, 80, 300, 190))):
        result = unmarked(sketch("make it red", sources=(encoded(source),)))
        assert sum(hue_of(result.crop(dark))) < sum(hue_of(result)) - 60


def test_a_change_without_a_known_word_is_seen_too() -> None:
    reference = unmarked(sketch("sea"))
    for take in range(4):
        changed = unmarked(sketch("move the form left", take=take, sources=(encoded(reference),)))
        assert far_apart(reference, changed) > 5


def test_another_reference_lends_its_colours() -> None:
    scene = encoded(unmarked(sketch("mountains")))
    red, blue = (encoded(Image.new("RGB", (60, 60), tone)) for tone in ("#c02020", "#2030c0"))
    reddish = hue_of(unmarked(sketch("blend these", sources=(red, scene))))
    bluish = hue_of(unmarked(sketch("blend these", sources=(blue, scene))))
    assert reddish[0] - reddish[2] > bluish[0] - bluish[2] + 30


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L", "CMYK", "1"])
def test_pictures_of_every_mode_are_taken(mode: str) -> None:
    form = "TIFF" if mode == "CMYK" else "PNG"
    source = encoded(Image.new(mode, (90, 50)), form)
    assert unmarked(sketch("fog", sources=(source,))).size == (320, 240)


@pytest.mark.parametrize(
    "source", [b"", b"\x89PNG\r\n\x1a\n", b"<svg/>", encoded(Image.new("RGB", (900, 900)))[:300]]
)
def test_a_broken_source_is_told(source: bytes) -> None:
    with pytest.raises(UnreadablePicture):
        draw(sketch("fog", sources=(source,)))
