"""Without Helm there is nothing to test here, and the reason is said."""

import pytest

from helm.tests.chart import HELMS


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if "helm" in HELMS:
        return
    skip = pytest.mark.skip(reason="there is no `helm`: https://helm.sh/docs/intro/install")
    for item in items:
        if "helm/tests" in item.nodeid:
            item.add_marker(skip)
