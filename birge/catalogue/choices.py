"""Fixed vocabularies of the catalogue."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class RecordStatus(models.TextChoices):
    """Whether readers may find a record; its address answers in every state but `hidden`."""

    ACTIVE = "active", _("In the catalogue")
    HIDDEN = "hidden", _("Hidden by staff")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class MaterialType(models.TextChoices):
    BOOK = "book", _("Book")
    PERIODICAL = "periodical", _("Periodical")
    ARTICLE = "article", _("Article")
    SCORE = "score", _("Sheet music")
    MAP = "map", pgettext_lazy("material type", "Map")
    AUDIO = "audio", _("Audio")
    VIDEO = "video", _("Video")
    ELECTRONIC = "electronic", _("Electronic resource")
    PICTURE = "picture", _("Picture")
    MANUSCRIPT = "manuscript", _("Manuscript")
    KIT = "kit", _("Kit")
    OTHER = "other", pgettext_lazy("material type", "Other")


class Audience(models.TextChoices):
    CHILDREN = "children", _("Children")
    YOUTH = "youth", _("Young people")
    ADULT = "adult", _("Adults")


class AgeMark(models.IntegerChoices):
    """The age marks that books sold in Kazakhstan and Russia carry."""

    ANY = 0, "0+"
    SIX = 6, "6+"
    TWELVE = 12, "12+"
    SIXTEEN = 16, "16+"
    EIGHTEEN = 18, "18+"


class AgentKind(models.TextChoices):
    PERSON = "person", _("Person")
    BODY = "body", _("Organization")
    MEETING = "meeting", _("Meeting")


class Role(models.TextChoices):
    """MARC relator codes that readers meet; any other code is shown as "contributor"."""

    AUTHOR = "aut", _("Author")
    TRANSLATOR = "trl", _("Translator")
    ILLUSTRATOR = "ill", _("Illustrator")
    EDITOR = "edt", _("Editor")
    COMPILER = "com", _("Compiler")
    COMPOSER = "cmp", _("Composer")
    NARRATOR = "nrt", _("Narrator")
    OTHER = "oth", _("Contributor")


class Acquisition(models.TextChoices):
    PURCHASE = "purchase", _("Purchase")
    GIFT = "gift", _("Gift")
    EXCHANGE = "exchange", _("Exchange")
    REPLACEMENT = "replacement", _("Replacement")


class HoldingStatus(models.TextChoices):
    """What is known of a copy; empty where the source says nothing."""

    ON_SHELF = "on_shelf", _("On the shelf")
    ON_LOAN = "on_loan", _("On loan")
    READING_ROOM = "reading_room", _("Reading room only")
    PROCESSING = "processing", _("Being processed")
    LOST = "lost", _("Lost")
    WRITTEN_OFF = "written_off", _("Written off")


class RunStatus(models.TextChoices):
    RUNNING = "running", _("Running")
    DONE = "done", _("Done")
    STOPPED = "stopped", _("Stopped")
    FAILED = "failed", _("Failed")


class Weekday(models.IntegerChoices):
    """Days of the week, numbered as `date.weekday()` does."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class WeekOfMonth(models.IntegerChoices):
    """Which such weekday of the month the sanitary day falls on."""

    FIRST = 1, _("First")
    SECOND = 2, _("Second")
    THIRD = 3, _("Third")
    FOURTH = 4, _("Fourth")
    LAST = -1, _("Last")


class Accessibility(models.TextChoices):
    """What the building offers to people who move, see or hear differently."""

    RAMP = "ramp", _("Ramp or level entrance")
    LIFT = "lift", _("Lift")
    TOILET = "toilet", _("Accessible toilet")
    PARKING = "parking", _("Parking for people with disabilities")
    TACTILE = "tactile", _("Tactile paving and signs")
    INDUCTION_LOOP = "loop", _("Induction loop")
    SIGN_LANGUAGE = "sign", _("Sign language on request")
    LARGE_PRINT = "large_print", _("Large print and audio books")
    CALL_BUTTON = "call_button", _("Call button at the entrance")
    GUIDE_DOGS = "guide_dogs", _("Guide dogs welcome")
