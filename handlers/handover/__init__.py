"""A post's open work goes to somebody else."""
