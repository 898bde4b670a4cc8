import asyncio
import gc
import warnings

import pytest

from todo.kit.database import Database
from todo.kit.notices import Notices


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_stopping_in_the_midst_of_connecting_leaves_no_connection_open(database: Database) -> None:
    with warnings.catch_warnings(record=True) as unclosed:
        warnings.simplefilter("always")
        for moment in range(60):
            async with Notices(database).running():
                await asyncio.sleep(moment % 12 / 1000)
        gc.collect()
    assert [str(warning.message) for warning in unclosed] == []
