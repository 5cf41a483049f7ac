"""Compiles the catalogues: as a hatchling build hook, and by hand with ``python src/safeclass/language/build.py``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def compile_catalogues(locale: Path) -> list[Path]:
    """Write a ``.mo`` beside every ``.po`` below a folder; returns the files written."""
    written = []
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        with source.open("rb") as po:
            catalog = read_po(po, locale=source.parts[-3])
        with target.open("wb") as mo:
            write_mo(mo, catalog)
        written.append(target)
    return written


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand, where the build backend is not installed
    pass
else:

    class CatalogueBuildHook(BuildHookInterface):  # type: ignore[type-arg,misc,unused-ignore]
        """Compiles the catalogues before a wheel is built or an editable install made."""

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            """Compile, and name what was written so that the wheel holds it."""
            root = Path(self.root)
            written = compile_catalogues(root / "src" / "safeclass" / "language" / "locale")
            build_data["artifacts"].extend(str(path.relative_to(root)) for path in written)


if __name__ == "__main__":
    for path in compile_catalogues(Path(__file__).parent / "locale"):
        print(path.name)
