"""What the wire loads with it."""

import subprocess
import sys


def test_httpx_comes_without_its_own_command_line() -> None:
    """Rich and click would take 5 MB of every window, and a third of the engine's time to load."""
    code = "import sys, studio.gateway.client; print({'httpx', 'rich', 'click'} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "{'httpx'}"
