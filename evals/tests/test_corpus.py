"""The conversations: enough of every kind, and read strictly."""

from pathlib import Path

import pytest

from evals.corpus import BadCorpus, load
from evals.facts import pattern

LEAST = {
    "add": 20, "list": 20, "complete": 20, "update": 20, "delete": 15, "ambiguous-match": 20, "missing-information": 20,
    "relative-dates": 40, "recurrence": 15, "references": 25, "correction": 15, "undo": 15, "batch": 15, "abstain": 15,
    "other-people": 10, "injection": 15, "languages": 15, "distractors": 10, "errors": 10, "long-history": 10,
}  # fmt: skip


def test_enough_of_every_kind() -> None:
    found = {category.name: len(category.conversations) for category in load()}
    assert found.keys() == LEAST.keys()
    assert {name: number for name, number in found.items() if number < LEAST[name]} == {}


def test_a_third_have_three_turns() -> None:
    conversations = [conversation for category in load() for conversation in category.conversations]
    long = [c for c in conversations if sum(turn.times for turn in c.turns) >= 3]
    assert len(long) * 3 >= len(conversations) >= 300


def test_every_fact_can_be_read() -> None:
    for category in load():
        for conversation in category.conversations:
            for turn in conversation.turns:
                facts = [fact for alternatives in turn.said for fact in alternatives]
                for fact in (*facts, *turn.unsaid, *conversation.never.said):
                    assert pattern(fact)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("- {id: a, turns: [{say: hi, sayd: [x]}]}", "sayd"),
        ("- {id: a, turns: [{said: [x]}]}", "a turn is one of"),
        ("- {id: a, turns: []}", "turns"),
        ("- {id: a, turns: [{say: hi}], deletes: [Milk]}", "never there: Milk"),
        ("- {id: a, tasks: [M, M], turns: [{say: hi}], deletes: [M]}", "several tasks"),
        ("- {id: a, turns: [{say: hi, wait: soon}]}", "no duration"),
        ("- {id: a, turns: [{say: hi}]}\n- {id: a, turns: [{say: hi}]}", "more than once"),
        ("- {id: a, turns: [", "add.yaml"),
    ],
)
def test_a_bad_file_is_refused(tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / "add.yaml").write_text(text)
    with pytest.raises(BadCorpus, match=complaint):
        load(tmp_path)


def test_what_people_say_stays_text(tmp_path: Path) -> None:
    (tmp_path / "add.yaml").write_text("- {id: a, tasks: [{title: 12, due: 2026-11-24}], turns: [{say: no}]}")
    ((conversation,),) = [category.conversations for category in load(tmp_path)]
    assert (conversation.turns[0].say, conversation.tasks[0].title, conversation.tasks[0].due) == (
        "no", "12", "2026-11-24",
    )  # fmt: skip


def test_only_some(tmp_path: Path) -> None:
    (tmp_path / "add.yaml").write_text("- {id: milk, turns: [{say: hi}]}\n- {id: eggs, turns: [{say: hi}]}")
    assert [c.id for category in load(tmp_path, ["egg"]) for c in category.conversations] == ["eggs"]
    assert len(load(tmp_path, ["add"])[0].conversations) == 2
