from pathlib import Path

import pytest

from deploykit.deploy.ignoring import files, ignored, parse
from deploykit.deploy.images import source_digest
from deploykit.project import Image


@pytest.mark.parametrize(
    ("rules", "path", "expected"),
    [
        ("*\n!src", "src/a/b.py", False),
        ("*\n!src", "tests/a.py", True),
        ("*\n!src\n**/*.test.ts", "src/deep/a.test.ts", True),
        ("node_modules", "web/node_modules/a.js", False),
        ("**/node_modules", "web/node_modules/a.js", True),
        ("# a comment\n\n/build/", "build/out", True),
        ("*.md\n!README.md", "README.md", False),
    ],
)
def test_rules_are_read_as_docker_reads_them(rules: str, path: str, expected: bool) -> None:
    assert ignored(path, parse(rules)) is expected


def test_the_digest_changes_with_what_is_sent_and_with_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "app.py").write_text("1")
    dockerfile = tmp_path / "Dockerfile"
    dockerfile.write_text("FROM scratch")
    (tmp_path / ".dockerignore").write_text("*\n!src")
    image = Image("app", tmp_path, dockerfile, "image")
    before = source_digest(image)
    (tmp_path / "notes.txt").write_text("not sent")
    assert source_digest(image) == before
    (tmp_path / "src" / "app.py").chmod(0o755)
    executable = source_digest(image)
    (tmp_path / "src" / "app.py").write_text("2")
    assert len({before, executable, source_digest(image)}) == 3


def test_the_ignore_file_of_the_dockerfile_counts_before_the_folders(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_text(name)
    assert [file.name for file in files(tmp_path, parse("a"))] == ["b"]
