"""Pieces that know nothing of to-dos: database, clock, ids, pages, event streams, rate limits."""
