"""Who works on what, and when: the engine's parts, and the whole program as a process."""
