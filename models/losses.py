"""What each head is trained to do: the gold labels, and what a larger network says of the same words."""

import torch
from torch import Tensor
from torch.nn import functional

from cronistoria.parse.labels import ENTITIES, Labels
from models.batches import Batch
from models.network import Network
from models.packed import IGNORE

Scores = dict[str, Tensor]
Parts = dict[str, Tensor]
_SMOOTH = 0.03
_NEVER = -1e4
_WITHOUT_MISC = [ENTITIES.index(tag) for tag in ("O", "B-MISC", "I-MISC")]
_SHARES = {"tag": 1.0, "script": 0.7, "start": 1.0, "arc": 1.0, "relation": 0.8, "entity": 3.0}


class Losses:
    """``tags`` (T, categories): the columns of each tag, as `models.packed.Packed` has them."""

    def __init__(self, labels: Labels, tags: Tensor) -> None:
        self.tags = tags.long()
        widest = max(len(values) for _, _, values in labels.columns())
        columns = [[start + i if i < len(values) else labels.width for i in range(widest)]
                   for _, start, values in labels.columns()]  # fmt: skip
        self.columns = torch.tensor(columns, device=tags.device)

    def gold(self, network: Network, scores: Scores, batch: Batch) -> Parts:
        """The loss of each head on the words that have a label for it."""
        gold = batch.gold
        words = functional.pad(words_of(batch), (1, 0), value=True)
        row, word = torch.nonzero((gold["relation"] != IGNORE) & (gold["head"] != IGNORE), as_tuple=True)
        named = relations_at(network, scores, row, word, gold["head"][row, word])
        known = (gold["start"] != IGNORE) & (gold["tag"] != IGNORE)
        return {
            "tag": self._tags(scores["tag"], gold["tag"]),
            "script": _choice(scores["script"], gold["script"], _SMOOTH),
            "start": functional.binary_cross_entropy_with_logits(scores["start"][known], gold["start"][known].float()),
            "arc": _choice(scores["arc"].masked_fill(~words[:, None, :], -1e9), gold["head"], 0.0),
            "relation": functional.cross_entropy(named, gold["relation"][row, word], label_smoothing=_SMOOTH),
            "entity": _entities(scores["entity"], gold["entity"], gold["complete"].bool()),
        }  # fmt: skip

    def taught(self, network: Network, scores: Scores, teacher: tuple[Network, Scores], batch: Batch) -> Parts:
        """How far each head is from what the teacher says, on all words."""
        wiser, wise = teacher
        here = words_of(batch)
        words = functional.pad(here, (1, 0), value=True)[:, None, :]
        arcs = [s["arc"].masked_fill(~words, -1e9)[here] for s in (scores, wise)]
        row, word = torch.nonzero(here, as_tuple=True)
        heads = arcs[1].argmax(-1)
        return {
            "tag": _sum_of_columns(*(self._by_column(s["tag"][here]) for s in (scores, wise))),
            "script": _distance(scores["script"][here], wise["script"][here]),
            "start": functional.binary_cross_entropy_with_logits(scores["start"][here], wise["start"][here].sigmoid()),
            "arc": _distance(*arcs),
            "relation": _distance(relations_at(network, scores, row, word, heads),
                                  relations_at(wiser, wise, row, word, heads)),
            "entity": _distance(scores["entity"][here], wise["entity"][here]),
        }  # fmt: skip

    def _by_column(self, scores: Tensor) -> Tensor:
        """(N, outputs) to (N, categories, widest), with no chance for what pads the narrower ones."""
        return functional.pad(scores, (0, 1), value=_NEVER)[:, self.columns]

    def _tags(self, scores: Tensor, gold: Tensor) -> Tensor:
        """The part of speech and the features, each a choice of its own; their losses are added up."""
        known = gold != IGNORE
        wanted = self.tags[gold[known]]
        odds = functional.log_softmax(self._by_column(scores[known]), -1)
        losses = -odds.gather(-1, wanted.clamp(min=0)[..., None])[..., 0].masked_fill(wanted == IGNORE, 0)
        return (losses.sum(0) / (wanted != IGNORE).sum(0).clamp(min=1)).sum()


def added(losses: Parts) -> Tensor:
    """One loss of all heads; a head that no word of the batch has a label for adds nothing."""
    parts = [share * torch.nan_to_num(losses[name]) for name, share in _SHARES.items()]
    return torch.stack(parts).sum()


def words_of(batch: Batch) -> Tensor:
    """(B, W): where a word is."""
    return batch.gold["start"] != IGNORE


def relations_at(network: Network, scores: Scores, row: Tensor, word: Tensor, heads: Tensor) -> Tensor:
    """(N, relations) scores of N words, each under the head given for it."""
    return network.relation_scores(scores["relation_head"][row, heads], scores["relation_child"][row, word])


def _sum_of_columns(scores: Tensor, wise: Tensor) -> Tensor:
    return _distance(scores.flatten(0, 1), wise.flatten(0, 1)) * scores.shape[1]


def _distance(scores: Tensor, wise: Tensor) -> Tensor:
    """Kullback-Leibler divergence, a mean over words."""
    known, wanted = functional.log_softmax(scores, -1), functional.log_softmax(wise, -1)
    return functional.kl_div(known, wanted, reduction="batchmean", log_target=True)


def _entities(scores: Tensor, gold: Tensor, complete: Tensor) -> Tensor:
    """Where the guideline has no MISC, a word outside all names may be O or MISC."""
    known = gold != IGNORE
    odds = functional.log_softmax(scores, -1)
    loss = -odds.gather(-1, gold.clamp(min=0)[..., None])[..., 0]
    either = -torch.logsumexp(odds[..., _WITHOUT_MISC], -1)
    loss = torch.where(~complete & (gold == 0), either, loss)
    return loss[known].mean()


def _choice(scores: Tensor, gold: Tensor, smooth: float) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, -2), gold.flatten(), ignore_index=IGNORE, label_smoothing=smooth)
