"""The chart's tests: what `helm template` makes of values."""
