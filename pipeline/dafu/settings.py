"""One frozen `Settings`, read from TOML and the command line."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dafu.errors import UsageError, first_fault

_REMEDY = "请按 README 中的设置表修改。 / Mend it as the settings table of the README says."


class Settings(BaseModel):
    """What a user may change; part of the record's fingerprint."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    lexicon_folder: Path | None = Field(default=None, exclude=True)
    """词表目录: vocabularies to use instead of those shipped; their content is in the fingerprint."""
    max_pages: int = Field(default=2000, ge=1)
    """页数上限: a file with more pages is refused."""
    max_bytes: int = Field(default=512 * 1024 * 1024, ge=1)
    """字节上限: a larger file is refused."""
    ocr: Literal["auto", "always", "never"] = "auto"
    """文字识别: auto reads by OCR what has no text, or text that cannot be trusted."""
    dpi: int = Field(default=300, ge=72, le=600)
    """扫描分辨率: dots an inch at which pages are drawn for OCR; never more than an image has."""
    ocr_runtime: Literal["auto", "onnxruntime", "openvino"] = "auto"
    """识别引擎: auto is OpenVINO where it is installed, else ONNX Runtime."""
    ocr_precision: Literal["f32", "bf16"] = "f32"
    """识别精度: bf16 needs OpenVINO and a processor that has it."""
    spacy_model: str | None = None
    """统计模型: an installed spaCy model (package name or folder) whose names are added to those of the rules."""
    threads: int = Field(default=1, ge=1, le=64, exclude=True)
    """线程数: of OCR; changes the time it takes, nothing else."""

    @classmethod
    def from_toml(cls, path: Path) -> Self:
        """Settings from the table `[dafu]` of a TOML file; raises `UsageError` that names the field."""
        try:
            return cls.model_validate(tomllib.loads(path.read_text("utf-8")).get("dafu", {}))
        except ValidationError as error:
            what = f"设置不符 / settings do not fit: {first_fault(error)}."
            raise UsageError(what, file=path.name, remedy=_REMEDY) from error
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            what = f"无法读取设置 / settings cannot be read: {error}."
            raise UsageError(what, file=path.name, remedy=_REMEDY) from error
