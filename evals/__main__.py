"""`python -m evals`: play the conversations, print the table, write the scorecard, and fail when it is a drop.

Who answers is what the environment says: CHAT_MODE, COHERE_API_KEY, LLM_BASE_URL, LLM_API_KEY, LLM_MODEL. With none of
them it is the rules, offline.
"""

import argparse
import os
import sys
from datetime import UTC, datetime

from evals import baseline, results, scorecard
from evals.corpus import BadCorpus, load
from evals.figures import figures
from evals.running import OFFLINE, Run, run
from evals.scorecard import table
from todo.agent.llm import instructions
from todo.health.endpoints import VERSION
from todo.health.logging import configure

_MODEL = ("COHERE_API_KEY", "LLM_BASE_URL", "LLM_API_KEY")


def main() -> int:
    """Returns the exit status: 1 when something got worse than the baseline."""
    asked = _arguments()
    configure("development", "error")
    offline = os.environ.get("CHAT_MODE") == OFFLINE or not any(os.environ.get(name) for name in _MODEL)
    try:
        categories = load(only=asked.only)
    except BadCorpus as bad:
        print(bad, file=sys.stderr)
        return 2
    if not categories:
        print(f"No conversation is called anything like {', '.join(asked.only)}.", file=sys.stderr)
        return 2
    played = run(
        categories,
        trials=asked.trials or (2 if offline else 4),
        workers=asked.workers or (1 if offline else 4),
        settings={"chat_mode": OFFLINE} if offline else {},
        tell=_tell,
    )
    now, rows = datetime.now(UTC), figures(played)
    version = VERSION if offline else f"{VERSION}, instructions {instructions.VERSION}"
    print(f"\n{table(rows)}\n\nAnswered by {played.answerer}.")
    _show_failed(played, in_full=bool(asked.only))
    print(f"In full: {results.write(played, rows, stamp=now.isoformat(timespec='seconds'), version=version)}")
    if not asked.only:
        scorecard.write_page(played, rows, date=f"{now:%Y-%m-%d}", version=version)
        scorecard.write_readme(played, rows[-1], date=f"{now:%Y-%m-%d}")
    if asked.accept and not asked.only:
        baseline.accept(played.answerer, played.rates())
        return 0
    return _compare(played)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make eval ARGS=…", description="Play the conversations and score them.")
    parser.add_argument("only", nargs="*", help="words of categories or conversations; without any, all of them")
    parser.add_argument("--trials", type=int, help="of each conversation; 2 offline, 4 with a model")
    parser.add_argument("--workers", type=int, help="apps side by side; 1 offline, 4 with a model")
    parser.add_argument("--accept", action="store_true", help="hold what passes now as the baseline")
    return parser.parse_args()


def _tell(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} of {total}", end="", file=sys.stderr, flush=True)


def _show_failed(played: Run, *, in_full: bool) -> None:
    for category, named in played.trials.items():
        for name, trials in named.items():
            failed = [trial for trial in trials if not trial.score.passed]
            if not failed:
                continue
            print(f"\n{category}/{name}: failed {len(failed)} of {len(trials)}")
            if in_full:
                print("\n".join(f"   > {turn.person}\n   < {turn.assistant}" for turn in failed[0].turns))
            print("\n".join(f"   {reason}" for reason in failed[0].score.reasons))


def _compare(played: Run) -> int:
    before = baseline.read(played.answerer)
    if before is None:
        print("There is no baseline for this answerer; `make eval ARGS=--accept` makes this one.")
        return 0
    dropped = baseline.drops(before, played.rates(), repeats=played.repeats)
    for drop in dropped:
        print(f"WORSE {drop}")
    if dropped:
        print("Mend what got worse, or, when it is meant, accept it: `make eval ARGS=--accept`.")
    return 1 if dropped else 0


if __name__ == "__main__":
    sys.exit(main())
