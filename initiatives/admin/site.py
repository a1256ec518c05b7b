"""What the whole admin has in common: its names."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

admin.site.site_header = _("Tilflyttingskatalogen – for editors")
admin.site.site_title = _("Tilflyttingskatalogen")
admin.site.index_title = _("What do you want to work on?")
