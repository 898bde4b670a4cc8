import pytest

from todo.accounts.emails import normalised


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ada@example.org", "ada@example.org"),
        ("  Ada.Lovelace@Example.ORG\n", "ada.lovelace@example.org"),
        ("ada+todo@example.org", "ada+todo@example.org"),
        ("ａｄａ＠example.org", "ada@example.org"),
        ("ada@münchen.example", "ada@xn--mnchen-3ya.example"),
        ("ada@xn--mnchen-3ya.example", "ada@xn--mnchen-3ya.example"),
        ("ada@localhost", "ada@localhost"),
    ],
)
def test_one_address_has_one_spelling(typed: str, kept: str) -> None:
    assert normalised(typed) == kept
    assert normalised(kept) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ada",
        "@example.org",
        "ada@",
        "ada@@example.org",
        "ada@example..org",
        "ada@-example.org",
        "ada lovelace@example.org",
        "ada@example.org\0",
        "a\ud800@example.org",
        "ada@\ud800.org",
        "ada@example.org>, <eve@example.org",
        f"{'a' * 250}@example.org",
        f"ada@{'a' * 64}.org",
    ],
)
def test_what_is_no_address(typed: str) -> None:
    with pytest.raises(ValueError, match="no e-mail address"):
        normalised(typed)
