"""What leaders and the clerk read: /tinhhinh, the summaries of a day to a year, their Excel file, /lichsu."""
