"""The conversations with a model: it is named, its tokens are counted, and chance is not taken for certainty."""

import asyncio

from evals.corpus import load
from evals.figures import figures
from evals.running import run
from standin import Standin, steps

MODEL = "command-a-03-2025"


async def test_a_model_is_measured_over_several_trials() -> None:
    async with Standin(steps.say("I read and write English.")) as model:
        given = {"llm_base_url": model.base_url, "LLM_API_KEY": model.key, "llm_model": MODEL, "chat_mode": "model"}
        languages = load(only=["languages-do-you-speak"])
        played = await asyncio.to_thread(run, languages, trials=4, workers=2, settings=given)
        asked = len(model.requests)
    (*_, row) = figures(played)
    assert played.answerer == f"model: {MODEL}"
    assert asked >= 4  # the app asks once more whether the model is there
    assert (row.conversations, row.pass1, row.pass4) == (1, 1.0, 1.0)
    assert row.tokens > 0
