from pathlib import Path

import pytest

from deploykit.errors import WrongUsage
from deploykit.project import find, read

SAMPLE = Path(__file__).parent / "data" / "sample" / "deploykit.toml"


def test_paths_are_relative_to_the_file() -> None:
    project = read(SAMPLE)
    assert project.images[0].dockerfile == SAMPLE.parent / "image" / "Dockerfile"
    assert [key.name for key in project.secret_keys if key.generated] == ["SAMPLE_TOKEN"]


def test_the_file_is_found_from_a_folder_below() -> None:
    assert find(SAMPLE.parent / "chart" / "templates") == SAMPLE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = ", "cannot be read"),
        ('chart = "."', "lacks 'name'"),
        ('name = "a"\nchart = "nowhere"', "there is no"),
        ('name = "a"\nchart = "."\nimage = 1', "has image, but only"),
        ('name = "a"\nchart = "."\n[secret.keys]\nA = {genrated = true}', "genrated"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "deploykit.toml"
    file.write_text(text)
    with pytest.raises(WrongUsage, match=said):
        read(file)
