"""What tests of the whole window need."""

from tests.support.clearing import nothing_is_left

__all__ = ["nothing_is_left"]
