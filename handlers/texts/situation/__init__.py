"""What is said by handlers.situation."""
