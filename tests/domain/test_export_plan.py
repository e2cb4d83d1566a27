"""Which files a preset makes, where they lie, and what lies beside them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.export import Encoding, Format, Layout, Preset
from studio.domain.export_layouts import Made, companions, densities, scales, usual_sizes
from studio.domain.export_names import GivenNames, Named, key_of, legal_name
from studio.domain.export_plan import Planned, plan_all, planned, resource_name
from studio.domain.export_sizes import SizeKind, SizeRule, resolve
from studio.domain.geometry import PixelSize

SPRING = Named("Spring", 3, "a fox", 2752, 1536, date(2026, 11, 26))
SIZE = PixelSize(2752, 1536)


def preset(layout: Layout = Layout.FLAT, *sizes: SizeRule, **changed: object) -> Preset:
    """The layout's usual sizes, unless there are others."""
    return replace(Preset("mine", sizes=sizes or usual_sizes(layout), layout=layout), **changed)


class Tags(HTMLParser):
    """A page's elements with their attributes, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def paths(found: Planned) -> list[str]:
    return [str(output.path) for output in found.outputs]


def made_of(found: Planned) -> list[Made]:
    """As if all of them had been written."""
    return [
        Made(one.path, one.rule, one.encoding.format, resolve(one.rule, SIZE).size) for one in found.outputs
    ]


def test_names_are_those_of_the_dialog() -> None:
    found = planned(preset(Layout.FLAT, *scales(1, 2, 3)), SPRING, "png")
    assert paths(found) == ["Spring-v3.png", "Spring-v3@2x.png", "Spring-v3@3x.png"]


def test_sizes_are_told_apart_where_the_template_says_nothing_of_them() -> None:
    found = planned(preset(Layout.FLAT, *scales(1, 2), template="{slug}"), SPRING, "png")
    assert paths(found) == ["a-fox.png", "a-fox@2x.png"]


def test_a_name_may_tell_the_pixels_of_each_file() -> None:
    template = "{slug}/{width}x{height}"
    found = planned(preset(Layout.FLAT, *scales(1, 3), template=template), SPRING, "png")
    assert paths(found) == ["a-fox/917x512.png", "a-fox/2752x1536.png"]


def test_the_original_is_one_file_with_its_own_ending() -> None:
    original = preset(Layout.IOS, encoding=Encoding(Format.ORIGINAL))
    assert paths(planned(original, SPRING, "webp")) == ["Spring-v3.webp"]


def test_further_formats_lie_beside() -> None:
    found = planned(preset(Layout.FLAT, also=(Format.WEBP, Format.AVIF)), SPRING, "png")
    assert paths(found) == ["Spring-v3.png", "Spring-v3.webp", "Spring-v3.avif"]


def test_android_gets_a_folder_for_each_density_and_a_name_that_its_build_takes() -> None:
    found = planned(preset(Layout.ANDROID), SPRING, "png")
    assert paths(found) == [
        f"drawable-{density}/spring_v3.png" for density in ("mdpi", "hdpi", "xhdpi", "xxhdpi", "xxxhdpi")
    ]
    assert [str(resolve(one.rule, SIZE).size) for one in found.outputs] == [
        "688 × 384",
        "1032 × 576",
        "1376 × 768",
        "2064 × 1152",
        "2752 × 1536",
    ]
    assert densities("mipmap")[0].folder == "mipmap-mdpi"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Spring v3", "spring_v3"),
        ("3D ß émile", "picture_3d_emile"),
        ("春天", "picture"),
        ("class", "class_"),
        ("Con", "con_"),
        ("a" * 300, "a" * 100),
    ],
)
def test_android_resources_are_called_as_its_build_wants_it(text: str, name: str) -> None:
    assert resource_name(text) == name


@given(st.text())
def test_a_resource_is_always_called_something_legal(text: str) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]*", resource_name(text))


def test_an_image_set_is_a_folder_with_its_catalog() -> None:
    found = planned(preset(Layout.IOS), SPRING, "png")
    folder = PurePosixPath("Spring-v3.imageset")
    assert paths(found) == [f"{folder}/Spring-v3{suffix}.png" for suffix in ("", "@2x", "@3x")]
    ((place, text),) = companions(Layout.IOS, found.base, made_of(found))
    assert place == folder / "Contents.json"
    assert json.loads(text) == {
        "images": [
            {"filename": f"Spring-v3{suffix}.png", "idiom": "universal", "scale": scale}
            for suffix, scale in (("", "1x"), ("@2x", "2x"), ("@3x", "3x"))
        ],
        "info": {"author": "xcode", "version": 1},
    }


def test_a_catalog_names_only_what_is_there() -> None:
    found = planned(preset(Layout.IOS), SPRING, "png")
    ((_, text),) = companions(Layout.IOS, found.base, made_of(found)[:1])
    images = cast("list[dict[str, str]]", json.loads(text)["images"])
    assert [one["scale"] for one in images] == ["1x"]
    assert companions(Layout.IOS, found.base, []) == ()


def test_the_web_gets_a_picture_element_with_the_frugal_formats_first() -> None:
    widths = [SizeRule(SizeKind.WIDTH, width, suffix=f"-{width}w") for width in (1024, 480)]
    wanted = preset(
        Layout.WEB, *widths, encoding=Encoding(Format.JPEG), also=(Format.WEBP, Format.AVIF), template="a b"
    )
    found = planned(wanted, SPRING, "png")
    ((place, text),) = companions(Layout.WEB, found.base, made_of(found), words='"fox" & hen')
    assert place == PurePosixPath("a b.html")
    page = Tags()
    page.feed(text)
    (picture, _), (_, avif), (_, webp), (_, image) = page.found
    assert (picture, avif["type"], webp["type"]) == ("picture", "image/avif", "image/webp")
    assert avif["srcset"] == "a%20b-480w.avif 480w, a%20b-1024w.avif 1024w"
    assert image["alt"] == '"fox" & hen'
    assert (image["src"], image["width"], image["height"]) == ("a%20b-1024w.jpg", "1024", "572")


def test_a_favicon_is_a_folder_with_all_that_a_page_links_to() -> None:
    found = planned(preset(Layout.FAVICON), SPRING, "png")
    assert paths(found)[-1] == "Spring-v3/favicon.ico"
    (_, manifest), (_, head) = companions(Layout.FAVICON, found.base, made_of(found))
    icons = cast("list[dict[str, str]]", json.loads(manifest)["icons"])
    assert [(icon["src"], icon["sizes"]) for icon in icons] == [
        ("android-chrome-192x192.png", "192x192"),
        ("android-chrome-512x512.png", "512x512"),
    ]
    linked = {*re.findall(r'href="([^"]+)"', head), *(icon["src"] for icon in icons)}
    assert linked == {path.removeprefix("Spring-v3/") for path in paths(found)} | {"site.webmanifest"}


@pytest.mark.parametrize("layout", list(Layout))
def test_every_layout_has_usual_sizes_that_can_be_made(layout: Layout) -> None:
    assert all(rule.is_usable() for rule in usual_sizes(layout))
    found = planned(preset(layout), SPRING, "png")
    assert len(set(paths(found))) == len(found.outputs)
    assert all(
        layout.takes(output.encoding.format) or output.encoding.format.is_icon for output in found.outputs
    )


@pytest.mark.parametrize("layout", list(Layout))
def test_two_pictures_of_one_name_never_share_a_file(layout: Layout) -> None:
    twins = plan_all(preset(layout), [(SPRING, "png")] * 3, GivenNames())
    places = [key_of(output.path) for one in twins for output in one.outputs]
    assert len(set(places)) == len(places)


def test_all_files_of_a_picture_get_the_same_number() -> None:
    taken = {PurePosixPath("Spring-v3@2x.png")}
    (found,) = plan_all(preset(Layout.FLAT, *scales(1, 2)), [(SPRING, "png")], GivenNames(taken.__contains__))
    assert paths(found) == ["Spring-v3 (2).png", "Spring-v3@2x (2).png"]
    (_, android) = plan_all(preset(Layout.ANDROID), [(SPRING, "png")] * 2, GivenNames())
    assert paths(android)[0] == "drawable-mdpi/spring_v3_2.png"
    (_, ios) = plan_all(preset(Layout.IOS), [(SPRING, "png")] * 2, GivenNames())
    assert paths(ios)[0] == "Spring-v3 (2).imageset/Spring-v3.png"


def test_upscaling_is_known_before() -> None:
    found = planned(preset(Layout.SOCIAL), SPRING, "png")
    assert [one.path.name for one in found.outputs if one.upscales(SIZE)] == ["Spring-v3-story.png"]
    icon = planned(preset(encoding=Encoding(Format.ICO)), SPRING, "png").outputs[0]
    assert not icon.upscales(PixelSize(1, 1))


odd = st.text(max_size=40) | st.sampled_from(
    ("../..", "/etc", "C:\\", "a\0b", "con", "狐" * 40, "a/b", ".", "")
)
odd_rules = st.builds(SizeRule, scale=st.sampled_from((1.0, 2.0)), suffix=odd, folder=odd)


@given(
    st.sampled_from(Layout),
    st.lists(odd_rules, max_size=3),
    odd | st.sampled_from(("{project}{scale}", "{slug}/{n}")),
    odd | st.just("x" * 300),
    st.sampled_from(Format),
)
def test_whatever_a_preset_says_its_files_are_legal_apart_and_below(
    layout: Layout, rules: list[SizeRule], template: str, project: str, format_: Format
) -> None:
    wanted = Preset(
        "mine", Encoding(format_), tuple(rules), layout, template, also=(Format.ORIGINAL, Format.PNG)
    )
    twins = plan_all(wanted, [(replace(SPRING, project=project), "png")] * 2, GivenNames())
    places = [output.path for one in twins for output in one.outputs]
    assert len({key_of(place) for place in places}) == len(places) > 0
    for place in (*places, *(one.base for one in twins), *(one.beside("json") for one in twins)):
        assert not place.is_absolute()
        assert all(legal_name(part) for part in place.parts)
        assert ".." not in place.parts
        assert not any(set(part) & set('\\/:*?"<>|\0') for part in place.parts)
