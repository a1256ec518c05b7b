"""What the whole admin has in common: its names, and search fields that speak Nynorsk."""

from django.contrib import admin
from django.contrib.admin.widgets import SELECT2_TRANSLATIONS
from django.utils.translation import gettext_lazy as _

admin.site.site_header = _("Tilflyttingskatalogen – for editors")
admin.site.site_title = _("Tilflyttingskatalogen")
admin.site.index_title = _("What do you want to work on?")

# Our static/select2/nn.js stands where Django looks for select2's languages, which
# lack Nynorsk.
SELECT2_TRANSLATIONS["nn"] = "nn"
