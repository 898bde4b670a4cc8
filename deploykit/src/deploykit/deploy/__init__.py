"""Bringing a project up on a cluster, and taking it away again."""
