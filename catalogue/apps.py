"""Django's admin with our own order of what it offers."""

from django.contrib.admin.apps import AdminConfig


class EditorsAdminConfig(AdminConfig):
    default_site = "catalogue.admin.EditorsSite"
