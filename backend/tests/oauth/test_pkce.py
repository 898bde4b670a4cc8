import string

from hypothesis import given
from hypothesis import strategies as st

from todo.oauth.pkce import challenge_of, is_challenge, verifies

UNRESERVED = string.ascii_letters + string.digits + "-._~"
VERIFIERS = st.text(UNRESERVED, min_size=43, max_size=128)


def test_the_example_of_rfc_7636_appendix_b() -> None:
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    assert challenge_of(verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    assert verifies(verifier, "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")


@given(VERIFIERS)
def test_a_verifier_fits_its_challenge(verifier: str) -> None:
    assert is_challenge(challenge_of(verifier))
    assert verifies(verifier, challenge_of(verifier))
    assert not verifies(challenge_of(verifier), challenge_of(verifier)), "the method plain"


@given(VERIFIERS, VERIFIERS)
def test_another_verifier_does_not(one: str, other: str) -> None:
    assert verifies(one, challenge_of(other)) == (one == other)


@given(st.text(max_size=200))
def test_nothing_else_is_a_verifier(text: str) -> None:
    if not 43 <= len(text) <= 128 or set(text) - set(UNRESERVED):
        assert not verifies(text, challenge_of("x" * 43))


@given(st.text(max_size=60))
def test_a_challenge_is_43_characters_of_base64url(text: str) -> None:
    alphabet = set(string.ascii_letters + string.digits + "-_")
    assert is_challenge(text) == (len(text) == 43 and set(text) <= alphabet)
