"""What hinders an item: told, passed on, closed."""
