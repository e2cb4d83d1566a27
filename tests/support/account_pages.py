"""What a gateway of the new-api kind answers beside pictures (wire.md 9)."""

from collections.abc import Mapping

from tests.support.scripted_gateway import Answer, Line, Received, html_answer, json_answer

ROUTE = "gemini-3.1-flash-image-preview"
STATUS = "/api/status"
PRICING = "/api/pricing"
METRICS = "/api/perf-metrics"
USAGE = "/api/usage/token/"
LOG = "/api/log/token"


def by_path(pages: Mapping[str, Answer], *, otherwise: Answer | None = None) -> Answer:
    """Answers each path as it stands there, any other like a site of one page: with that page."""

    async def give(request: Received, line: Line) -> None:
        path = request.target.partition("?")[0]
        await pages.get(path, otherwise or html_answer("A fine gateway"))(request, line)

    return give


def status(**changed: object) -> Answer:
    data = {
        "version": "v0.9",
        "quota_per_unit": 500000,
        "quota_display_type": "CNY",
        "usd_exchange_rate": 7,
        "price": 7.3,
    }
    return json_answer({"success": True, "message": "", "data": data | changed})


def pricing(entry: Mapping[str, object] | None = None, ratios: Mapping[str, object] | None = None) -> Answer:
    listed = {
        "model_name": ROUTE,
        "quota_type": 1,
        "model_ratio": 0,
        "model_price": 0.101,
        "enable_groups": ["官KEY-1.5折", "官KEY-正价", "hidden"],
        "supported_endpoint_types": ["gemini"],
        "a_member_of_next_year": {"x": [1]},
    }
    other = {"model_name": "gpt-image-2", "quota_type": 0, "model_ratio": 5, "enable_groups": ["all"]}
    return json_answer(
        {
            "success": True,
            "data": [other, listed | dict(entry or {})],
            "vendors": [],
            "group_ratio": ratios or {"官KEY-1.5折": 0.15, "官KEY-正价": 1, "vip": 0.5},
            "usable_group": {"官KEY-1.5折": "…", "官KEY-正价": "…"},
            "auto_groups": [],
            "pricing_version": "a42d",
        }
    )


def metrics(*groups: Mapping[str, object]) -> Answer:
    return json_answer({"success": True, "data": {"model_name": ROUTE, "groups": list(groups)}})


def measured(group: str, **changed: object) -> Mapping[str, object]:
    figures: dict[str, object] = {
        "avg_ttft_ms": 0,
        "avg_latency_ms": 14453,
        "success_rate": 97.95918367346938,
        "avg_tps": 106.2449,
        "series": [],
    }
    return {"group": group, **figures, **changed}


def usage(**changed: object) -> Answer:
    data: dict[str, object] = {
        "object": "token_usage",
        "name": "studio",
        "total_granted": 5_000_000,
        "total_used": 1_250_000,
        "total_available": 3_750_000,
        "unlimited_quota": False,
        "model_limits": {},
        "model_limits_enabled": False,
        "expires_at": 0,
    }
    return json_answer({"code": True, "message": "ok", "data": data | changed})


def logged(**changed: object) -> Mapping[str, object]:
    entry = {
        "id": 12,
        "created_at": 1_764_000_000,
        "type": 2,
        "model_name": ROUTE,
        "quota": 17857,
        "prompt_tokens": 11,
        "completion_tokens": 1135,
        "use_time": 14,
        "is_stream": False,
        "group": "官KEY-3.5折",
        "request_id": "req_8f2c",
        "other": "{}",
    }
    return {**entry, **changed}


def log(*entries: Mapping[str, object]) -> Answer:
    return json_answer({"success": True, "message": "", "data": list(entries)})
