"""The prompt in pictures of other programs is found, and nothing hidden in a file does harm."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from studio.library.comfy import prompt_in_graph
from studio.library.embedded import MOST_LETTERS, embedded_prompt, prompt_in_xmp

if TYPE_CHECKING:
    from pathlib import Path

PARAMETERS = (
    "a lighthouse in fog, 灯塔\nwide angle\n"
    "Negative prompt: people, text\nSteps: 30, Sampler: Euler a, Seed: 7, Size: 64x48"
)
XMP = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt>'
    '<rdf:li xml:lang="x-default">a harbour at dusk</rdf:li></rdf:Alt></dc:description>'
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)
GRAPH = {
    "3": {
        "class_type": "KSampler",
        "inputs": {"seed": 7, "positive": ["6", 0], "negative": ["7", 0], "model": ["4", 0]},
    },
    "4": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "model.safetensors"}},
    "6": {"class_type": "CLIPTextEncode", "inputs": {"text": ["9", 0], "clip": ["4", 1]}},
    "7": {"class_type": "CLIPTextEncode", "inputs": {"text": "blurry", "clip": ["4", 1]}},
    "9": {"class_type": "PrimitiveString", "inputs": {"value": "a tin robot"}},
}
WORKFLOW = {
    "nodes": [
        {"type": "KSampler", "widgets_values": [7, "fixed"]},
        {"type": "CLIPTextEncode", "title": "Negative", "widgets_values": ["blurry"]},
        {"type": "CLIPTextEncode", "widgets_values": ["a paper boat"]},
    ]
}


def blank() -> Image.Image:
    return Image.new("RGB", (64, 48), "#204060")


def png(**texts: str) -> bytes:
    """A PNG with these texts; what isn't Latin stands in an iTXt chunk."""
    info = PngInfo()
    for key, text in texts.items():
        info.add_text(key.replace("_", ":").replace("::", "_"), text)
    return saved("PNG", pnginfo=info)


def saved(kind: str, **options: object) -> bytes:
    written = io.BytesIO()
    blank().save(written, kind, **options)
    return written.getvalue()


def exif(tag: int, value: object, *, inner: bool = False) -> bytes:
    made = Image.Exif()
    if inner:
        made.get_ifd(0x8769)[tag] = value
    else:
        made[tag] = value
    return made.tobytes()


def test_of_parameters_only_the_prompt_is_taken() -> None:
    assert embedded_prompt(png(parameters=PARAMETERS)) == "a lighthouse in fog, 灯塔\nwide angle"
    assert embedded_prompt(png(parameters="just words")) == "just words"
    assert embedded_prompt(png(parameters="Steps: 4, Seed: 1")) == ""


def test_of_a_graph_what_the_sampler_follows_is_taken() -> None:
    assert embedded_prompt(png(prompt=json.dumps(GRAPH))) == "a tin robot"
    assert embedded_prompt(png(workflow=json.dumps(WORKFLOW))) == "a paper boat"
    loose = {key: GRAPH[key] for key in ("6", "7", "9")}
    assert prompt_in_graph(json.dumps(loose), "") == "blurry"


def test_a_graph_that_runs_in_a_circle_ends() -> None:
    circle = {
        "1": {"class_type": "KSampler", "inputs": {"positive": ["2", 0]}},
        "2": {"class_type": "Combine", "inputs": {"conditioning_1": ["3", 0], "conditioning": ["2", 0]}},
        "3": {"class_type": "CLIPTextEncode", "inputs": {"text": "found"}},
    }
    assert prompt_in_graph(json.dumps(circle), "") == "found"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_description_in_xmp_is_found_in_every_type(kind: str, tmp_path: Path) -> None:
    if kind == "PNG":
        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", XMP)
        data = saved(kind, pnginfo=info)
    else:
        data = saved(kind, xmp=XMP.encode())
    file = tmp_path / "harbour"
    file.write_bytes(data)
    assert embedded_prompt(file) == "a harbour at dusk"


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG"])
def test_comments_in_exif_are_found(kind: str) -> None:
    for encoding in ("utf-16-be", "utf-16-le"):
        comment = b"UNICODE\0" + PARAMETERS.encode(encoding)
        data = saved(kind, exif=exif(0x9286, comment, inner=True))
        assert embedded_prompt(data) == "a lighthouse in fog, 灯塔\nwide angle"
    ascii_ = saved(kind, exif=exif(0x9286, b"ASCII\0\0\0a grey owl", inner=True))
    assert embedded_prompt(ascii_) == "a grey owl"
    assert embedded_prompt(saved(kind, exif=exif(0x010E, "a red kite"))) == "a red kite"


def test_entities_are_never_followed_and_any_xml_ends_in_words_or_none() -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha">]><x prompt="&a;"/>'
    assert prompt_in_xmp(laughs) == ""
    assert prompt_in_xmp(laughs.encode("utf-16")) == ""
    assert prompt_in_xmp(b"<x" * 1000) == ""
    assert prompt_in_xmp("<a>" * 50_000 + "</a>" * 50_000) == ""
    assert prompt_in_xmp('<x xmlns:n="urn:n" n:prompt="a fern"/>') == "a fern"


def test_what_is_found_can_be_stored_whatever_it_is() -> None:
    assert len(embedded_prompt(png(parameters="x" * 300_000))) == MOST_LETTERS
    halves = json.dumps({"1": {"class_type": "CLIPTextEncode", "inputs": {"text": "a \ud800 \0 b"}}})
    found = embedded_prompt(png(prompt=halves))
    assert "\0" not in found
    assert embedded_prompt(png(parameters="a \ufffd b")).encode() == "a \ufffd b".encode()
    assert embedded_prompt(png(prompt="[" * 100_000)) == ""
    assert embedded_prompt(b"no picture") == ""


BASES = [
    png(parameters=PARAMETERS, prompt=json.dumps(GRAPH)),
    saved(
        "JPEG", exif=exif(0x9286, b"UNICODE\0" + "a fox".encode("utf-16-be"), inner=True), xmp=XMP.encode()
    ),
    saved("WEBP", exif=exif(0x010E, "a fox"), xmp=XMP.encode()),
]


@given(
    base=st.sampled_from(BASES),
    places=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=12)), max_size=6),
    cut=st.floats(0.02, 1),
)
@hypothesis_settings(max_examples=300)
def test_damage_of_any_kind_ends_in_text(base: bytes, places: list[tuple[float, bytes]], cut: float) -> None:
    data = bytearray(base)
    for place, bytes_ in places:
        at = int(place * (len(data) - 1))
        data[at : at + len(bytes_)] = bytes_
    found = embedded_prompt(bytes(data[: int(cut * len(data))]))
    assert found == found.strip()
    assert found.encode().decode() == found


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(["1", "CLIPTextEncode", "nodes"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["1", "2", "inputs", "class_type", "text", "positive", "nodes", "type"])
            | st.text(),
            inner,
            max_size=4,
        )
    ),
    max_leaves=30,
)


@given(prompt=JSON, workflow=JSON)
def test_any_json_ends_in_text(prompt: object, workflow: object) -> None:
    found = prompt_in_graph(json.dumps(prompt), json.dumps(workflow))
    assert isinstance(found, str)
