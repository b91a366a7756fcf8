"""What is said by handlers.extensions."""
