"""Statuses in the order in which they matter to a reader."""

from typing import get_args

from cronistoria.model.entry import AppointmentStatus, CommitmentStatus

COMMITMENT_STATUSES: tuple[str, ...] = get_args(CommitmentStatus)
APPOINTMENT_STATUSES: tuple[str, ...] = get_args(AppointmentStatus)
STATUSES = (*COMMITMENT_STATUSES, *APPOINTMENT_STATUSES)
