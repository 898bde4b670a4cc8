"""A model's text on its way to the person, sentence by sentence; claims wait until a receipt backs them."""

from collections.abc import Callable

from todo.agent.llm.claims import Claim, Receipt, claim_of, sentences

LONGEST = 6_000
"""Characters; a model that says more is rambling."""
NOTHING_CHANGED = "(Nothing was changed.)"
"""After an answer to a wish for a change, whatever language it is in: no receipt, no change."""
NOTHING_DONE = "Nothing was changed. Say again what you want done, if something is to change."


class CheckedText:
    """`receipts` and `describes_done` are asked anew at each claim: what happened so far, and whether tasks that are
    done came up, so that "it is done" may describe one."""

    def __init__(
        self, say: Callable[[str], None], receipts: Callable[[], list[Receipt]], describes_done: Callable[[], bool]
    ) -> None:
        self._say = say
        self._receipts = receipts
        self._describes_done = describes_done
        self._open = ""
        self._held: list[str] = []
        self._said = 0
        self.repaired = False
        self.asks = False
        """Whether what was said last is a question."""

    def feed(self, delta: str) -> None:
        """More text. What is a whole sentence, and no claim that waits, is said at once."""
        whole, self._open = sentences(self._open + delta)
        for sentence in whole:
            self._take(sentence)

    def finish(self) -> None:
        """The run is over: what still claims what has no receipt is replaced by what is true."""
        if self._open:
            self._take(self._open)
        self._open = ""
        held, self._held = self._held, []
        for sentence in held:
            if self._is_true(sentence):
                self._out(sentence)
            else:
                self._repair()

    def drop(self) -> None:
        """The run failed: what was held back is never said."""
        self._open, self._held = "", []

    def _take(self, sentence: str) -> None:
        if self._held or not self._is_true(sentence):
            self._held.append(sentence)
        else:
            self._out(sentence)

    def _is_true(self, sentence: str) -> bool:
        claim = claim_of(sentence)
        return claim is None or claim.is_backed(self._receipts()) or self._describes(claim)

    def _describes(self, claim: Claim) -> bool:
        return not claim.by_me and "complete" in claim.actions and self._describes_done()

    def _repair(self) -> None:
        if not self.repaired and not self._receipts():
            self._out(f"{NOTHING_DONE} ")
        self.repaired = True

    def _out(self, sentence: str) -> None:
        rest = LONGEST - self._said
        if rest <= 0:
            return
        text = sentence if len(sentence) <= rest else f"{sentence[:rest]}…"
        self._said += len(sentence)
        self.asks = sentence.rstrip(' \n*"”’)').endswith(("?", "？"))
        self._say(text)
