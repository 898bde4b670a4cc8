from enum import Enum
from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from todo.health.invalid import invalid_fields


class Size(Enum):
    SMALL = "small"


class Order(BaseModel):
    model_config = ConfigDict(extra="forbid")

    count: int = Field(default=1, ge=1, le=3)
    pace: Literal["slow", "fast"] = "slow"
    size: Size = Size.SMALL
    tags: list[str] = Field(default=[], max_length=2)
    name: str = Field(default="x", min_length=1, max_length=5)
    gift: bool = False


@pytest.mark.parametrize(
    ("sent", "field", "message"),
    [
        ({"count": 0}, "count", "Give 1 or more."),
        ({"count": 9}, "count", "Give 3 or less."),
        ({"count": "many"}, "count", "Give a whole number."),
        ({"pace": "idle"}, "pace", "Give 'slow' or 'fast'."),
        ({"size": "huge"}, "size", "Give 'small'."),
        ({"tags": ["a", 2]}, "tags.1", "Give text."),
        ({"tags": ["a", "b", "c"]}, "tags", "Give at most 2 of them."),
        ({"name": ""}, "name", "This must not be empty."),
        ({"name": "too long"}, "name", "Give at most 5 characters."),
        ({"gift": "perhaps"}, "gift", "Give true or false."),
        ({"colour": "red"}, "colour", "There is no such field."),
    ],
)
def test_in_words(sent: dict[str, object], field: str, message: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Order.model_validate(sent)
    errors = [{**error, "loc": ("body", *error["loc"])} for error in caught.value.errors()]
    assert invalid_fields(errors) == [{"field": field, "message": message}]


def test_a_kind_that_has_no_words_of_ours_has_a_sentence_of_its_library() -> None:
    error = {"type": "date_from_datetime_parsing", "loc": ("query", "day"), "msg": "Input should be a date"}
    assert invalid_fields([error]) == [{"field": "day", "message": "Input should be a date."}]
