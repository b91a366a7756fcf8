"""What the ward's own data tells of a reading before it is recorded: doubts to be asked about, or none."""
