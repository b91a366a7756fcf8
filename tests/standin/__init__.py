"""Stand-ins of the chat platforms: real servers on the loopback, for tests and measurements."""
