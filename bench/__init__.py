"""Measured speed, each beside what it is compared with: `python -m bench.NAME` prints a table."""
