"""The gateway's model page, as text copied from a browser, read into a Model.

What stands on the page is read, what it leaves blank stays blank, and what can't be read is an error:
nothing is guessed, because prices are made of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from studio.domain.catalog import Group, Model, Price
from studio.domain.geometry import Resolution
from studio.domain.model_page_errors import IncompleteModelPage, NotAModelPage
from studio.domain.money import Money

if TYPE_CHECKING:
    from datetime import date

_LONGEST_PAGE = 1_000_000
_LONGEST_NAME = 60
_LARGEST_PRICE = Money.parse("1000")

_SPACES = re.compile(r"[\s\u00a0\u2007\u202f\u3000]+")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff]")
_DASH = "[—–-]"
_PRICING = re.compile(rf"(?:(?P<name>.+?) ?{_DASH} )?Groups (?:&|and) pricing", re.IGNORECASE)
_AFTER_PRICING = re.compile(
    rf"(?:.* ?{_DASH} )?Performance|.* ?{_DASH} Uptime|Example code.*|curl .*", re.IGNORECASE
)
_BILLING = re.compile(r"(?P<name>.*?) ?Billing ?:? ?(?P<kind>Per call)?(?P<rest>.*)", re.IGNORECASE)
_LABEL = re.compile(r"(Latency|Throughput|Uptime|(?<![0-9.¥])[0-9]+(?:\.[0-9]+)?K ?/ ?call)", re.IGNORECASE)
_SIZES = re.compile(
    r"(?<![0-9.])(?P<sizes>[0-9]+(?:\.[0-9]+)?K(?: ?, ?[0-9]+(?:\.[0-9]+)?K)*) ?(?P<route>[a-z][\w.-]*)?",
    re.ASCII,
)
_ROUTE = re.compile(r"/models/([A-Za-z0-9][\w.-]*):generateContent", re.ASCII)
_NUMBER = r"([0-9]{1,7}(?:\.[0-9]{1,4})?)"
_PRICE = re.compile(rf"¥ ?{_NUMBER}")
_LATENCY = re.compile(rf"{_NUMBER} ?s")
_THROUGHPUT = re.compile(rf"{_NUMBER} ?(?:tokens|tok) ?/ ?s")
_UPTIME = re.compile(rf"{_NUMBER} ?%")
_BLANK = frozenset({"", "—", "–", "-", "--"})


def read_model_page(text: str, *, read_on: date | None) -> Model:
    """The model that this text describes.

    Raises NotAModelPage for other text, and IncompleteModelPage for a page of which a part is missing or
    can't be read as what it should be: a price in another currency, a page that ends among its groups.
    """
    lines = _lines(text)
    sections = _sections(lines)
    groups = tuple(_read_group(name, body) for name, body in _groups(sections.pricing))
    _check_names(groups)
    labels, tagged_route, description = _read_head(sections.head)
    route = _route(sections.rest) or tagged_route
    if not route:
        raise IncompleteModelPage("curl")
    known = tuple(resolution for resolution in Resolution if resolution.value in labels)
    return Model(
        name=sections.name,
        route=route,
        description=description,
        resolutions=known or _priced_sizes(groups),
        groups=groups,
        read_on=read_on,
        other_sizes=_unknown_sizes([*labels, *_priced_labels(sections.pricing)]),
    )


def _lines(text: str) -> list[str]:
    if len(text) > _LONGEST_PAGE:
        raise NotAModelPage
    plain = _INVISIBLE.sub("", text.replace("￥", "¥"))
    stripped = (_SPACES.sub(" ", line).strip() for line in plain.splitlines())
    return [line for line in stripped if line]


@dataclass(frozen=True, slots=True)
class _Sections:
    name: str
    head: Sequence[str]
    pricing: Sequence[str]
    rest: Sequence[str]


def _sections(lines: Sequence[str]) -> _Sections:
    """The page's parts; an end after the prices is asked for, so that a cut page isn't taken for a whole."""
    start = _first(lines, _PRICING)
    if start is None:
        if any(_is_of_a_page(line) for line in lines):
            raise IncompleteModelPage("Groups & pricing")
        raise NotAModelPage
    heading = _PRICING.fullmatch(lines[start])
    name = (heading["name"] if heading else "") or ""
    if not name:
        raise IncompleteModelPage("… — Groups & pricing")
    end = _first(lines[start + 1 :], _AFTER_PRICING)
    if end is None:
        raise IncompleteModelPage(f"{name} — Performance")
    end += start + 1
    return _Sections(name=name, head=lines[:start], pricing=lines[start + 1 : end], rest=lines[end:])


def _is_of_a_page(line: str) -> bool:
    label, tags = _LABEL.search(line), _tags(line)
    return bool((label and "/" in label[1]) or (tags and "," in tags["sizes"]))


def _first(lines: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((index for index, line in enumerate(lines) if pattern.fullmatch(line)), None)


def _groups(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Each group's name with all text up to the next group's name."""
    starts: list[tuple[int, int, str, str]] = []
    for index, line in enumerate(lines):
        if found := _BILLING.fullmatch(line):
            named_here = bool(found["name"])
            name = found["name"] if named_here else (lines[index - 1] if index else "")
            kind, rest = found["kind"], found["rest"]
            following = lines[index + 1] if index + 1 < len(lines) else ""
            body_from = index + 1
            if kind is None and not rest and following.lower() == "per call":
                kind, body_from = following, index + 2
            if kind is None:
                raise IncompleteModelPage(f"{name}: Billing Per call")
            starts.append((index if named_here else index - 1, body_from, name, rest))
    if not starts:
        raise IncompleteModelPage("Groups & pricing")
    ends = [first for first, *_ in starts[1:]] + [len(lines)]
    return [
        (name, " ".join([rest, *lines[body_from:end]]))
        for (_, body_from, name, rest), end in zip(starts, ends, strict=True)
    ]


