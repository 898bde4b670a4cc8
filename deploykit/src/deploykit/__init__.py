"""Deploys any project that has a Helm chart. It knows nothing of what the project does."""
