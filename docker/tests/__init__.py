"""Tests of the images, from outside: what is in them, how they start, answer and end. They need a Docker engine."""
