"""Threads that read kinds of JSON for the first time, all at once: in a process that may be lost by it."""

import subprocess
import sys

import pytest

_AT_ONCE = """
import sys, threading
from dataclasses import make_dataclass
from studio.library.decoding import decoder_of

sys.setswitchinterval(1e-6)
for number in range(60):
    inner = [make_dataclass(f"Inner{number}_{at}", [("a", int), ("b", "str | None")]) for at in range(6)]
    fields = [[("first", one), ("all", list[inner[0]])] for one in inner]
    kinds = [make_dataclass(f"Kind{number}_{at}", fields[at]) for at in range(6)]
    ready = threading.Barrier(6)

    def read(at):
        ready.wait()
        for kind in kinds[at:] + kinds[:at]:
            read = decoder_of(kind).decode(b'{"first": {"a": 1, "b": null}, "all": []}')
            assert read.first.a == 1

    threads = [threading.Thread(target=read, args=(at,)) for at in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
print("all read")
"""


@pytest.mark.timeout(120)
def test_kinds_that_several_threads_read_at_once_for_the_first_time() -> None:
    ended = subprocess.run([sys.executable, "-c", _AT_ONCE], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (0, "all read\n"), ended.stderr[-2000:]
