"""`python -m dev COMMAND`: what the Makefile calls."""

import sys

from dev.prerequisites import Missing, require_python


def main(arguments: "list[str]") -> int:
    """Run the command named first; returns the exit status."""
    try:
        require_python()
        from dev import commands

        return commands.run(arguments[0], arguments[1:])
    except Missing as missing:
        print(f"\n{missing}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
