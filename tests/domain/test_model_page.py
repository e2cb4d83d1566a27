"""The gateway's model page, read from text as a person would copy it from the browser."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from studio.domain.catalog import Model
from studio.domain.geometry import Resolution
from studio.domain.model_page import read_model_page
from studio.domain.model_page_errors import IncompleteModelPage, NotAModelPage
from studio.settings import resources
from studio.settings.catalog import model_to_json

PAGE = (Path(__file__).parents[1] / "data" / "model-page.txt").read_text(encoding="utf-8")
READ_ON = date(2026, 11, 22)
GROUPS = """
官KEY-1.5折 0.05 0.07 0.11 0.16 102.07 10.99 62.50
官KEY-2.5折 0.08 0.12 0.18 0.26 - - -
官KEY-3.5折 0.11 0.16 0.25 0.37 14.45 106.24 100.00
官KEY-4.5折 0.14 0.21 0.32 0.48 54.18 27.09 100.00
官KEY-5.5折 0.17 0.26 0.39 0.58 - - -
官KEY-7.5折 0.24 0.35 0.53 0.79 - - -
官KEY-正价 0.32 0.47 0.71 1.06 133.42 11.54 100.00
"""


def read(text: str) -> Model:
    return read_model_page(text, read_on=READ_ON)


WHOLE = read(PAGE)


def test_all_seven_groups_with_all_28_prices_and_the_blank_figures_blank() -> None:
    rows = [
        [
            group.name,
            *(price.amount.plain for price in group.prices),
            *(
                "-" if figure is None else str(figure)
                for figure in (group.latency, group.throughput, group.uptime)
            ),
        ]
        for group in WHOLE.groups
    ]
    assert rows == [line.split() for line in GROUPS.strip().splitlines()]


def test_name_route_sizes_and_description() -> None:
    assert WHOLE.name == "Gemini 3.1 Flash Image Preview"
    assert WHOLE.route == "gemini-3.1-flash-image-preview"
    assert WHOLE.resolutions == tuple(Resolution)
    assert WHOLE.description.startswith("Fast Gemini image generation preview model")
    assert WHOLE.description.endswith("UI drafts.")
    assert WHOLE.read_on == READ_ON


def test_the_shipped_catalog_is_what_the_reader_makes_of_the_page() -> None:
    assert (resources() / "catalog.json").read_bytes() == model_to_json(WHOLE)


BLANKS = ("Latency\nThroughput\nUptime\n0", "Latency\n—\nThroughput\n-\nUptime\n–\n0")
GROUP_LINES = re.compile(r"(官KEY[^\n]*)((?:\n(?!官KEY|Gemini 3.1)[^\n]*)*)")


def on_one_line(group: re.Match[str]) -> str:
    return f"{group[1]}{group[2].replace(NEW_LINE, ' ')}\n"


NEW_LINE = "\n"
COPIES = {
    "line ends of Windows": PAGE.replace("\n", "\r\n"),
    "line ends of an old Mac": PAGE.replace("\n", "\r"),
    "a blank line after each": PAGE.replace("\n", "\n\n"),
    "no blank lines": re.sub(r"\n+", "\n", PAGE),
    "spaces at both ends": "\n".join(f"  {line}\t" for line in PAGE.splitlines()),
    "non-breaking spaces": PAGE.replace(" / call", "\u00a0/\u00a0call").replace("Per call", "Per\u00a0call"),
    "full-width yuan signs": PAGE.replace("¥", "￥"),
    "a space after the sign": PAGE.replace("¥", "¥ "),
    "prices beside their labels": re.sub(r"(/ call)\n", r"\1 ", PAGE),
    "prices after a tab": re.sub(r"(/ call)\n", r"\1\t", PAGE),
    "prices glued to their labels": re.sub(r"(/ call)\n", r"\1", PAGE),
    "figures beside their labels": re.sub(r"(Latency|Throughput|Uptime)\n(?=\d)", r"\1 ", PAGE),
    "figures with spaces": PAGE.replace("tokens/s", " tokens / s").replace("5s", "5 s").replace("0%", "0 %"),
    "dashes for blank figures": PAGE.replace(*BLANKS),
    "billing on two lines": PAGE.replace("BillingPer call", "Billing\nPer call"),
    "the name beside billing": PAGE.replace("\nBillingPer call", " Billing Per call"),
    "one line for each group": GROUP_LINES.sub(on_one_line, PAGE),
    "tags on lines of their own": PAGE.replace("0.5K, 1K, 2K, 4K", "\n0.5K, 1K, 2K, 4K\n"),
    "a mark of byte order": "\ufeff" + PAGE,
    "without the sample call": PAGE[: PAGE.index("curl -X")],
    "upper case labels": PAGE.replace("Latency\n", "LATENCY\n").replace("/ call", "/ CALL"),
}


@pytest.mark.parametrize("copy", COPIES)
def test_however_it_was_copied(copy: str) -> None:
    assert COPIES[copy] != PAGE
    assert read(COPIES[copy]) == WHOLE


def test_without_the_top_of_the_page_its_prices_are_still_whole() -> None:
    model = read(PAGE[PAGE.index("Gemini 3.1 Flash Image Preview — Groups") :])
    assert (model.name, model.route, model.groups) == (WHOLE.name, WHOLE.route, WHOLE.groups)


def test_a_missing_price_is_neither_zero_nor_guessed() -> None:
    for text in (
        PAGE.replace("¥0.12\n", ""),
        PAGE.replace("¥0.12", "—"),
        PAGE.replace("1K / call\n¥0.12\n", ""),
    ):
        group = read(text).groups[1]
        assert group.price(Resolution.ONE_K) is None
        assert [price.amount.plain for price in group.prices] == ["0.08", "0.18", "0.26"]


def test_figures_are_exact() -> None:
    assert WHOLE.groups[0].latency == Decimal("102.07")
    assert WHOLE.groups[0].uptime == Decimal("62.50")


@pytest.mark.parametrize(
    "text",
    ["", " \n\t", "Hello", "¥0.05", "I bought this for 5K", PAGE[:60], "x" * 1_000_001, "<html>\n</html>"],
)
def test_what_is_no_model_page_is_told_so(text: str) -> None:
    with pytest.raises(NotAModelPage):
        read(text)


HALVES = {
    "only its head": (PAGE[: PAGE.index("官KEY-1.5折")], "Performance"),
    "only what follows the prices": (PAGE[PAGE.index("0.5K / call") :], "Groups & pricing"),
    "no groups": (PAGE[: PAGE.index("官KEY-1.5")] + PAGE[PAGE.index("\n\nGemini 3.1", 900) :], "pricing"),
    "cut after a group": (PAGE[: PAGE.index("官KEY-4.5折")], "Performance"),
    "cut inside a price": (PAGE[: PAGE.index("¥0.32") + 4], "Performance"),
    "a group without prices": (re.sub(r"\d.*K / call\n¥(0.32|0.47|0.71|1.06)\n", "", PAGE), "官KEY-正价"),
    "a group without its name": (PAGE.replace("官KEY-2.5折\n", ""), "Billing"),
    "the first group without its name": (PAGE.replace("官KEY-1.5折\n", ""), "Billing"),
    "two groups run together": (PAGE.replace("官KEY-2.5折\nBillingPer call\n", ""), "官KEY-1.5折"),
    "the same group twice": (PAGE.replace("官KEY-2.5折", "官KEY-1.5折"), "官KEY-1.5折"),
    "no route": (PAGE[: PAGE.index("curl")].replace("gemini-3.1-flash-image-preview", ""), "curl"),
    "a sample call of another kind": (PAGE.replace(":generateContent", ""), "generateContent"),
}


@pytest.mark.parametrize("half", HALVES)
def test_half_a_page_is_told_what_is_missing(half: str) -> None:
    text, missing = HALVES[half]
    with pytest.raises(IncompleteModelPage) as caught:
        read(text)
    assert missing in caught.value.missing


STRANGE = {
    "-¥0.05": "0.5K",
    "¥-0.05": "0.5K",
    "$0.05": "0.5K",
    "€0.05": "0.5K",
    "0.05": "0.5K",
    "¥0.055": "0.5K",
    "¥5000000": "0.5K",
    "¥1000.01": "0.5K",
    "¥0,05": "0.5K",
    "¥0.10 ¥0.05": "0.5K",
    "¥0.05 USD": "0.5K",
    "free": "0.5K",
    "¥0.00": "0.5K",
    "¥0": "0.5K",
    "US$0.05": "0.5K",
    "¥1e2": "0.5K",
    "¥٠.٠٥": "0.5K",
}


@pytest.mark.parametrize("price", STRANGE)
def test_a_price_that_can_not_be_one_is_no_price(price: str) -> None:
    with pytest.raises(IncompleteModelPage) as caught:
        read(PAGE.replace("¥0.05", price))
    assert caught.value.missing == "官KEY-1.5折: 0.5K / call"


@pytest.mark.parametrize(
    ("published", "strange", "missing"),
    [
        ("62.50%", "162.50%", "Uptime"),
        ("62.50%", "-1%", "Uptime"),
        ("102.07s", "-102.07s", "Latency"),
        ("102.07s", "fast", "Latency"),
        ("10.99tokens/s", "10.99", "Throughput"),
        ("BillingPer call", "BillingPer token", "Billing Per call"),
    ],
)
def test_a_figure_that_can_not_be_read_is_not_guessed(published: str, strange: str, missing: str) -> None:
    with pytest.raises(IncompleteModelPage) as caught:
        read(PAGE.replace(published, strange, 1))
    assert missing in caught.value.missing


@given(st.integers(0, len(PAGE)))
def test_a_page_cut_anywhere_is_whole_or_refused(length: int) -> None:
    try:
        assert read(PAGE[:length]) == WHOLE
    except (NotAModelPage, IncompleteModelPage):
        return


LINES = PAGE.splitlines()


@given(st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=20)), max_size=60))
@example(["A — Groups & pricing", "Billing", "B — Performance"])
@example(["A — Groups & pricing", "BillingPer call", "A — Performance"])
def test_any_text_is_a_model_or_an_expected_error(lines: list[str]) -> None:
    try:
        model = read("\n".join(lines))
    except (NotAModelPage, IncompleteModelPage):
        return
    assert model.groups
    assert all(group.prices for group in model.groups)


@given(st.integers(0, len(LINES) - 1), st.text(max_size=12))
def test_one_strange_line_never_changes_a_price_in_silence(index: int, strange: str) -> None:
    changed = [*LINES[:index], strange, *LINES[index + 1 :]]
    try:
        model = read("\n".join(changed))
    except (NotAModelPage, IncompleteModelPage):
        return
    for group in model.groups:
        published = WHOLE.group(group.name)
        for price in group.prices if published else ():
            assert (
                price.amount == (published and published.price(price.resolution))
                or price.amount.plain in strange
            )


def test_a_size_that_can_not_be_asked_for_is_kept_in_view() -> None:
    tagged = PAGE.replace("0.5K, 1K, 2K, 4K", "0.5K, 1K, 2K, 4K, 8K")
    priced = PAGE.replace("4K / call\n¥1.06", "4K / call\n¥1.06\n8K / call\n¥2.12\n16k / call\n¥4.00")
    assert read(tagged).other_sizes == ("8K",)
    assert read(priced).other_sizes == ("8K", "16K")
    assert read(tagged).groups == read(priced).groups == WHOLE.groups
    assert WHOLE.other_sizes == ()
