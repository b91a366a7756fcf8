"""What is said by handlers.pressing."""
