"""Clock times told from the hour: "half past 3", "a quarter to five", "20 minutes past 3pm", "ten to noon"."""

from datetime import time

from .hour import close, meridiem, stands_alone
from .numbers import integer
from .piece import Clock, Hit, Piece
from .tokens import Sentence

NAMED = {"noon": time(12), "midday": time(12), "noontime": time(12), "midnight": time(0)}


def find(s: Sentence, i: int) -> Hit | None:
    """ "half past 3", "a quarter to five pm", "20 minutes past 3pm", "ten to noon"."""
    j = s.skip(i, "a")
    if s.word(j) in ("half", "quarter"):
        minutes, j = (30 if s.word(j) == "half" else 15), j + 1
        if minutes == 30 and s.word(j) not in ("past", "after"):
            return None
    else:
        number = integer(s, j)
        if number is None or not 1 <= number[0] <= 59:
            return None
        minutes, j = number
        counted = s.skip(j, "minutes", "minute", "mins", "min")
        in_words = s.at(j - 1).kind == "word" and minutes in (5, 10, 20, 25) and s.word(j) != "of"
        # "from 3 to 5" and "one of three" are not times unless the hour says so.
        if counted == j and s.word(j) != "past" and not in_words and not _says_hour(s, j + 1):
            return None
        j = counted
    if s.word(j) not in ("past", "after", "to", "till", "before", "of"):
        return None
    back = s.word(j) in ("to", "till", "before", "of")
    hour = _spoken_hour(s, j + 1)
    if hour is None:
        return None
    clock, end = hour
    total = clock.time.hour * 60 + (-minutes if back else minutes)
    told = total // 60 % 24
    return Piece(clock=Clock(time(12 if clock.vague and told == 0 else told, total % 60), vague=clock.vague)), end


def _spoken_hour(s: Sentence, i: int) -> tuple[Clock, int] | None:
    if s.word(i) in NAMED:
        return Clock(NAMED[s.word(i)]), i + 1
    number = integer(s, i)
    if number is None or not 1 <= number[0] <= 23:
        return None
    closed = close(number[0], 0, s, number[1])
    return (closed[0], closed[1]) if closed and (closed[2] or stands_alone(s, closed[1])) else None


def _says_hour(s: Sentence, i: int) -> bool:
    return s.word(i) in NAMED or meridiem(s, i + 1) is not None
