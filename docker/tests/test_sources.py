"""What the Dockerfiles have in common with the rest; needs no Docker engine."""

import re

import pytest

from dev.environment import ROOT, UV_VERSION
from dev.images import IMAGES, Image

both = pytest.mark.parametrize("image", IMAGES, ids=lambda image: image.part)


@both
def test_older_builders_ignore_the_same_files(image: Image) -> None:
    """BuildKit reads the file beside the Dockerfile; the builder before it knows only the one in the context."""
    beside = image.dockerfile.with_name("Dockerfile.dockerignore")
    assert (image.sources / ".dockerignore").read_text() == beside.read_text()


@both
def test_base_images_are_pinned_and_replaceable(image: Image) -> None:
    text = image.dockerfile.read_text()
    defaults = dict(re.findall(r"^ARG (\w+_IMAGE)=(\S+)$", text, re.MULTILINE))
    bases = re.findall(r"^FROM (\S+)", text, re.MULTILINE)
    stages = set(re.findall(r"^FROM \S+ AS (\w+)$", text, re.MULTILINE))
    assert {base for base in bases if base not in stages} == {f"${{{name}}}" for name in defaults}
    assert all(re.fullmatch(r"\w+:[\w.]*(\d|trixie)[\w.-]*", default) for default in defaults.values()), defaults


@both
def test_no_syntax_that_older_builders_refuse(image: Image) -> None:
    assert not re.search(r"^# syntax|--mount=|--link|<<", image.dockerfile.read_text(), re.MULTILINE)


def test_uv_is_the_one_that_wrote_the_lock() -> None:
    text = (ROOT / "docker" / "backend" / "Dockerfile").read_text()
    assert f"ARG UV_VERSION={UV_VERSION}\n" in text
