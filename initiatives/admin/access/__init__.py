"""Getting in, as editors and administrators see it: sign-in, second factor, stays and the log."""

from initiatives.admin.access import log, sign_in

__all__ = ["log", "sign_in"]
