"""People's text, made safe to store: no NUL, no broken Unicode, one line where one line is meant."""

import unicodedata

from todo.errors import InvalidRequest


def clean_text(text: str, what: str, *, most: int, least: int = 0) -> str:
    """`text` without surrounding space, NFC, `least` to `most` characters long; line breaks stay.

    Raises:
        InvalidRequest: it is too short, too long, or holds characters that cannot be stored.
    """
    if "\0" in text or any("\ud800" <= char <= "\udfff" for char in text):
        raise _invalid(what, f"The {what} holds a character that cannot be stored. Type it again, without pasting.")
    cleaned = unicodedata.normalize("NFC", text).strip()
    if len(cleaned) < least:
        raise _invalid(
            what, f"The {what} is empty. Write at least one character." if not cleaned else _short(what, least)
        )
    if len(cleaned) > most:
        raise _invalid(what, f"The {what} has {len(cleaned):,} characters; {most:,} is the most. Shorten it.")
    return cleaned


def clean_line(text: str, what: str, *, most: int, least: int = 1) -> str:
    """As `clean_text`, on one line: every run of white space and control characters becomes one space."""
    cleaned = clean_text(text, what, most=10 * most)
    line = " ".join("".join(" " if unicodedata.category(char) == "Cc" else char for char in cleaned).split())
    return clean_text(line, what, most=most, least=least)


def folded(text: str) -> str:
    """`text` for comparing: upper and lower case are alike, and so are the ways to write an accent (Unicode, D146)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def _short(what: str, least: int) -> str:
    return f"The {what} is too short: {least} characters or more."


def _invalid(what: str, message: str) -> InvalidRequest:
    return InvalidRequest(message, errors=[{"field": what.replace(" ", "_"), "message": message}])