def _check_names(groups: Sequence[Group]) -> None:
    seen: set[str] = set()
    for group in groups:
        strange = "¥" in group.name or _LABEL.search(group.name) or len(group.name) > _LONGEST_NAME
        if strange or not group.name or group.name in seen:
            raise IncompleteModelPage(f"{group.name[:_LONGEST_NAME]}: Billing Per call")
        seen.add(group.name)


def _read_group(name: str, body: str) -> Group:
    before, *rest = _LABEL.split(body)
    labels = [_SPACES.sub("", label).lower() for label in rest[::2]]
    values = dict(zip(labels, (value.strip() for value in rest[1::2]), strict=True))
    if before.strip() or len(values) != len(labels):
        raise IncompleteModelPage(name)
    prices = tuple(
        Price(resolution, amount)
        for resolution in Resolution
        if (amount := _price(name, resolution, values.get(f"{resolution.value.lower()}/call", "")))
        is not None
    )
    if not prices:
        raise IncompleteModelPage(f"{name}: {Resolution.HALF_K} / call")
    return Group(
        name=name,
        prices=prices,
        latency=_figure(f"{name}: Latency", _LATENCY, values.get("latency", "")),
        throughput=_figure(f"{name}: Throughput", _THROUGHPUT, values.get("throughput", "")),
        uptime=_percent(f"{name}: Uptime", values.get("uptime", "")),
    )


def _price(group: str, resolution: Resolution, text: str) -> Money | None:
    label = f"{group}: {resolution} / call"
    number = _figure(label, _PRICE, text)
    if number is None:
        return None
    try:
        price = Money(number)
    except ValueError as error:
        raise IncompleteModelPage(label) from error
    if not price or price > _LARGEST_PRICE:
        # A price of nothing would let anything be spent unseen.
        raise IncompleteModelPage(label)
    return price


def _figure(label: str, pattern: re.Pattern[str], text: str) -> Decimal | None:
    if text in _BLANK:
        return None
    found = pattern.fullmatch(text)
    if found is None:
        raise IncompleteModelPage(label)
    return Decimal(found[1])


def _percent(label: str, text: str) -> Decimal | None:
    number = _figure(label, _UPTIME, text)
    if number is not None and number > 100:
        raise IncompleteModelPage(label)
    return number


def _tags(line: str) -> re.Match[str] | None:
    """The line's list of sizes when it ends the line, or is followed by the route alone."""
    return next((found for found in _SIZES.finditer(line) if found.end() == len(line)), None)


def _read_head(lines: Sequence[str]) -> tuple[tuple[str, ...], str, str]:
    """Sizes, route and description from the top of the page, each empty where it isn't there."""
    for index, line in enumerate(lines):
        if (found := _tags(line)) is None:
            continue
        labels = tuple(_SPACES.sub("", label) for label in found["sizes"].split(","))
        rest = list(lines[index + 1 :])
        route = found["route"] or ""
        if not route and rest and re.fullmatch(r"[a-z][\w.-]*", rest[0], re.ASCII):
            route = rest.pop(0)
        return labels, route, " ".join(rest)
    return (), "", ""


def _route(lines: Sequence[str]) -> str:
    """The route in the page's sample call; empty where the page was copied without it."""
    text = "\n".join(lines)
    if found := _ROUTE.search(text):
        return found[1]
    if "curl " in text:
        raise IncompleteModelPage(":generateContent")
    return ""


def _priced_labels(lines: Sequence[str]) -> list[str]:
    labels = (found[1] for line in lines for found in _LABEL.finditer(line) if "/" in found[1])
    return [label.partition("/")[0].strip().upper() for label in labels]


def _unknown_sizes(labels: Sequence[str]) -> tuple[str, ...]:
    """Sizes that the page has and nobody can ask for here: they are told, not passed over."""
    known = {resolution.value for resolution in Resolution}
    return tuple(dict.fromkeys(label for label in labels if label not in known))


def _priced_sizes(groups: Sequence[Group]) -> tuple[Resolution, ...]:
    priced = {price.resolution for group in groups for price in group.prices}
    return tuple(resolution for resolution in Resolution if resolution in priced)
