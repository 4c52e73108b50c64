"""All addresses of the site."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from birge.site import views
from birge.site.api import api, openapi_view
from birge.site.sitemaps import SITEMAPS

handler400 = "birge.site.errors.bad_request"
handler403 = "birge.site.errors.permission_denied"
handler404 = "birge.site.errors.not_found"
handler500 = "birge.site.errors.server_error"

urlpatterns = [
    path("", views.choose_language, name="root"),
    re_path(r"^kz(?:/(?P<rest>.*))?$", views.kz_to_kk),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v3/openapi.json", openapi_view),  # before the one it corrects
    path("api/v3/", api.urls),
]

if settings.BIRGE_SERVE_MEDIA:
    urlpatterns += [
        re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT}),
    ]

urlpatterns += i18n_patterns(
    path("search/", include("birge.search.urls")),
    path("catalogue/", include("birge.catalogue.urls")),
    path("reading/", views.reading, name="reading"),
    path("untranslated/<int:page_id>/", views.untranslated, name="untranslated"),
    path("", include(wagtail_urls)),
)
