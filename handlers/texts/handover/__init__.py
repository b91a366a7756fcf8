"""What is said by handlers.handover."""
