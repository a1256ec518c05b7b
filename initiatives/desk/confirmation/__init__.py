"""The yearly confirmation: asking a contact whether an entry is still right, and taking the answer.

What contacts answer is not public: an editor looks at it first (`initiatives.admin.confirmations`).
"""
