"""A year of a ward, played through the real App by invented officials, and what must be true of it."""
