"""Every sentence the bot says, as typed functions: short, factual, polite; the end says how to answer."""
