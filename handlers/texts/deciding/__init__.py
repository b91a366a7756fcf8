"""What is said by handlers.deciding."""
