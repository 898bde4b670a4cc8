"""The chart, and its tests."""
