"""Writes a language model with random weights that llama.cpp can load: half a megabyte, and it says anything.

    tiny.py FILE

A model of bytes, one layer of 64 numbers: it has no idea of language, so that whatever structure its answers have comes
from the server, which holds it to a grammar.
"""

import sys

import gguf
import numpy as np

LAYERS, WIDTH, HEADS, HIDDEN, CONTEXT = 1, 64, 4, 128, 65536
SPECIAL = ["<unk>", "<s>", "</s>"]
# What is asked and answered. Tools are told and called as in the templates of models that can do so, from which the server
# learns how a call looks.
TEMPLATE = """\
{%- if tools %}
{{- 'tools:\\n' }}
{%- for tool in tools %}
{{- tool | tojson }}
{{- '\\n' }}
{%- endfor %}
{%- endif %}
{%- for message in messages %}
{{- '<|' + message.role + '|>\\n' }}
{%- if message.content %}
{{- message.content }}
{%- endif %}
{%- if message.tool_calls %}
{%- for call in message.tool_calls %}
{{- '<use>{"name": "' + call.function.name + '", "arguments": ' }}
{{- call.function.arguments | tojson }}
{{- '}</use>;' }}
{%- endfor %}
{%- endif %}
{{- '<|end|>\\n' }}
{%- endfor %}
{%- if add_generation_prompt %}
{{- '<|assistant|>\\n' }}
{%- endif %}
"""
# How much likelier than others these tokens are, in logits: strings, lists and objects come to their end, numbers stay short,
# and an answer without a grammar goes on until it has its length.
LIKELY = {'"': 4.0, "}": 2.0, "]": 2.0, ",": 1.0, ";": -6.0, "e": -3.0, "E": -3.0, ".": -2.0, "-": -3.0, " ": -3.0, "\\": -6.0}
UNLIKELY, NEVER = -8.0, -30.0
# What follows on what, or does not: an answer begins with a call of a tool, and ends behind it, where the grammar lets it;
# lists and texts are not empty, and of one thing there is one.
FOLLOWS = {"\n<": 3.0, "<u": 3.0, "us": 3.0, "se": 3.0, "e>": 3.0, "}<": 3.0, "},": -2.0, "[]": -2.0, '""': -3.0}
LAST = ";"
# The one number of each token that is always the same, so that the output can have a likelihood of its own for each.
CONSTANT = 8.0


def vocabulary(writer: gguf.GGUFWriter) -> int:
    """All bytes as tokens, behind the special ones; returns how many there are."""
    tokens = [token.encode() for token in SPECIAL] + [b"<0x%02X>" % byte for byte in range(256)]
    kinds = [gguf.TokenType.UNKNOWN, gguf.TokenType.CONTROL, gguf.TokenType.CONTROL] + [gguf.TokenType.BYTE] * 256
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores([0.0] * len(tokens))
    writer.add_token_types(kinds)
    writer.add_unk_token_id(0)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_add_space_prefix(False)
    writer.add_chat_template(TEMPLATE)
    return len(tokens)


def head(writer: gguf.GGUFWriter, tokens: int) -> None:
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(HIDDEN)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_vocab_size(tokens)
    writer.add_file_type(gguf.LlamaFileType.ALL_F32)


def likelihoods(tokens: int) -> np.ndarray:
    """How likely each token is by itself, in logits."""
    likely = np.full(tokens, UNLIKELY, dtype=np.float32)
    first = len(SPECIAL)
    likely[:first] = NEVER
    likely[first + 33 : first + 127] = 0.0
    for character, logit in LIKELY.items():
        likely[first + ord(character)] = logit
    return likely


def weights(writer: gguf.GGUFWriter, tokens: int) -> None:
    chance = np.random.default_rng(7)

    def random(scale: float, *shape: int) -> np.ndarray:
        return (chance.standard_normal(shape) * scale).astype(np.float32)

    embedding, output = random(0.3, tokens, WIDTH), random(0.5, tokens, WIDTH)
    embedding[:, 0] = CONSTANT
    first, end = len(SPECIAL), SPECIAL.index("</s>")
    for (before, after), weight in FOLLOWS.items():
        output[first + ord(after)] += weight * embedding[first + ord(before)]
    output[end] += 9.0 * embedding[first + ord(LAST)]
    output[:, 0] = likelihoods(tokens) / CONSTANT
    writer.add_tensor("token_embd.weight", embedding)
    writer.add_tensor("output.weight", output)
    writer.add_tensor("output_norm.weight", np.ones(WIDTH, dtype=np.float32))
    for layer in range(LAYERS):
        for part in ("attn_q", "attn_k", "attn_v", "attn_output"):
            writer.add_tensor(f"blk.{layer}.{part}.weight", random(0.05, WIDTH, WIDTH))
        writer.add_tensor(f"blk.{layer}.ffn_gate.weight", random(0.05, HIDDEN, WIDTH))
        writer.add_tensor(f"blk.{layer}.ffn_up.weight", random(0.05, HIDDEN, WIDTH))
        writer.add_tensor(f"blk.{layer}.ffn_down.weight", random(0.05, WIDTH, HIDDEN))
        for norm in ("attn_norm", "ffn_norm"):
            writer.add_tensor(f"blk.{layer}.{norm}.weight", np.ones(WIDTH, dtype=np.float32))


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("error: expected the file to write: tiny.py FILE")
    writer = gguf.GGUFWriter(sys.argv[1], "llama")
    tokens = vocabulary(writer)
    head(writer, tokens)
    weights(writer, tokens)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if __name__ == "__main__":
    main()
