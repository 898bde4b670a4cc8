"""Understanding English sentences about tasks, by rule: a sentence and its context become a plan of actions."""

from todo.interpreter.context import Context, Shown
from todo.interpreter.interpreting import interpret
from todo.interpreter.plan import Plan

__all__ = ["Context", "Plan", "Shown", "interpret"]
