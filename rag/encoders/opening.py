"""A tokenizer and an ONNX model opened from their files, the same way for every model that ships.

Knows `tokenizers` and ONNX Runtime, both imported when a file is opened. Does not know what the models are for.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from rag.errors import EncoderError

if TYPE_CHECKING:
    from tokenizers import Tokenizer


def open_tokenizer(file: Path) -> Tokenizer:
    """The tokenizer of a ``tokenizer.json``, without cutting or filling up.

    Raises:
        EncoderError: the file is missing or unreadable.
    """
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(file))
    except Exception as error:  # the library raises bare Exception
        raise EncoderError(f"{file} is missing or unreadable: reinstall citewire") from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def open_session(file: Path) -> Any:  # noqa: ANN401 - onnxruntime has no types
    """The ONNX Runtime session of a model, on the processor and one thread: texts run side by side instead.

    Raises:
        EncoderError: the file is missing or unreadable.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises its own, unrelated types
        raise EncoderError(f"{file} is missing or unreadable: reinstall citewire") from error
