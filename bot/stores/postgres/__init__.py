"""The store for many machines: the same documents as JSONB in PostgreSQL, keyed by person."""
