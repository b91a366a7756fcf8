"""Who works on what, and when: the inbox and outbox rows are the truth, an engine only carries them."""
