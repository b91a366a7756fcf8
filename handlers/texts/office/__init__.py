"""What is said by handlers.office."""
