"""Which of a person's own items is meant by words that name none for certain, or by a number beside them."""
