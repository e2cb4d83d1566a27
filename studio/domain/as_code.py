"""The languages in which a call can be written down, to be made without the program."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

KEY_NAME: Final = "PROOFROOM_KEY"
"""The environment variable that stands for the key: code never holds the key itself."""


class CodeLanguage(StrEnum):
    """A language, or a library where one language has several."""

    CURL = "curl"
    PYTHON = "python"
    GOOGLE_GENAI = "google-genai"
    JAVASCRIPT = "javascript"
