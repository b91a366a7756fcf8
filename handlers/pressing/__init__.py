"""What is late: who has not reported, the ladder, explanations asked by a leader."""
