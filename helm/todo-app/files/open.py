"""Opens every address given, each for up to half a minute until it answers 200; 1 at the first that does not."""

import sys
import time
from urllib.request import urlopen


def answers(address: str) -> bool:
    end = time.monotonic() + 30
    while True:
        try:
            with urlopen(address, timeout=5) as response:
                print(f"{response.status} {address}")
                return True
        except OSError as error:
            if time.monotonic() > end:
                print(f"{address}: {error}", file=sys.stderr)
                return False
        time.sleep(1)


sys.exit(0 if all(answers(address) for address in sys.argv[1:]) else 1)
