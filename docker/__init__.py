"""The images: a Dockerfile each, and tests of what is built from them."""
