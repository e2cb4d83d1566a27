"""The wire: one attempt over HTTP, from a recipe to pictures on disk."""

import sys

# With httpx comes its own command line, and with that rich and click: half of its time, and of its 11 MB. It
# does without where that can't be imported, which is what None says.
sys.modules.setdefault("httpx._main", None)  # pyright: ignore[reportArgumentType] - the language's own way
