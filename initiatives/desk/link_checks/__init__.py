"""Whether the addresses that entries lead to still answer: asking politely, keeping answers."""
