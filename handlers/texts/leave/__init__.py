"""What is said by handlers.leave."""
