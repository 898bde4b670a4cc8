"""Which model answers a person, and how much of it they may use in a day."""
