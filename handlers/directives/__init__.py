"""A leader's order becomes a task: read, echoed, mended, given once it was answered ĐÚNG; received."""
