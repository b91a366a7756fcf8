"""What is said by handlers.obstacles."""
