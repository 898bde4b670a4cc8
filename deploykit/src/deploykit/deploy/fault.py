"""One reason why a release does not become ready."""

from dataclasses import dataclass

NEVER = float("inf")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is broken and why.

    `patience` is how many seconds it may last before waiting longer makes no sense: a crash can heal when what the
    program needs comes up, a name of an image that is none cannot. `pod` and `container` are whose log tells more, if
    not empty; `previous` that of the container's run before this one.
    """

    code: str
    about: str
    what: str
    why: str
    remedy: str
    patience: float
    pod: str = ""
    container: str = ""
    previous: bool = False
