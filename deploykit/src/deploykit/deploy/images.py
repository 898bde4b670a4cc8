"""Building images and bringing them to the cluster, only as far as something changed.

Each image has two tags. `src-…` is the digest of what it is built from: where it exists, nothing is built. `sha-…` is
the image's own: it goes into the chart, so that pods are replaced exactly when the image is another one.
"""

import hashlib
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from deploykit.command import run
from deploykit.deploy.cluster import Cluster
from deploykit.deploy.contexts import Kind
from deploykit.deploy.ignoring import files, read_rules
from deploykit.errors import CommandFailed, DeployError, Missing
from deploykit.project import Image

_BUILD_SECONDS = 3600.0
_LOAD_SECONDS = 900.0


@dataclass(frozen=True, slots=True)
class Built:
    repository: str
    tag: str

    @property
    def reference(self) -> str:
        return f"{self.repository}:{self.tag}"


def source_digest(image: Image) -> str:
    """Of every file that Docker would send, its name and whether it may be executed, and of the Dockerfile."""
    digest = hashlib.sha256(image.dockerfile.read_bytes())
    for file in files(image.context, read_rules(image.context, image.dockerfile)):
        name = file.relative_to(image.context).as_posix()
        content = str(file.readlink()).encode() if file.is_symlink() else file.read_bytes()
        mode = "x" if file.stat(follow_symlinks=False).st_mode & 0o100 else "-"
        digest.update(f"{name}\0{mode}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:12]


def present(image: Image) -> Built | None:
    """The image as it was built from the same sources before, or None."""
    try:
        return _tagged(image, run(["docker", "image", "inspect", "--format", "{{.Id}}", _source_reference(image)]))
    except CommandFailed:
        return None


def build(image: Image) -> Built:
    """Raises DeployError with the end of Docker's output when it fails."""
    reference = _source_reference(image)
    command = ["docker", "build", "--quiet", "--tag", reference, "--file", str(image.dockerfile), str(image.context)]
    try:
        # Attestations hold the time of the build, so that building the same again would give another image.
        identity = run(command, seconds=_BUILD_SECONDS, DOCKER_BUILDKIT="1", BUILDX_NO_DEFAULT_ATTESTATIONS="1")
    except CommandFailed as failed:
        raise DeployError(f"The image {image.name} cannot be built.\n{failed}") from None
    return _tagged(image, identity)


def push(built: Built, registry: str) -> Built:
    """To a registry that the cluster pulls from; returns it by the name it has there."""
    there = Built(f"{registry.rstrip('/')}/{built.repository}", built.tag)
    run(["docker", "tag", built.reference, there.reference])
    run(["docker", "push", "--quiet", there.reference], seconds=_LOAD_SECONDS)
    return there


def loading_command(cluster: Cluster, given: str | None) -> Sequence[str] | None:
    """The command that an image's name is appended to; None where the cluster has the engine's images anyway.

    Raises:
        Missing: nothing is known of how images come to this cluster.
    """
    if given:
        return shlex.split(given)
    name = cluster.context.cluster
    match cluster.context.kind:
        case Kind.MINIKUBE:
            return ["minikube", "--profile", name, "image", "load"]
        case Kind.KIND:
            return ["kind", "load", "docker-image", "--name", name]
        case Kind.K3D:
            return ["k3d", "image", "import", "--cluster", name]
        case Kind.DESKTOP:
            return None
    raise Missing(
        f"- nothing is known of how images come to the cluster of context {cluster.context.name!r}. "
        f"Say it: --push REGISTRY for a registry that it pulls from, "
        f"or --load COMMAND (or CLUSTER_LOAD) for a program that takes an image's name."
    )


def loaded(built: Built, cluster: Cluster) -> bool:
    """Whether every node says that it has the image. A node tells of 50 at most; loading one again does no harm."""
    nodes = cluster.get("nodes")["items"]
    names = {built.reference, f"docker.io/library/{built.reference}", f"localhost/{built.reference}"}
    return all(
        any(names & set(each.get("names") or ()) for each in node["status"].get("images") or ()) for node in nodes
    )


def load(built: Built, command: Sequence[str]) -> None:
    run([*command, built.reference], seconds=_LOAD_SECONDS)


def _source_reference(image: Image) -> str:
    return f"{image.name}:src-{source_digest(image)}"


def _tagged(image: Image, identity: str) -> Built:
    digest = identity.strip().removeprefix("sha256:")
    built = Built(image.name, f"sha-{digest[:12]}")
    run(["docker", "tag", digest, built.reference])
    return built


def chart_digest(chart: Path) -> str:
    """Of every file of the chart that Helm reads."""
    digest = hashlib.sha256()
    for file in sorted(path for path in chart.rglob("*") if path.is_file()):
        digest.update(f"{file.relative_to(chart).as_posix()}\0".encode() + file.read_bytes())
    return digest.hexdigest()
