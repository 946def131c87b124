"""Reports -> formats: one file a format, listed in `cronistoria.export.exporters.EXPORTERS`."""
