"""The page and README keep what others answered, and replace their own."""

from pathlib import Path

import pytest

from evals.conversation import Conversation
from evals.figures import Figures, figures
from evals.running import Run
from evals.scorecard import table, write_page, write_readme
from evals.scoring import Score
from evals.trial import Said, Trial

MARKS = "<!-- scorecard, written by make eval -->\n<!-- end of scorecard -->\n"


def run(model: str, *passed: bool) -> Run:
    said = Said("hi", "Hello.", expected=False, asked=False, tools=1, tokens=20, seconds=0.5, model=model)
    conversation = Conversation.model_validate({"id": "a-greeting", "turns": [{"say": "hi"}]})
    trials = [Trial(conversation, Score(end=[] if good else ["“Milk” | is gone"]), [said]) for good in passed]
    return Run("auto", {"add": {"a-greeting": trials}})


def test_figures() -> None:
    half = figures(run("m", True, False, True, False))[0]
    assert (half.pass1, half.pass4, half.turns, half.tokens, half.seconds) == (0.5, 0.0, 1, 20, 0.5)
    assert (half.precision, half.recall) == (None, None)
    assert "0.500 (0.05–0.95)" in table([half])


@pytest.mark.parametrize(("trials", "pass4"), [((True,), None), ((True, True), 1.0), ((True,) * 4, 1.0)])
def test_pass4_is_not_made_up(trials: tuple[bool, ...], pass4: float | None) -> None:
    assert figures(run("offline", *trials))[0].pass4 == pass4


def test_page(tmp_path: Path) -> None:
    page = tmp_path / "reference" / "scorecard.md"
    for played in (run("m", True), run("offline", False, True), run("offline", False, False)):
        write_page(played, figures(played), date="2026-11-23", version="1.0", file=page)
    text = page.read_text()
    assert text.index("## offline") < text.index("## auto: m")
    assert text.count("## offline") == 1
    assert "- `a-greeting`: end: “Milk” / is gone\n" in text
    assert "so pass^4 is pass^1" in text.partition("## auto: m")[0]


def test_readme(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"# Title\n\n{MARKS}\nThe rest.\n")
    rows: Figures
    for played in (run("m", True), run("offline", False, False), run("offline", True, True)):
        *_, rows = figures(played)
        write_readme(played, rows, date="2026-11-23", file=readme)
    lines = readme.read_text().splitlines()
    assert lines[5:7] == [
        "| offline | 1 | 1.000 (0.21–1.00) | 1.00 | 2026-11-23 |",
        "| auto: m | 1 | 1.000 (0.21–1.00) | – | 2026-11-23 |",
    ]
    assert lines[-1] == "The rest."


def test_readme_without_a_place(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("# Title\n")
    played = run("offline", True)
    with pytest.raises(ValueError, match="no place for the scorecard"):
        write_readme(played, figures(played)[-1], date="2026-11-23", file=readme)
