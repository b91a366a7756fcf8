"""Why a figure must be asked about before it is stored, and the readings to choose from."""
