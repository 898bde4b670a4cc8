"""What a server costs before anybody talks."""

import subprocess
import sys

_LOADED = "import sys, todo.main; print(*({'agents', 'openai', 'mcp'} & set(sys.modules)))"


def test_the_sdks_are_not_loaded_before_somebody_is_there() -> None:
    found = subprocess.run([sys.executable, "-c", _LOADED], capture_output=True, text=True, check=True)
    assert found.stdout.split() == []
