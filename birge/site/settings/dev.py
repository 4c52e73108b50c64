"""Settings for a desk: everything embedded, nothing to set."""

from django.core.management.utils import get_random_secret_key

from birge.site.settings.base import *
from birge.site.settings.base import DATA_DIR, env

DEBUG = env.flag("BIRGE_DEBUG", False)
ALLOWED_HOSTS = ["*"]


def _kept_secret() -> str:
    """A secret made once for this folder, so that sessions outlive a restart."""
    place = DATA_DIR / "secret_key"
    try:
        return place.read_text(encoding="utf-8")
    except FileNotFoundError:
        place.write_text(get_random_secret_key(), encoding="utf-8")
        place.chmod(0o600)
        return place.read_text(encoding="utf-8")


SECRET_KEY = env.text("SECRET_KEY", "") or _kept_secret()
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
# The demo has no web server in front of it to hand out pictures.
BIRGE_SERVE_MEDIA = True
