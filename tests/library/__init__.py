"""The library, with real folders, real SQLite and real pictures."""
