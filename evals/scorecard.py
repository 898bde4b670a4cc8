"""The scorecard: the table as it is printed, the page in docs/reference, and the rows that README shows.

The page has a section, and README a row, for each answerer; a run replaces its own.
"""

import re
from pathlib import Path

from evals.figures import ALL, Figures
from evals.running import Run

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reference" / "scorecard.md"
README = ROOT / "README.md"
_HEAD = (
    "category", "conversations", "pass^1 (95 %)", "pass^4", "turns", "asks: precision, recall", "tools", "tokens", "s",
)  # fmt: skip
_INTRODUCTION = """# Scorecard

Written by `make eval`; do not edit. Conversations of our own are in `evals/conversations`, a file a category. One
passes when its end state is exactly what was asked for, what had to be said was said, nothing forbidden happened, and
nothing else changed: 1 or 0. **pass^1** is the share that passes, with its 95 % interval (Wilson); **pass^4** the
chance that four trials of one all pass. *asks*: of the questions asked those that were due, and of those due the ones
asked. *turns*, *tools* and *tokens* are means of a conversation; *s* is the median of a turn, where it ran.
"""
_MARK = "<!-- answerer: {} -->"
_README_MARKS = ("<!-- scorecard, written by make eval -->", "<!-- end of scorecard -->")
_README_HEAD = "| who answers | conversations | pass^1 (95 %) | pass^4 | date |\n|---|---|---|---|---|"


def table(rows: list[Figures]) -> str:
    """Aligned, for a terminal."""
    cells = [_HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(_HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
    )


def write_page(run: Run, rows: list[Figures], *, date: str, version: str, file: Path = PAGE) -> None:
    """Replace the answerer's section."""
    sections = _sections(file.read_text()) if file.exists() else {}
    sections[run.answerer] = _section(run, rows, date, version)
    body = "\n".join(f"{_MARK.format(name)}\n{text}" for name, text in sorted(sections.items(), key=_offline_first))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{_INTRODUCTION}\n{body}")


def write_readme(run: Run, total: Figures, *, date: str, file: Path = README) -> None:
    """Replace the answerer's row between the marks. Raises ValueError when there are no marks."""
    begin, end = _README_MARKS
    before, found, rest = file.read_text().partition(begin)
    shown, ended, after = rest.partition(end)
    if not (found and ended):
        raise ValueError(
            f"{file.name} has no place for the scorecard; put these two lines where it belongs: {begin} {end}"
        )
    rows = {line.split("|")[1].strip(): line for line in shown.splitlines() if line.startswith("|")}
    kept = {name: line for name, line in rows.items() if name not in ("who answers", "---")}
    kept[run.answerer] = (
        f"| {run.answerer} | {total.conversations} | {_rate(total)} | {_optional(total.pass4)} | {date} |"
    )
    lines = "\n".join(line for _, line in sorted(kept.items(), key=_offline_first))
    file.write_text(f"{before}{begin}\n{_README_HEAD}\n{lines}\n{end}{after}")


def _section(run: Run, rows: list[Figures], date: str, version: str) -> str:
    trials = max(len(trials) for named in run.trials.values() for trials in named.values())
    same = " Each said the same word for word, so pass^4 is pass^1." if run.repeats else ""
    said = f"{date}, version {version}, `CHAT_MODE={run.mode}`; {trials} trials of each conversation.{same}"
    lines = [f"| {' | '.join(_HEAD)} |", f"|{'---|' * len(_HEAD)}", *(f"| {' | '.join(_cells(row))} |" for row in rows)]
    failed = [f"- `{name}`: {reason}" for name, reason in _failed(run)] or ["None."]
    return "\n".join([f"## {run.answerer}", "", said, "", *lines, "", "### What fails", "", *failed, ""])


def _failed(run: Run) -> list[tuple[str, str]]:
    """Each conversation that failed in any trial, with the first reason."""
    found = []
    for named in run.trials.values():
        for name, trials in named.items():
            failed = [trial for trial in trials if not trial.score.passed]
            if failed:
                often = f" ({len(failed)} of {len(trials)})" if len(failed) < len(trials) else ""
                found.append((name, _one_line(failed[0].score.reasons[0]) + often))
    return found


def _one_line(reason: str) -> str:
    return " ".join(reason.replace("|", "/").split())[:200]


def _sections(page: str) -> dict[str, str]:
    parts = re.split(_MARK.format("(.+)") + "\n", page)
    return dict(zip(parts[1::2], (text.rstrip("\n") + "\n" for text in parts[2::2]), strict=True))


def _offline_first(section: tuple[str, str]) -> tuple[bool, str]:
    return section[0] != "offline", section[0]


def _cells(row: Figures) -> tuple[str, ...]:
    asks = (
        "–" if row.recall is None and row.precision is None else f"{_optional(row.precision)}, {_optional(row.recall)}"
    )
    name = "**all**" if row.name == ALL else row.name
    return (
        name, str(row.conversations), _rate(row), _optional(row.pass4), f"{row.turns:.1f}", asks,
        f"{row.tools:.1f}", f"{row.tokens:,.0f}", f"{row.seconds:.3f}",
    )  # fmt: skip


def _rate(row: Figures) -> str:
    low, high = row.interval
    return f"{row.pass1:.3f} ({low:.2f}–{high:.2f})"


def _optional(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
