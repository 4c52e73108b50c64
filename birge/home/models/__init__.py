"""Page types, the library's profile, and the menus of the footer."""

from birge.home.models.base import BasePage
from birge.home.models.pages import (
    BranchesPage,
    BranchPage,
    CataloguePage,
    ContentPage,
    HomePage,
)
from birge.home.models.profile import FooterLink, LibraryProfile, LibraryText, SocialProfile

__all__ = [
    "BasePage",
    "BranchPage",
    "BranchesPage",
    "CataloguePage",
    "ContentPage",
    "FooterLink",
    "HomePage",
    "LibraryProfile",
    "LibraryText",
    "SocialProfile",
]
