"""What is said by handlers.correcting."""
