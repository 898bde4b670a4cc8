"""Fixtures by subject live in `fixtures/`; every test of stored things runs on SQLite and on PostgreSQL."""

pytest_plugins = ["fixtures.databases", "fixtures.clients", "fixtures.people"]
