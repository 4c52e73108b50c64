"""Settings that every way of running shares; all choices come from the environment."""

from pathlib import Path
from zoneinfo import available_timezones

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from birge.core.env import Env

env = Env()

# Places on disk

PROJECT_DIR = Path(__file__).resolve().parents[3]
DATA_DIR = Path(env.text("BIRGE_DATA_DIR", str(PROJECT_DIR / "var")))
DATA_DIR.mkdir(parents=True, exist_ok=True)

# Applications

INSTALLED_APPS = [
    "birge.site",
    "birge.home",
    "birge.search",
    "birge.catalogue",
    "birge.core",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.api.v3",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "ninja",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # A library without a web server in front serves phones too; Django pads against BREACH.
    "django.middleware.gzip.GZipMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "birge.site.middleware.HostileInputMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "birge.site.middleware.SiteLocaleMiddleware",
    "birge.site.middleware.ApiAnswersMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "birge.site.urls"
WSGI_APPLICATION = "birge.site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PROJECT_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "birge.home.context.site_frame",
            ],
        },
    },
]

# Database: SQLite unless DATABASE_URL says otherwise

SQLITE_OPTIONS = {
    # A writer asks for the lock at once and waits, instead of failing when it turns from
    # reading to writing in the middle of a transaction.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA wal_autocheckpoint=4000;"
        "PRAGMA cache_size=-32768;PRAGMA temp_store=MEMORY;"
    ),
}


def database(url: str) -> dict:
    """Django's settings for one database; the error of a bad URL names the variable."""
    try:
        found = dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
    except (dj_database_url.ParseError, dj_database_url.UnknownSchemeError, ValueError):
        found = {}
    if not found.get("ENGINE", "").endswith(("sqlite3", "postgresql")):
        raise ImproperlyConfigured(
            "DATABASE_URL is not understood; for example "
            "DATABASE_URL=postgres://birge:secret@localhost:5432/birge"
        )
    if found["ENGINE"].endswith("sqlite3"):
        found["OPTIONS"] = {**found.get("OPTIONS", {}), **SQLITE_OPTIONS}
    return found


DATABASES = {
    "default": database(env.text("DATABASE_URL", f"sqlite:///{DATA_DIR / 'birge.sqlite3'}"))
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Cache, tasks, mail

_cache = env.url("CACHE_URL", ("locmem", "file"), "locmem://", "file:///var/cache/birge")
CACHES = {
    "default": {
        "locmem": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
        "file": {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": _cache.path,
        },
    }[_cache.scheme]
}

TASKS = {
    "default": {
        "BACKEND": {
            "immediate": "django_tasks.backends.immediate.ImmediateBackend",
            "database": "django_tasks_db.DatabaseBackend",
        }[env.choice("TASKS_BACKEND", ("immediate", "database"), "immediate")]
    }
}

_mail = env.url(
    "EMAIL_URL",
    ("console", "smtp", "smtps", "smtp+tls"),
    "console://",
    "smtp+tls://user:password@mail.example:587",
)
EMAIL_BACKEND = (
    "django.core.mail.backends.console.EmailBackend"
    if _mail.scheme == "console"
    else "django.core.mail.backends.smtp.EmailBackend"
)
EMAIL_HOST = _mail.host or "localhost"
EMAIL_PORT = _mail.port or {"smtps": 465, "smtp+tls": 587}.get(_mail.scheme, 25)
EMAIL_HOST_USER = _mail.user
EMAIL_HOST_PASSWORD = _mail.password
EMAIL_USE_SSL = _mail.scheme == "smtps"
EMAIL_USE_TLS = _mail.scheme == "smtp+tls"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.text("EMAIL_FROM", "library@localhost")

# People

AUTH_USER_MODEL = "core.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "wagtailadmin_login"

# Languages and time

LANGUAGE_CODE = "kk"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("kk", "Қазақша"), ("ru", "Русский")]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "birge_language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [PROJECT_DIR / "locale"]
FORMAT_MODULE_PATH = ["birge.core.formats"]
USE_I18N = True
USE_THOUSAND_SEPARATOR = True
USE_TZ = True
TIME_ZONE = env.text("BIRGE_TIME_ZONE", "Asia/Almaty")

# Files: public media and private files never share a folder

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(exist_ok=True)  # WhiteNoise warns where there is none
STATICFILES_DIRS = [PROJECT_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.text("BIRGE_MEDIA_DIR", str(DATA_DIR / "media")))
PRIVATE_ROOT = Path(env.text("BIRGE_PRIVATE_DIR", str(DATA_DIR / "private")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "birge.core.storage.PrivateFiles",
        "OPTIONS": {"location": PRIVATE_ROOT},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o640
# Thousands of parameters get a 400, not a slow page.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# Wagtail

WAGTAIL_SITE_NAME = "Birge"
WAGTAIL_I18N_ENABLED = True
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# Some systems list names that are no places; a browser stops at the first it does not know.
WAGTAIL_USER_TIME_ZONES = sorted(
    name for name in available_timezones() if "/" in name or name == "UTC"
)
WAGTAILADMIN_BASE_URL = env.text("BIRGE_BASE_URL", "http://127.0.0.1:8000")
WAGTAILIMAGES_IMAGE_MODEL = "core.LibraryImage"
WAGTAILDOCS_DOCUMENT_MODEL = "core.LibraryDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = [
    "csv",
    "docx",
    "odt",
    "pdf",
    "pptx",
    "rtf",
    "txt",
    "xlsx",
    "zip",
    "epub",
    "mp3",
]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
# For the admin and Wagtail's part of the API; the site itself asks birge.search.
WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": "birge.core.sqlite_search"
        if DATABASES["default"]["ENGINE"].endswith("sqlite3")
        else "wagtail.search.backends.database"
    }
}
WAGTAIL_LOCALIZE_DEFAULT_TRANSLATION_MODE = "synced"
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILAPI_LIMIT_MAX = 100
WAGTAILEMBEDS_FINDERS: list[dict] = []

# Birge

BIRGE_SEARCH_ENGINE = env.choice("SEARCH_ENGINE", ("auto", "sqlite", "postgres"), "auto")
# Elasticsearch beside the database, where one is named.
BIRGE_SEARCH_URL = (
    env.url("SEARCH_URL", ("http", "https"), "", "https://birge:secret@localhost:9200").value
    if env.text("SEARCH_URL", "")
    else ""
)
BIRGE_IMPORT_BATCH = env.number("BIRGE_IMPORT_BATCH", 500)
# Nothing is counted with 0.
BIRGE_QUERY_LOG_DAYS = env.number("BIRGE_QUERY_LOG_DAYS", 400)

# Headers

CONTENT_SECURITY_POLICY = {
    # Wagtail's admin and the API's documentation page bring scripts of their own.
    "EXCLUDE_URL_PREFIXES": ("/admin/", "/api/v3/docs/"),
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        # The admin shows a page in a frame of its own site while it is being edited.
        "frame-ancestors": [SELF],
    },
}
PERMISSIONS_POLICY = {
    name: []
    for name in ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"  # Wagtail lifts it to SAMEORIGIN for its own previews
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
SILENCED_SYSTEM_CHECKS: list[str] = []

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "birge": {"level": "INFO"},
        # Its every failed try; that Elasticsearch cannot be used is said by birge.search.
        "elastic_transport": {"level": "ERROR"},
        # Django's own handler speaks only while DEBUG is on; errors must reach the log always.
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
    },
}
