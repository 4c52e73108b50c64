"""Settings for the tests: quick passwords, mail in memory, files in a folder of their own."""

import tempfile
from pathlib import Path

from birge.site.settings.base import *
from birge.site.settings.base import STORAGES

SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="birge-media-"))
STORAGES = {
    **STORAGES,
    "private": {
        **STORAGES["private"],
        "OPTIONS": {"location": tempfile.mkdtemp(prefix="birge-private-")},
    },
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
BIRGE_SERVE_MEDIA = True
