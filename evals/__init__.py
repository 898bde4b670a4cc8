"""Conversations of people with the assistant, played against the real app and scored: `make eval`.

Each file of `conversations/` is a category. A conversation passes when its end state is exactly what was asked for,
what had to be said was said, nothing forbidden happened, and nothing else changed.
"""
