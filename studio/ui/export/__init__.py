"""The export dialog, and the card that shows what is under way without it."""
