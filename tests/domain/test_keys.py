"""Where a key may be sent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.errors import UnusableAddress
from studio.domain.keys import Secret, checked_address, is_loopback


@pytest.mark.parametrize(
    ("address", "checked"),
    [
        ("https://bananarouter.com", "https://bananarouter.com"),
        (" https://api.bananarouter.com/ ", "https://api.bananarouter.com"),
        ("https://example.org:8443/proxy/", "https://example.org:8443/proxy"),
        ("http://localhost:8080", "http://localhost:8080"),
        ("http://127.0.0.1:9", "http://127.0.0.1:9"),
        ("http://127.8.8.8", "http://127.8.8.8"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_https_and_this_computer(address: str, checked: str) -> None:
    assert checked_address(address) == checked


@pytest.mark.parametrize(
    "address",
    [
        "",
        "bananarouter.com",
        "http://bananarouter.com",
        "http://localhost.evil.org",
        "http://127.0.0.1.evil.org",
        "http://0.0.0.0:8080",
        "http://192.168.0.2",
        "ftp://localhost",
        "file:///etc/passwd",
        "https://",
        "https://user:password@bananarouter.com",
        "https://bananarouter.com?key=1",
        "https://bananarouter.com#x",
        "https://bananarouter.com:port",
        "https://[::1",
        "demo",
    ],
)
def test_anywhere_else_no_key_goes(address: str) -> None:
    with pytest.raises(UnusableAddress):
        checked_address(address)


@given(st.text())
def test_any_text_is_an_address_or_an_expected_error(address: str) -> None:
    try:
        assert checked_address(address).startswith(("http", "HTTP", "Http"))
    except UnusableAddress:
        return


def test_loopback() -> None:
    assert all(map(is_loopback, ["localhost", "LOCALHOST", "127.0.0.1", "::1", "[::1]"]))
    assert not any(map(is_loopback, ["", "example.org", "10.0.0.1", "localhost."]))


@given(st.text(alphabet="abcdef0123456789", min_size=4))
def test_a_secret_shows_dots(text: str) -> None:
    secret = Secret(text)
    assert secret.reveal() == text
    assert repr(secret) == str(secret) == "Secret(••••)"
