"""Commands for working on the project. Standard library only: they run before anything is installed."""
