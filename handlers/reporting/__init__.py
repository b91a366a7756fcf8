"""What an official types: read, asked about, recorded with a receipt; requests and obstacles."""
