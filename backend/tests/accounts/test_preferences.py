from zoneinfo import ZoneInfo

import pytest

from todo.accounts import preferences


@pytest.mark.parametrize("name", ["Europe/Berlin", "UTC", "Asia/Calcutta", "America/Argentina/Buenos_Aires"])
def test_a_zone_of_the_database_or_an_alias_in_it(name: str) -> None:
    assert preferences.time_zone(name) == name


@pytest.mark.parametrize(
    "name", ["", "Mars/Olympus", "europe/berlin", "../../etc/passwd", "America", "CET-1CEST", "\0"]
)
def test_no_zone(name: str) -> None:
    with pytest.raises(ValueError, match="no such time zone"):
        preferences.time_zone(name)
    assert preferences.time_zone_or_default(name) == "UTC"


def test_every_zone_that_is_taken_can_be_used() -> None:
    assert all(ZoneInfo(name).key == name for name in preferences.zones())


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("en", "en"),
        ("EN-gb", "en-GB"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("de-DE-1996", "de-DE-1996"),
        ("th-TH-u-nu-thai", "th-TH-u-nu-thai"),
    ],
)
def test_a_language_tag_in_its_usual_case(typed: str, kept: str) -> None:
    assert preferences.locale(typed) == kept


@pytest.mark.parametrize("tag", ["", "C", "e", "en_GB", "en-US@posix", "en-", "english-please", "en-" + "abcde-" * 9])
def test_no_language_tag(tag: str) -> None:
    with pytest.raises(ValueError, match="no language tag"):
        preferences.locale(tag)
    assert preferences.locale_or_default(tag) == "en"
