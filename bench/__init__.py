"""Speed and size, measured against limits and against plain asyncpg in the same run: `make bench`."""
