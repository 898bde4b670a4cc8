"""Tests in a real browser and from a real shell, through public surfaces only."""
