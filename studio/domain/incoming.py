"""Where the bytes of a reply go while they arrive: the seam between gateway and library."""

from __future__ import annotations

from typing import Protocol


class Sink(Protocol):
    """Takes one picture's bytes in order. Never blocks for longer than a write to the page cache."""

    def write(self, _data: bytes, /) -> object:
        """Append these bytes."""
        ...

    def close(self) -> None:
        """No more bytes will come."""
        ...


class Incoming(Protocol):
    """The folder of one attempt under `incoming/`."""

    def open_sink(self, index: int, /) -> Sink:
        """The sink of the reply's picture number `index`, counted from 0."""
        ...

    def keep_rest(self, rest: bytes, /) -> None:
        """Keep the reply without its pictures, whole or as far as it came; or an error's body."""
        ...
