"""Photos and files of a task: taken in, kept, shown."""
