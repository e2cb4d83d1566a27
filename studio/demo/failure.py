"""Failures as the wire words them: the gateway's own shape, and the upstream model's (wire.md 2, 5 and 8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec


@dataclass(frozen=True, slots=True)
class Failure:
    """An answer that is no picture. `error` is the JSON object under the key "error"; None with `text`."""

    status: int
    error: dict[str, Any] | None
    text: str = ""

    def body(self, request_id: str) -> bytes:
        """The bytes of the answer, with the request id inside as the gateway has it."""
        if self.error is None:
            return self.text.encode()
        return msgspec.json.encode({"error": {**self.error, "request_id": request_id}})

    @property
    def media_type(self) -> str:
        return "text/html; charset=utf-8" if self.error is None else "application/json"


class Refused(Exception):
    """The request can't be answered with a picture."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure)
        self.failure = failure


def gateway_failure(status: int, kind: str, code: str, message: str) -> Failure:
    """The shape of wire.md 2."""
    return Failure(status=status, error={"message": message, "type": kind, "param": None, "code": code})


def invalid(message: str) -> Refused:
    """The model's refusal of a wrong request (wire.md 5)."""
    return Refused(Failure(status=400, error={"code": 400, "message": message, "status": "INVALID_ARGUMENT"}))


def no_key() -> Failure:
    return gateway_failure(401, "authentication_error", "invalid_api_key", "No API key was sent.")


def bad_key() -> Failure:
    return gateway_failure(401, "authentication_error", "invalid_api_key", "The API key is not valid.")


def no_quota() -> Failure:
    message = "The balance of this account is used up."
    return gateway_failure(403, "new_api_error", "insufficient_user_quota", message)


def not_found(path: str) -> Failure:
    return gateway_failure(404, "invalid_request_error", "not_found", f"There is nothing at {path}.")


def too_large() -> Failure:
    return gateway_failure(413, "invalid_request_error", "request_too_large", "The request is too large.")


def busy() -> Failure:
    message = "The upstream service is overloaded. Please try again later."
    return gateway_failure(503, "server_error", "internal_error", message)


def rate_limited(*, retry_seconds: float) -> Failure:
    """429 with the upstream's hint when to come back."""
    delay = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": f"{retry_seconds:g}s"}
    message = "Resource has been exhausted. Please retry later."
    error: dict[str, Any] = {
        "code": 429,
        "message": message,
        "status": "RESOURCE_EXHAUSTED",
        "details": [delay],
    }
    return Failure(status=429, error=error)


def html_page() -> Failure:
    """What a proxy in between says when the gateway behind it is gone."""
    page = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n"
    return Failure(status=502, error=None, text=page)
