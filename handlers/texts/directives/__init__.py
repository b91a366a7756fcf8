"""What is said by handlers.directives."""
