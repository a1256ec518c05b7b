"""Getting in: who asks, what holds them back, the second factor, their stays, and the log of it.

Passwords are Django's, counting of tries is django-axes' and codes are django-otp's (decision
0010).
"""
