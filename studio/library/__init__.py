"""Everything on disk: pictures, sidecars, the index, the ledger. The only importer of sqlite3."""
