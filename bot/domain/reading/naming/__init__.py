"""What items are called, and which item is meant."""
