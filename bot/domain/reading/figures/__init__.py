"""From the numbers of a part to what is reported: a value, a fall, a/b, what came since."""
