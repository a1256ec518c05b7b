"""The application that the web server loads."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "catalogue.settings")
application = get_wsgi_application()

# A page makes some ten thousand objects that go when it is sent. There is no use in looking among
# them for cycles a dozen times on the way, nor ever again among what has been loaded until now.
gc.freeze()
gc.set_threshold(10_000, 20, 20)
