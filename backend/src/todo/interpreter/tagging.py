"""Sentences that tag and untag tasks: "tag the poster with art", "remove the tag art from the poster"."""

import re
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.fields import split_tags
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Changes, Target, Update
from todo.interpreter.reference import resolve
from todo.interpreter.targets import read_target

_SIGNED: Final = r"#[\w/-]+(?:(?:,| and) #?[\w/-]+)*"
_TAGS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # "tag the poster with art and home"
        r"(?:tag|label) (?P<what>.+?) (?:with|as|by) (?P<tags>[#\w][#\w/ ,&-]*)$",
        # "add the tag art to the poster"
        r"(?:add|put|attach|apply|set|give) (?:the |a )?(?:tags?|labels?) "
        r"(?P<tags>[#\w\ue000\"'][^ ]*(?:(?:,| and) [#\w]+)*) (?:to|on) (?P<what>.+)$",
        # "add #art to the poster"
        rf"(?:add|put|attach) (?P<tags>{_SIGNED}) (?:to|on) (?P<what>.+)$",
        # "tag the poster #art #home"
        r"tag (?P<what>.+?) (?P<tags>#[\w/-]+(?: #[\w/-]+)*)$",
    )
)
_REMOVE: Final = r"(?:remove|delete|drop|take|clear|strip)(?: off)? (?:the )?"
_UNTAGS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # "remove the tags art, home from the poster"
        rf"{_REMOVE}(?:tags?|labels?) (?P<tags>#?[\w/-]+(?:(?:,| and) #?[\w/-]+)*) (?:from|off|of|on) (?P<what>.+)$",
        # "remove #art from the poster", "take the art tag off the poster"
        rf"{_REMOVE}(?P<tags>#[\w/-]+(?: (?:tag|label))?|[\w/-]+ (?:tag|label)) (?:from|off|of|on) (?P<what>.+)$",
        # "untag the poster from art", "untag the poster"
        r"untag (?P<what>.+?)(?: (?:from|as) (?P<tags>#?[\w/-]+))?$",
    )
)
# "tag the poster": with what is yet to be said
_UNNAMED: Final = re.compile(r"(?:tag|label) (?P<what>(?!.* (?:with|as) ).+)$")


def parse_tagging(phrase: Phrase, context: Context) -> Update | None:
    """Tags to put on a task or take off it; "untag" alone empties them."""
    for pattern in _TAGS:
        if found := pattern.match(phrase.low):
            tags = split_tags(phrase.text[found.start("tags") : found.end("tags")])
            return Update(_target(phrase, found, context), Changes(add_tags=tags))
    for pattern in _UNTAGS:
        if found := pattern.match(phrase.low):
            words = re.sub(r" (?:tag|label)$", "", found["tags"] or "")
            changes = Changes(remove_tags=split_tags(words)) if words else Changes(clear=frozenset({"tags"}))
            return Update(_target(phrase, found, context), changes)
    if (found := _UNNAMED.match(phrase.low)) and (context.points_at(found["what"]) or resolve(found["what"], context)):
        return Update(_target(phrase, found, context), field="tags")
    return None


def _target(phrase: Phrase, found: re.Match[str], context: Context) -> Target:
    return read_target(phrase.part(found), context)
