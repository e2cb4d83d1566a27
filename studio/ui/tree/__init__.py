"""One tree as a page of the window."""
