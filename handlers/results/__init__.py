"""A task done, and parts of it: put before who confirms, handed in again."""
