"""Numbers, with what belongs to them, and numbers that are no figures."""
