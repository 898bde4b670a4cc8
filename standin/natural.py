"""What the stand-in answers without a script, in demos and benchmarks. It is no model: it knows three sentences.

A sentence such as "add milk" is a call of `add_task`, a tool's result is quoted, and anything else is answered alike.
"""

import re

from standin.script import ChatRequest
from standin.steps import Step, call, say

_ADD = re.compile(
    r"(?:please\s+)?(?:add(?:\s+a\s+task)?|remind\s+me|remember|i\s+(?:need|have|want))\s*:?\s+(?:to\s+)?(?P<title>.+)",
    re.IGNORECASE | re.DOTALL,
)


def answer(request: ChatRequest) -> Step:
    if request.messages[-1]["role"] == "tool":
        return say(f"The list says: “{request.last('tool')}”")
    adding = _ADD.fullmatch((request.last("user") or "").strip().rstrip(".!"))
    if adding and "add_task" in request.tools:
        return call("add_task", title=adding["title"])
    return say("I am a stand-in for a model. Say “add” and a task, and I add it.")
