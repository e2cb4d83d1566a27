"""From statuses and error bodies to the domain's errors with their charge.

The shapes: wire.md 2 (the gateway's own), 5 (Google's), 8 (new-api's).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from studio.domain.charge import Failure, Outcome, read_error_in_success, read_failure
from studio.domain.errors import (
    GatewayBusy,
    GatewayError,
    GatewayRefused,
    NotSent,
    OutcomeUnknown,
    SignatureRefused,
)
from studio.gateway.tolerant import clean, elements, member, members, text

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST_MESSAGE: Final = 2000
_LONGEST_ID: Final = 200
_HTML_START: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!|\?|[a-zA-Z])")
_TITLE: Final = re.compile(r"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)
_ID_IN_MESSAGE: Final = re.compile(r"\(request id: ([^)\s]+)\)", re.IGNORECASE)
_ID_HEADERS: Final = ("x-oneapi-request-id", "x-request-id", "request-id")
_SECONDS: Final = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)s?")


@dataclass(frozen=True, slots=True)
class ErrorAnswer:
    """An answer that is no success, read. `retry_after` is in seconds from now, never negative."""

    failure: Failure
    request_id: str = ""
    retry_after: float | None = None


def is_html(body: bytes) -> bool:
    """Whether these first bytes are markup, which no JSON begins with."""
    return _HTML_START.match(body) is not None


def request_id_in(headers: Mapping[str, str]) -> str:
    """The identifier of the call that the gateway put in a header, "" when it put none."""
    found = (headers.get(name, "").strip() for name in _ID_HEADERS)
    return next((clean(value)[:_LONGEST_ID] for value in found if value), "")


def read_error_body(status: int, headers: Mapping[str, str], body: bytes, *, now: datetime) -> ErrorAnswer:
    """An error's body, of whatever shape, and its headers (with lower-case names). Never raises."""
    if is_html(body):
        import html  # two thousand names of characters, for an answer that hardly ever comes

        page = body.decode("utf-8", "replace")
        title = _TITLE.search(page)
        message = " ".join(html.unescape(title[1]).split()) if title else ""
        failure = Failure(status, message=clean(message)[:_LONGEST_MESSAGE], is_html=True)
        return ErrorAnswer(failure, request_id_in(headers), _retry_header(headers, now))
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        message = clean(body.decode("utf-8", "replace").strip())[:_LONGEST_MESSAGE]
        failure = Failure(status, message=message, is_html="html" in headers.get("content-type", ""))
        return ErrorAnswer(failure, request_id_in(headers), _retry_header(headers, now))
    return read_error_value(status, headers, value, now=now)


def read_error_value(status: int, headers: Mapping[str, str], value: object, *, now: datetime) -> ErrorAnswer:
    """The same for a body that was JSON."""
    outer = _first(value)
    error = _first(member(outer, "error"))
    error = outer if error is None else error
    message = error if isinstance(error, str) else text(error, "message", "msg", "detail", "error")
    failure = Failure(
        status,
        code=_code(error, status),
        message=clean(message)[:_LONGEST_MESSAGE],
        is_json=True,
    )
    asked = _retry_header(headers, now)
    return ErrorAnswer(
        failure,
        _request_id(outer, error, message) or request_id_in(headers),
        _retry_in_body(error) if asked is None else asked,
    )


def error_of(value: object) -> object:
    """What stands for an error in a reply with status 200; None where nothing does, or an empty one."""
    outer = _first(value)
    return outer if member(outer, "success") is False else member(outer, "error") or None


def domain_error(answer: ErrorAnswer) -> GatewayError:
    """The error of the table's row for this answer."""
    status = answer.failure.status
    outcome = read_error_in_success(answer.failure) if status == 200 else read_failure(answer.failure)
    reason = answer.failure.code or str(status)
    match outcome:
        case Outcome.REFUSED if answer.failure.about_signature:
            kind = SignatureRefused
            reason = "signature"
        case Outcome.TURNED_DOWN | Outcome.REFUSED:
            kind = GatewayRefused
            reason = "redirect" if 300 <= status < 400 else reason
        case Outcome.BUSY:
            kind = GatewayBusy
        case _:
            kind = OutcomeUnknown
            reason = _unknown_reason(answer.failure)
    return kind(
        reason,
        outcome=outcome,
        status=status,
        message=answer.failure.message,
        retry_after=answer.retry_after,
        request_id=answer.request_id,
    )


def redirect_error(status: int, headers: Mapping[str, str]) -> GatewayError:
    """For a 3xx, which is never followed; the message is the host it points at, without path or query."""
    try:
        target = urlsplit(headers.get("location", ""))
        host = target.hostname or ""
        host = f"{target.scheme}://{host}" if target.scheme and host else host
    except ValueError:
        host = ""
    return domain_error(ErrorAnswer(Failure(status, message=clean(host)), request_id_in(headers)))


def lost(reason: str, *, status: int | None = None, request_id: str = "") -> OutcomeUnknown:
    """What became of the call isn't known."""
    return OutcomeUnknown(reason, outcome=Outcome.LOST, status=status, request_id=request_id)


def not_sent(reason: str) -> NotSent:
    """Nothing left the machine."""
    return NotSent(reason, outcome=Outcome.NOT_SENT)


def _unknown_reason(failure: Failure) -> str:
    if failure.is_html:
        return "html"
    return "error_in_success" if failure.status == 200 else str(failure.status)


def _first(value: object) -> object:
    """Google sometimes wraps an error in a list of one."""
    found = elements(value)
    return found[0] if found else None


def _code(error: object, status: int) -> str:
    """The most telling of the codes; within a 200 a number decides, for there it is the true status."""
    code = member(error, "code")
    number = str(code) if isinstance(code, int) and not isinstance(code, bool) else ""
    words = text(error, "code"), text(error, "status"), text(error, "type")
    if number and status == 200:
        return number
    named = next((word for word in words if word and not word.isdigit()), "")
    return (named or number or words[0])[:_LONGEST_ID]


def _request_id(outer: object, error: object, message: str) -> str:
    named = text(error, "request_id", "requestId") or text(outer, "request_id", "requestId")
    found = _ID_IN_MESSAGE.search(message)
    return (named or (clean(found[1]) if found else ""))[:_LONGEST_ID]


def _retry_header(headers: Mapping[str, str], now: datetime) -> float | None:
    value = headers.get("retry-after", "").strip()
    if _SECONDS.fullmatch(value):
        return float(value.rstrip("s"))
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())


def _retry_in_body(error: object) -> float | None:
    for detail in members(error, "details"):
        found = _SECONDS.fullmatch(text(detail, "retryDelay", "retry_delay"))
        if found and text(detail, "@type").endswith("RetryInfo"):
            return float(found[1])
    return None
