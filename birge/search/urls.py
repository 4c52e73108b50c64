"""Addresses of the search room."""

from django.urls import path

from birge.search import suggest_views, views

app_name = "search"

urlpatterns = [
    path("", views.search, name="search"),
    path("suggest/", suggest_views.suggest, name="suggest"),
]
