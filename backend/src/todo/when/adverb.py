"""Adverbs of repetition: "weekly", "bi-weekly", "on a daily basis", "a daily reminder"; not "the weekly report"."""

from . import daypart
from .calendar import PLURAL_WEEKDAYS, WEEKDAYS
from .monthly import detailed
from .piece import Hit, Piece
from .rule import Rule
from .tokens import Sentence, words

ADVERBS = {
    "hourly": Rule("HOURLY"),
    "daily": Rule("DAILY"),
    "everyday": Rule("DAILY"),
    "weekly": Rule("WEEKLY"),
    "biweekly": Rule("WEEKLY", 2),
    "fortnightly": Rule("WEEKLY", 2),
    "monthly": Rule("MONTHLY"),
    "bimonthly": Rule("MONTHLY", 2),
    "quarterly": Rule("MONTHLY", 3),
    "semiannually": Rule("MONTHLY", 6),
    "biannually": Rule("MONTHLY", 6),
    "bianually": Rule("MONTHLY", 6),
    "yearly": Rule("YEARLY"),
    "annually": Rule("YEARLY"),
    "anually": Rule("YEARLY"),
    "biennially": Rule("YEARLY", 2),
}
REMINDERS = words("reminder reminders task tasks todo todos alarm alarms chore chores habit habits")


def find(s: Sentence, i: int) -> Hit | None:
    """ "weekly", "on a daily basis"; before a noun it describes that ("the weekly report"), save "a daily reminder"."""
    j = i
    if s.word(i) in ("on", "a"):
        j = s.skip(s.skip(i, "on"), "a")
    prefix = s.word(j) in ("bi", "semi") and s.word(j + 1) == "-"
    word = s.word(j) + s.word(j + 2) if prefix else s.word(j)
    end = j + 3 if prefix else j + 1
    if word == "nightly":
        return (Piece(rule=Rule("DAILY"), part=daypart.PARTS["night"]), end) if s.closes(end) else None
    rule = ADVERBS.get(word)
    if rule is None:
        return None
    if s.word(end) == "basis" and j > i:
        return Piece(rule=rule), end + 1
    if s.word(end) in REMINDERS:
        return Piece(rule=rule), end
    if s.word(j - 1) in ("the", "my", "our", "a", "this"):
        return None
    if j > i or (not _adverbial(s, end) and word != "everyday"):
        return None
    return detailed(s, rule, end)


def _adverbial(s: Sentence, i: int) -> bool:
    return (
        s.closes(i)
        or s.word(i) in ("at", "on", "about", "that", "starting", "beginning", "my", "the", "until")
        or (s.at(i).kind == "figure" or s.word(i) in WEEKDAYS or s.word(i) in PLURAL_WEEKDAYS)
    )
