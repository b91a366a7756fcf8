"""What a part says without a figure: how far work has come, what hinders it, that nothing arose."""
