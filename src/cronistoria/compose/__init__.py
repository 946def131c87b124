"""Mentions -> records: naming, placing, dating, attribution, and one composer a kind of record.

A composer ``compose_X(mentions, context)`` asks the `cronistoria.compose.context.Context` who a phrase stands for, when
and where.
"""
