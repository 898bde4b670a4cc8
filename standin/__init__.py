"""A strict stand-in for the model provider, for tests, demos and benchmarks. It is no model.

It speaks the chat-completions wire format of Cohere's compatibility endpoint, refuses what Cohere does not list as
supported, and can be told to answer, to be slow and to fail in every way a provider does: see `Standin`.
"""

from standin.running import Standin
from standin.steps import Completion, Failure, Silence, Step, ToolCall

__all__ = ["Completion", "Failure", "Silence", "Standin", "Step", "ToolCall"]
