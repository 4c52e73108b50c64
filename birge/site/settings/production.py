"""Settings for a library: refuses to start without its secrets and its address."""

from urllib.parse import urlsplit

from birge.site.settings.base import *
from birge.site.settings.base import STORAGES, env

DEBUG = False
SECRET_KEY = env.text("SECRET_KEY", example="50 random characters")
WAGTAILADMIN_BASE_URL = env.text("BIRGE_BASE_URL", example="https://kitaphana.example")
ALLOWED_HOSTS = env.words("BIRGE_HOSTS", [urlsplit(WAGTAILADMIN_BASE_URL).hostname or ""])
CSRF_TRUSTED_ORIGINS = [WAGTAILADMIN_BASE_URL]

SECURE_SSL_REDIRECT = env.flag("BIRGE_SSL_REDIRECT", True)
SECURE_HSTS_SECONDS = env.number("BIRGE_HSTS_SECONDS", 31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True
if env.flag("BIRGE_BEHIND_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Pictures are the web server's job; a library without one may switch this on.
BIRGE_SERVE_MEDIA = env.flag("BIRGE_SERVE_MEDIA", False)
