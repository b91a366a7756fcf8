"""Loading: a ward's plan, people and first figures from a workbook or YAML into the database."""
