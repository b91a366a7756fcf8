"""What is said by handlers.results."""
