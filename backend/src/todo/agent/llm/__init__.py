"""Answering through a language model: whose, how it is asked, and what it is kept from."""
