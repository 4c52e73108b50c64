"""What the admin does when a row is deleted: the room's services, in place of a plain delete."""

from __future__ import annotations

from django.db import transaction
from wagtail.actions.delete import DeleteAction
from wagtail.log_actions import log

from birge.catalogue.models import Holding, Record
from birge.catalogue.services.records import delete_holding, delete_record


class _ServiceDelete(DeleteAction):
    """Deletes through a service, so that search and dates follow; the log is written first."""

    def _delete(self) -> None:
        with transaction.atomic():
            if self.log_action:
                log(instance=self.instance, action=self.log_action, user=self.user, deleted=True)
            self.delete_instance()

    def delete_instance(self) -> None:
        """What the service does."""
        raise NotImplementedError


class DeleteRecordAction(_ServiceDelete):
    def delete_instance(self) -> None:
        delete_record(self.instance)


class DeleteHoldingAction(_ServiceDelete):
    def delete_instance(self) -> None:
        delete_holding(self.instance)


def register(registry) -> None:
    """Tell Wagtail which actions delete records and copies."""
    registry.register(Record, DeleteRecordAction)
    registry.register(Holding, DeleteHoldingAction)
