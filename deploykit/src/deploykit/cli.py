"""The command line. Statuses: 0 done, 1 something broke, 2 wrong usage, 3 something is missing, 130 Ctrl-C."""

import argparse
import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

from rich.console import Console

from deploykit.deploy import down as removal
from deploykit.deploy import prerequisites
from deploykit.deploy.cluster import Cluster
from deploykit.deploy.contexts import current
from deploykit.deploy.display import Display
from deploykit.deploy.prerequisites import HELM, KUBECTL
from deploykit.deploy.up import Choices, up
from deploykit.errors import INTERRUPTED, DeployError, WrongUsage
from deploykit.project import Project, find, read

_STATUSES = (
    "ends with 0 when done, 1 when something broke, 2 for wrong usage, 3 when something is missing, 130 after Ctrl-C"
)


def main(arguments: list[str] | None = None) -> NoReturn:
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Returns the exit status."""
    said = _parser().parse_args(arguments)
    display, errors = Display(Console()), Display(Console(stderr=True))
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        file = Path(said.project).absolute() if said.project else find(Path.cwd())
        project = read(file)
        return _up(project, said, display) if said.command == "up" else _down(project, said, display)
    except DeployError as error:
        errors.say(f"\n{error}", "red" if error.status == 1 else "")
        return error.status
    except KeyboardInterrupt:
        errors.say(f"\nStopped. `deploykit {said.command}` goes on from here.")
        return INTERRUPTED


def _up(project: Project, said: argparse.Namespace, display: Display) -> int:
    more = [word for each in said.set for word in ("--set", each)]
    more += [word for each in said.values for word in ("--values", str(Path(each).absolute()))]
    choices = Choices(said.on, said.load, said.push, tuple(more), said.timeout, not said.yes)
    up(project, said.namespace or project.name, choices, display)
    return 0


def _down(project: Project, said: argparse.Namespace, display: Display) -> int:
    prerequisites.check((KUBECTL, HELM))
    cluster = Cluster(current(said.on), said.namespace or project.name)
    cluster.check()
    found = removal.plan(project, cluster, data=said.data)
    if not found:
        display.say(f"Nothing of {project.name} is in the namespace {cluster.namespace} of {cluster.context.name}.")
        return 0
    if not said.yes:
        display.say(f"From {cluster.context.name}, namespace {cluster.namespace}:")
        for line in found:
            display.say(f"- {line}")
        if not sys.stdin.isatty():
            raise WrongUsage("Nothing is removed without being asked: say --yes where there is no one to ask.")
        if input("Remove it? [y/N] ").strip().lower() not in {"y", "yes"}:
            display.say("Nothing is removed.")
            return 1
    removal.down(project, cluster, display, data=said.data)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="deploykit", description="Deploy a project to Kubernetes.", epilog=_STATUSES)
    commands = parser.add_subparsers(dest="command", required=True)
    up_ = commands.add_parser("up", help="build, load, install or upgrade, wait, test", epilog=_STATUSES)
    down_ = commands.add_parser("down", help="remove what up made, and nothing else", epilog=_STATUSES)
    for each in (up_, down_):
        each.add_argument(
            "--project", metavar="FILE", help="the deploykit.toml; the nearest one above here if not given"
        )
        each.add_argument(
            "--on", metavar="WHERE", help="minikube, kind, k3d or a context; the current context if not given"
        )
        each.add_argument("--namespace", help="instead of the project's name")
        each.add_argument("--yes", action="store_true", help="ask nothing")
    load = os.environ.get("CLUSTER_LOAD")
    up_.add_argument("--load", metavar="COMMAND", default=load, help="loads the image named after it (CLUSTER_LOAD)")
    up_.add_argument("--push", metavar="REGISTRY", help="push the images to a registry that the cluster pulls from")
    up_.add_argument(
        "--set", metavar="NAME=VALUE", action="append", default=[], help="a value of the chart, as for helm"
    )
    up_.add_argument("--values", metavar="FILE", action="append", default=[], help="values of the chart, as for helm")
    up_.add_argument(
        "--timeout", metavar="SECONDS", type=float, default=300, help="the longest wait for the pods (300)"
    )
    down_.add_argument("--data", action="store_true", help="delete volume claims and what is stored in them, too")
    return parser
