"""E-mail addresses in one spelling, so that one address is one account."""

import re
import unicodedata

MAX_LENGTH = 254  # RFC 5321 section 4.5.3.1.3, less the angle brackets

# What browsers take as an address: WHATWG HTML, "valid e-mail address".
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_ADDRESS = re.compile(rf"[a-z0-9.!#$%&'*+/=?^_`{{|}}~-]+@{_LABEL}(?:\.{_LABEL})*")


def normalised(text: str) -> str:
    """`text` without surrounding space, in lower case, its domain in ASCII (IDNA, RFC 3490).

    Raises:
        ValueError: this is no e-mail address; the message is for a person.
    """
    folded = unicodedata.normalize("NFKC", text.strip()).lower()
    local, at, domain = folded.rpartition("@")
    try:
        address = f"{local}{at}{domain.encode('idna').decode()}"
    except UnicodeError:
        address = ""
    if len(address) > MAX_LENGTH or not _ADDRESS.fullmatch(address):
        raise ValueError("This is no e-mail address, such as ada@example.org.")
    return address
