"""The clerk's desk: who is in charge, targets, days off, people, periods opened again."""
