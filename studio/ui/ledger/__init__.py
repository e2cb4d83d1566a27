"""The ledger as a page of the window."""
