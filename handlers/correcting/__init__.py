"""What was recorded put right or taken back, before and after its period closes."""
