"""Whether the addresses that entries lead to still answer: asking them politely, and keeping what they said."""
