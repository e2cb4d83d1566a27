"""Prices, figures, balance and log: of a gateway that tells them, and of one that doesn't, over a socket."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.errors import NotPublished
from studio.domain.keys import Secret
from studio.domain.money import Money
from studio.domain.published import Balance, GroupFigures, LogKind, Offer, WhyNotPublished
from studio.gateway.published import Published, ReadingLimits
from studio.gateway.published_reading import (
    Site,
    read_balance,
    read_figures,
    read_log,
    read_prices,
    read_site,
)
from tests.support.account_pages import (
    LOG,
    METRICS,
    PRICING,
    ROUTE,
    STATUS,
    USAGE,
    by_path,
    logged,
    measured,
    metrics,
    pricing,
    status,
    usage,
)
from tests.support.scripted_gateway import (
    Answer,
    ScriptedGateway,
    answer,
    chunked_answer,
    cut_answer,
    endless_answer,
    html_answer,
    json_answer,
    raw_answer,
    reset_answer,
    silent_answer,
)

KEY = Secret("sk-story-4f9c2a7e1b")
SITE = Site(Decimal(500000), "CNY", Decimal(7))
QUICK = ReadingLimits(seconds=2, size=64 << 10)
OPEN = {STATUS: status(), PRICING: pricing(), METRICS: metrics(measured("官KEY-3.5折"))}


async def test_prices_are_dollars_times_ratio_in_yuan() -> None:
    async with ScriptedGateway(by_path(OPEN)) as gateway, Published(gateway.address) as published:
        assert await published.prices(ROUTE) == {
            "官KEY-1.5折": Money.parse("0.11"),
            "官KEY-正价": Money.parse("0.71"),
        }
        assert [request.target for request in gateway.received] == [STATUS, PRICING]
        assert all("authorization" not in request.headers for request in gateway.received)


async def test_a_model_that_is_open_to_all_groups() -> None:
    pages = OPEN | {PRICING: pricing({"enable_groups": ["all"]})}
    async with ScriptedGateway(by_path(pages)) as gateway, Published(gateway.address) as published:
        assert set(await published.prices(ROUTE)) == {"官KEY-1.5折", "官KEY-正价", "vip"}


async def test_figures_are_of_the_last_day_and_nothing_measured_is_no_figure() -> None:
    idle = measured("官KEY-1.5折", avg_latency_ms=0, avg_tps=0, success_rate=62.5)
    pages = {METRICS: metrics(measured("官KEY-3.5折"), idle)}
    async with ScriptedGateway(by_path(pages)) as gateway, Published(gateway.address) as published:
        assert await published.figures(ROUTE) == (
            GroupFigures("官KEY-3.5折", Decimal("14.45"), Decimal("106.24"), Decimal("97.96")),
            GroupFigures("官KEY-1.5折", None, None, Decimal("62.50")),
        )
        assert gateway.received[0].target == f"{METRICS}?model={ROUTE}&hours=24"


async def test_the_balance_of_a_key() -> None:
    async with (
        ScriptedGateway(by_path({STATUS: status(), USAGE: usage(expires_at=1_800_000_000)})) as gateway,
        Published(gateway.address) as published,
    ):
        assert await published.balance(KEY) == Balance(
            Decimal("52.5"), Decimal("17.5"), "CNY", expires=datetime(2027, 1, 15, 8, tzinfo=UTC)
        )
        about_site, about_key = gateway.received
        assert "authorization" not in about_site.headers
        assert about_key.headers["authorization"] == f"Bearer {KEY.reveal()}"


async def test_a_balance_without_a_limit_and_in_dollars() -> None:
    pages = {STATUS: status(quota_display_type="USD"), USAGE: usage(unlimited_quota=True)}
    async with ScriptedGateway(by_path(pages)) as gateway, Published(gateway.address) as published:
        assert await published.balance(KEY) == Balance(None, Decimal("2.5"), "USD")


async def test_the_log_of_a_key_says_what_each_call_cost() -> None:
    strange: list[object] = [logged(created_at="soon"), logged(quota=None), {}, None, 7]
    entries: list[object] = [logged(), logged(type=6, quota=-17857, request_id=None), *strange]
    pages = {STATUS: status(), LOG: json_answer({"success": True, "data": entries})}
    async with ScriptedGateway(by_path(pages)) as gateway, Published(gateway.address) as published:
        charged, refunded = await published.log(KEY)
    assert charged.at == datetime(2025, 11, 24, 16, tzinfo=UTC)
    assert (charged.kind, charged.group, charged.request_id) == (LogKind.CHARGE, "官KEY-3.5折", "req_8f2c")
    assert (charged.amount, charged.currency, charged.seconds) == (Decimal("0.249998"), "CNY", 14)
    assert (refunded.kind, refunded.amount, refunded.request_id) == (
        LogKind.REFUND,
        Decimal("-0.249998"),
        "",
    )


NOT_HERE: dict[str, tuple[Answer, WhyNotPublished]] = {
    "nothing under that path": (json_answer({}, status=404), WhyNotPublished.NOT_OFFERED),
    "the site's one page": (html_answer("BananaRouter"), WhyNotPublished.NOT_OFFERED),
    "a page that says 404": (html_answer("Not found", status=404), WhyNotPublished.NOT_OFFERED),
    "a redirect": (
        answer(status=302, headers={"Location": "https://example.org/login"}),
        WhyNotPublished.NOT_OFFERED,
    ),
    "a redirect that moved": (
        answer(status=301, headers={"Location": "/api/pricing/"}),
        WhyNotPublished.NOT_OFFERED,
    ),
    "JSON of another kind": (json_answer({"hello": "world"}), WhyNotPublished.NOT_OFFERED),
    "a list": (json_answer([1, 2]), WhyNotPublished.NOT_OFFERED),
    "a login": (json_answer({"success": False}, status=401), WhyNotPublished.NEEDS_LOGIN),
    "a login with status 200": (json_answer({"success": False}), WhyNotPublished.NEEDS_LOGIN),
    "too often": (answer(status=429), WhyNotPublished.TOO_OFTEN),
    "a fault": (json_answer({"success": False}, status=500), WhyNotPublished.UNREACHABLE),
    "a front that times out": (html_answer("504", status=504), WhyNotPublished.UNREACHABLE),
    "no HTTP": (raw_answer(b"hello\r\n\r\n"), WhyNotPublished.UNREACHABLE),
    "a reset": (reset_answer(), WhyNotPublished.UNREACHABLE),
    "a cut answer": (cut_answer(b'{"success":true}', after=5), WhyNotPublished.UNREACHABLE),
    "a cut chunk": (chunked_answer([b'{"data":'], ended="abruptly"), WhyNotPublished.UNREACHABLE),
    "an endless answer": (endless_answer(b'{"data":[', b" " * 4096), WhyNotPublished.UNREADABLE),
    "half of JSON": (answer(b'{"data": ['), WhyNotPublished.UNREADABLE),
    "no number": (answer(b'{"data": {"quota_per_unit": NaN}}'), WhyNotPublished.UNREADABLE),
    "deep JSON": (answer(b"[" * 30_000), WhyNotPublished.UNREADABLE),
    "bytes": (answer(bytes(range(256))), WhyNotPublished.UNREADABLE),
    "nothing at all": (answer(), WhyNotPublished.UNREADABLE),
    "false gzip": (answer(b"nonsense", headers={"Content-Encoding": "gzip"}), WhyNotPublished.UNREADABLE),
}


@pytest.mark.parametrize("how", NOT_HERE)
@pytest.mark.parametrize("offer", [Offer.PRICES, Offer.FIGURES])
async def test_what_is_not_offered_is_told_and_asked_once(how: str, offer: Offer) -> None:
    given_answer, why = NOT_HERE[how]
    async with (
        ScriptedGateway(given_answer) as gateway,
        Published(gateway.address, limits=QUICK) as published,
    ):
        with pytest.raises(NotPublished) as caught:
            await (published.prices(ROUTE) if offer is Offer.PRICES else published.figures(ROUTE))
        assert (caught.value.offer, caught.value.why) == (offer, why)
        assert len(gateway.received) == 1


async def test_a_gateway_that_says_nothing_is_left_after_a_while() -> None:
    never = asyncio.Event()
    brief = ReadingLimits(seconds=0.3)
    async with (
        ScriptedGateway(silent_answer(never, answer())) as gateway,
        Published(gateway.address, limits=brief) as published,
    ):
        with pytest.raises(NotPublished) as caught:
            await published.figures(ROUTE)
        assert caught.value.why is WhyNotPublished.UNREACHABLE


@pytest.mark.parametrize("key", [KEY, Secret("two words"), Secret("schlüssel"), Secret("")])
async def test_a_key_that_is_not_taken(key: Secret) -> None:
    refusing = json_answer({"success": False, "message": f"invalid token {key.reveal()}"}, status=401)
    pages = {STATUS: status(), USAGE: refusing}
    async with ScriptedGateway(by_path(pages)) as gateway, Published(gateway.address) as published:
        with pytest.raises(NotPublished) as caught:
            await published.balance(key)
    assert caught.value.why is WhyNotPublished.KEY_REFUSED
    assert not key.reveal() or key.reveal() not in str(caught.value)


def prices_with(**changed: object) -> WhyNotPublished:
    entry: dict[str, object] = {"model_name": ROUTE, "quota_type": 1, "model_price": Decimal("0.1")}
    entry |= {"enable_groups": ["a"]} | {k: v for k, v in changed.items() if k != "ratio"}
    value = {"data": [entry], "group_ratio": {"a": changed.get("ratio", 1)}}
    with pytest.raises(NotPublished) as caught:
        read_prices(value, route=ROUTE, site=SITE)
    return caught.value.why


@pytest.mark.parametrize(
    "price",
    [0, -1, Decimal("-0.1"), Decimal("0.0001"), 10**6, 10**30, Decimal("1e400"), "0.1", None, True, [1], {}],
)
def test_a_price_that_can_not_be_one_is_never_zero(price: object) -> None:
    assert prices_with(model_price=price) is WhyNotPublished.STRANGE_PRICE
    assert prices_with(ratio=price if price is not True else False) is WhyNotPublished.STRANGE_PRICE


def test_prices_of_another_kind_are_refused() -> None:
    assert prices_with(model_name="other") is WhyNotPublished.OTHER_MODEL
    assert prices_with(enable_groups=["b"]) is WhyNotPublished.OTHER_MODEL
    assert prices_with(quota_type=0) is WhyNotPublished.NOT_PER_CALL
    assert prices_with(quota_type=None) is WhyNotPublished.NOT_PER_CALL
    assert prices_with(billing_mode="tiered_expr") is WhyNotPublished.BY_FORMULA
    assert prices_with(billing_expr="p * 2") is WhyNotPublished.BY_FORMULA


@pytest.mark.parametrize(
    ("data", "currency"),
    [
        ({"quota_display_type": "USD", "usd_exchange_rate": 7}, "USD"),
        ({"quota_display_type": "TOKENS"}, "USD"),
        ({"quota_display_type": "CNY", "usd_exchange_rate": 0}, "USD"),
        ({"quota_display_type": "CNY", "usd_exchange_rate": "7"}, "USD"),
        ({"quota_display_type": "CUSTOM", "custom_currency_symbol": "€"}, "USD"),
        (
            {
                "quota_display_type": "CUSTOM",
                "custom_currency_symbol": "¥",
                "custom_currency_exchange_rate": 7,
            },
            "CNY",
        ),
        ({"display_in_currency": True}, "USD"),
    ],
)
def test_only_a_site_that_shows_yuan_has_prices_in_yuan(data: dict[str, object], currency: str) -> None:
    site = read_site({"data": {"quota_per_unit": 500000} | data}, offer=Offer.PRICES)
    assert site.currency == currency
    value = {
        "data": [{"model_name": ROUTE, "quota_type": 1, "model_price": 1, "enable_groups": ["a"]}],
        "group_ratio": {"a": 1},
    }
    if currency == "CNY":
        assert read_prices(value, route=ROUTE, site=site) == {"a": Money.parse("7")}
    else:
        with pytest.raises(NotPublished) as caught:
            read_prices(value, route=ROUTE, site=site)
        assert caught.value.why is WhyNotPublished.OTHER_CURRENCY


@pytest.mark.parametrize(
    "figures", [{"success_rate": 101}, {"success_rate": -1}, {"avg_latency_ms": -5}, {"avg_tps": -1}]
)
def test_a_figure_that_can_not_be_one_is_refused(figures: dict[str, object]) -> None:
    with pytest.raises(NotPublished) as caught:
        read_figures({"data": {"groups": [measured("a", **figures)]}})
    assert caught.value.why is WhyNotPublished.UNREADABLE


NAMES = [
    *("data", "groups", "group", "model_name", "quota_type", "model_price", "enable_groups", "group_ratio"),
    *("a", "quota", "created_at", "type", "use_time", "total_used", "total_available", "expires_at"),
    *("avg_latency_ms", "success_rate", "avg_tps", "quota_per_unit"),
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(NAMES),
            inner,
            max_size=6,
        )
    ),
    max_leaves=30,
)


@given(JSON)
def test_whatever_comes_is_read_or_refused_in_one_way(value: object) -> None:
    readings = (
        lambda: read_site(value, offer=Offer.LOG),
        lambda: read_prices(value, route="a", site=SITE),
        lambda: read_figures(value),
        lambda: read_balance(value, site=SITE),
        lambda: read_log(value, site=SITE),
    )
    for read in readings:
        with suppress(NotPublished):
            read()
