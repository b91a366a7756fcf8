"""More time for an item: asked for with a day and a reason, taken back."""
