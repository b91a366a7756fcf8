"""A leave with a substitute: asked for, written down, over."""
