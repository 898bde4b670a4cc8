"""Past tense to the plain verb of a title: "I bought milk" is about the task "buy milk"."""

from typing import Final

from todo.interpreter.lexicon import TASK_VERBS

_IRREGULAR: Final = {
    "bought": "buy", "paid": "pay", "sent": "send", "wrote": "write", "written": "write", "took": "take",
    "taken": "take",
    "met": "meet", "did": "do", "made": "make", "got": "get", "read": "read", "ran": "run", "fed": "feed",
    "sold": "sell",
    "built": "build", "learned": "learn", "learnt": "learn", "swept": "sweep", "hung": "hang", "brought": "bring",
    "spoke": "speak",
    "told": "tell", "gave": "give", "went": "go", "cut": "cut", "rang": "ring", "drove": "drive", "found": "find",
    "saw": "see",
    "withdrew": "withdraw", "left": "leave", "printed": "print", "shot": "shoot", "planned": "plan", "dropped": "drop",
    "mopped": "mop", "shopped": "shop", "scanned": "scan", "trimmed": "trim", "wrapped": "wrap", "jogged": "jog",
}  # fmt: skip


def present(verb: str) -> str | None:
    """The plain form of a past tense that says what people do, or nothing for other words."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("ied") and verb[:-3] + "y" in TASK_VERBS:
        return verb[:-3] + "y"
    for ending in ("ed", "d"):
        if verb.endswith(ending) and verb[: -len(ending)] in TASK_VERBS:
            return verb[: -len(ending)]
    return None
