"""Step 5, export: the trained network as ONNX with 8-bit weights, packed with table, vocabulary, labels and word lists.

    python -m models.export --work models/work --out src/cronistoria/parse/model/cronistoria.model [--weights float]

``--weights``: ``int8`` (the encoder's weights in 7 bits, activations scaled window by window, as a taught network was
trained; heads in float) or ``float``. Seven bits, because processors without VNNI saturate on eight and would give
other results.
"""

import argparse
import tempfile
from pathlib import Path
from typing import Any, Literal, get_args

import msgspec
import numpy as np
import onnx
import torch
from torch import Tensor, nn

from cronistoria.parse.bundle import FORMAT, About, Bundle, write_bundle
from cronistoria.parse.labels import Labels
from cronistoria.parse.pieces import Vocabulary
from models.checkpoint import read_checkpoint
from models.network import Network, with_one

Weights = Literal["int8", "float"]
OUTPUTS = ("tag", "script", "start", "arc", "relation_head", "relation_child", "entity")


class Inference(nn.Module):
    """The network without dropout and mask, for one unpadded window."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, rows: Tensor, pool: Tensor) -> tuple[Tensor, ...]:
        net = self.network
        x = net.encoder.norm(rows + net.encoder.positions[: rows.shape[1]])
        shares = torch.softmax(net.mixture, 1)
        mixed = [share[0] * x for share in shares]
        for i, layer in enumerate(net.encoder.layers):
            x = _layer(layer, x)
            mixed = [sum_ + share[i + 1] * x for sum_, share in zip(mixed, shares, strict=True)]
        tagging, parsing, naming = (norm(pool @ each) for norm, each in zip(net.norms, mixed, strict=True))
        nodes = torch.cat([net.root[None, None], parsing], 1)
        arc = with_one(net.arc_child(parsing)) @ net.arc @ net.arc_head(nodes).transpose(1, 2)
        return (net.tag(tagging), net.script(tagging), net.start(tagging)[..., 0], arc,
                with_one(net.relation_head(nodes)), with_one(net.relation_child(parsing)),
                net.entity(naming))  # fmt: skip


class _Attention(torch.autograd.Function):
    """Attention as one node of ONNX Runtime; only to be exported."""

    @staticmethod
    def forward(ctx: object, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
        return query

    @staticmethod
    def symbolic(g: Any, query: Any, key: Any, value: Any, heads: int) -> Any:
        out = g.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        return out.setType(query.type())


def _layer(layer: nn.Module, x: Tensor) -> Tensor:
    mixed = _Attention.apply(*layer.qkv(x).chunk(3, -1), layer.heads)
    x = layer.attended_norm(x + layer.attended(mixed))
    return layer.out_norm(x + layer.narrow(nn.functional.gelu(layer.wide(x))))


def to_onnx(network: Network, weights: Weights) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        plain, optimised = Path(folder, "plain.onnx"), Path(folder, "optimised.onnx")
        example = (torch.randn(1, 24, 384), torch.rand(1, 16, 24))
        axes = {"rows": {1: "pieces"}, "pool": {1: "words", 2: "pieces"}, "tag": {1: "words"}, "script": {1: "words"},
                "start": {1: "words"}, "arc": {1: "words", 2: "nodes"}, "relation_head": {1: "nodes"},
                "relation_child": {1: "words"}, "entity": {1: "words"}}  # fmt: skip
        torch.onnx.export(Inference(network).eval(), example, str(plain), input_names=["rows", "pool"],
                          output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=17, dynamo=False,
                          custom_opsets={"com.microsoft": 1})  # fmt: skip
        _fuse(plain, optimised)
        return (_dynamic(optimised, Path(folder, "int8.onnx")) if weights == "int8" else optimised).read_bytes()


def _fuse(plain: Path, optimised: Path) -> None:
    """Layer norms, GELU and attention as single nodes."""
    from onnxruntime.transformers.optimizer import optimize_model

    model = optimize_model(str(plain), model_type="bert", num_heads=12, hidden_size=384, opt_level=0)
    model.save_model_to_file(str(optimised))


def _dynamic(path: Path, out: Path) -> Path:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    nodes = [node.name for node in onnx.load(path).graph.node if node.op_type == "MatMul"]
    kept = [name for name in nodes if not name.startswith(("/qkv", "/attended", "/wide", "/narrow"))]
    quantize_dynamic(str(path), str(out), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
                     op_types_to_quantize=["MatMul"], nodes_to_exclude=kept,
                     extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT})  # fmt: skip
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--weights", default="int8", choices=get_args(Weights))
    options = parser.parse_args()
    torch.set_num_threads(1)
    labels = msgspec.json.decode((options.work / "labels.json").read_bytes(), type=Labels)
    network, state = read_checkpoint(options.work / "network.pt", labels)
    about = About(FORMAT, f"cronistoria-{FORMAT}", len(network.encoder.layers), state["steps"])
    vocabulary = msgspec.json.decode((options.work / "vocabulary.json").read_bytes(), type=Vocabulary)
    relations = network.relation.detach().numpy().astype(np.float32)
    table = np.load(options.work / "table.npy")
    options.out.parent.mkdir(parents=True, exist_ok=True)
    onnx_file = to_onnx(network, options.weights)
    edits = msgspec.json.decode((options.work / "edits.json").read_bytes(), type=tuple[str, ...])
    lists = msgspec.msgpack.decode((options.work / "lists.msgpack").read_bytes(), type=dict[str, bytes])
    write_bundle(options.out, Bundle(about, "", onnx_file, table, relations, vocabulary, labels, edits, lists))
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB after {state['steps']} steps")


if __name__ == "__main__":
    main()
