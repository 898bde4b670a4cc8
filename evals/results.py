"""A run in full, as JSON, for looking into what was said."""

import json
from dataclasses import asdict
from pathlib import Path

from evals.figures import Figures
from evals.running import Run
from evals.trial import Trial

FOLDER = Path(__file__).parent / "results"


def write(run: Run, rows: list[Figures], *, stamp: str, version: str, folder: Path = FOLDER) -> Path:
    """Returns the file: named by when and who answered."""
    folder.mkdir(exist_ok=True)
    who = "".join(letter if letter.isalnum() else "-" for letter in run.answerer)
    file = folder / f"{stamp.replace(':', '')}-{who}.json"
    document = {
        "at": stamp,
        "version": version,
        "mode": run.mode,
        "models": run.models,
        "figures": [asdict(row) for row in rows],
        "conversations": [
            {"category": category, "id": name, "trials": [_trial(trial) for trial in trials]}
            for category, named in run.trials.items()
            for name, trials in named.items()
        ],
    }
    file.write_text(json.dumps(document, indent=1, ensure_ascii=False))
    return file


def _trial(trial: Trial) -> dict[str, object]:
    return {
        "passed": trial.score.passed,
        "reasons": trial.score.reasons,
        "turns": [asdict(turn) for turn in trial.turns],
    }
