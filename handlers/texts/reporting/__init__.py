"""What is said by handlers.reporting."""
