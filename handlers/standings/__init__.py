"""Where each item stands now, worked out from rows: due dates, last figures, earlier ones beside them."""
