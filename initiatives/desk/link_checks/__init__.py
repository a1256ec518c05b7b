"""Whether the addresses that entries lead to still answer: asking politely, and keeping what they
said.
"""
