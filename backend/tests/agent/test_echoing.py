"""The act before, once more or for another task; choices by their day; what is past."""

from agent.talk import Talk


async def test_once_more(talk: Talk) -> None:
    for title in ("Lamp", "Desk", "Chair"):
        await talk.add(title)
    await talk.say("delete the desk")
    assert (await talk.say("and the lamp")).done == ["delete Lamp"]


async def test_it_is_of_the_turn_before_alone(talk: Talk) -> None:
    await talk.add("Lamp")
    await talk.add("Desk")
    await talk.say("delete the desk")
    await talk.say("show my tasks")
    assert (await talk.say("and the lamp")).done == []


async def test_on_the_same_list(talk: Talk) -> None:
    await talk.say("put figs on my market list")
    assert (await talk.say("rye flour as well")).task["list"] == "market"


async def test_the_other_one_was_meant(talk: Talk) -> None:
    await talk.add("Wash the red kettle")
    await talk.add("Wash the blue kettle")
    await talk.say("wash the blue kettle is done")
    meant = await talk.say("no, i meant the red kettle")
    assert [(event["action"], event["after"]["title"], event["after"]["status"]) for event in meant.receipts] == [
        ("undo", "Wash the blue kettle", "open"),
        ("complete", "Wash the red kettle", "done"),
    ]


async def test_a_choice_by_its_day(talk: Talk) -> None:
    await talk.add("Rehearsal", due="2026-11-24T18:00")
    await talk.add("Rehearsal dinner", due="2026-11-28T19:00")
    assert (await talk.say("delete rehearsals")).done == []
    assert (await talk.say("the one on saturday")).done == ["delete Rehearsal dinner"]


async def test_accents_may_be_left_out_and_emoji_count(talk: Talk) -> None:
    for title in ("Réserver le gîte", "🎂 for Ben", "🎁 for Ben"):
        await talk.add(title)
    assert (await talk.say("reserver le gite is done")).done == ["complete Réserver le gîte"]
    assert (await talk.say("🎂 for ben is done")).done == ["complete 🎂 for Ben"]


async def test_a_time_that_is_past_is_said_to_be(talk: Talk) -> None:
    assert "in the past already" in (await talk.say("add figs today at 00:01")).text
    assert "in the past" not in (await talk.say("add eggs tomorrow at 00:01")).text
