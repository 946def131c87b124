"""The environment of all templates, compiled so that each value is put out as `shown` has it, in one step."""

from typing import Any

from jinja2 import Environment
from jinja2.compiler import CodeGenerator
from jinja2.nodes import Expr

from cronistoria.export.controls import shown


class _Generator(CodeGenerator):
    """Puts one call around a value where Jinja would put two, for escaping and for `finalize`."""

    def _output_child_pre(self, node: Expr, frame: Any, finalize: Any) -> None:
        self.write("environment.shown(")

    def _output_child_post(self, node: Expr, frame: Any, finalize: Any) -> None:
        self.write(")")


class TemplateEnvironment(Environment):
    """Should Jinja come to compile differently, values are still escaped: `shown` is only the quicker way."""

    code_generator_class = _Generator
    shown = staticmethod(shown)
