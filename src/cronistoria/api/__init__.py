"""The HTTP interface: routes under ``/api/v1``, thin; what they answer is asked of the desk."""
