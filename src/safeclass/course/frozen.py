"""How the classes of the model are made: frozen dataclasses with slots, at a fifth of what making one costs otherwise.

`dataclass` writes and compiles six functions for each frozen class. With fifty classes that would be a fifth of the time in
which a lesson is checked, and what the functions do is the same for every class: so it stands here once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from functools import cache
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


def hint(help: str, *, default: Any = MISSING, default_factory: Any = MISSING, apart: bool = False, some: int = 2) -> Any:
    """A field with the help that an author's editor shows for its key: a msgid.

    What is marked `apart` may be left out when something in it is wrong: one item of a list, or the whole of another value.
    Of a list, an editor that is asked for an example writes out `some` items.
    """
    metadata = {"help": help, "apart": apart, "some": some}
    if default_factory is not MISSING:
        return field(default_factory=default_factory, metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(hint,))
def frozen(model: type[T]) -> type[T]:
    """Make a class a dataclass that is frozen, has slots, and is given its fields by name."""
    made = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=True)(model)
    for name, method in METHODS.items():
        setattr(made, name, method)
    return made


@cache
def _fields_of(model: Any) -> tuple[dict[str, Callable[[Any, Any], None]], dict[str, Any], dict[str, Callable[[], Any]]]:
    """What sets each of a class's fields, the defaults that some have, and what makes the defaults of others."""
    fields: dict[str, Field[Any]] = model.__dataclass_fields__
    defaults = {name: field.default for name, field in fields.items() if field.default is not MISSING}
    made = {name: field.default_factory for name, field in fields.items() if field.default_factory is not MISSING}
    return {name: getattr(model, name).__set__ for name in fields}, defaults, made


def _begin(self: Any, **given: Any) -> None:
    model: Any = type(self)
    setters, defaults, made = _fields_of(model)
    values = defaults | given
    for name in made.keys() - given.keys() if made else ():
        values[name] = made[name]()
    if values.keys() != setters.keys():
        raise TypeError(f"{model.__name__}: {', '.join(sorted(values.keys() ^ setters.keys()))} missing or unknown")
    for name, put in setters.items():
        put(self, values[name])


def _values(thing: Any) -> tuple[Any, ...]:
    return tuple([getattr(thing, name) for name in type(thing).__dataclass_fields__])


def _tell(self: Any) -> str:
    told = ", ".join(f"{name}={getattr(self, name)!r}" for name in type(self).__dataclass_fields__)
    return f"{type(self).__qualname__}({told})"


def _is_equal(self: Any, other: object) -> bool:
    return _values(self) == _values(other) if type(self) is type(other) else NotImplemented


def _refuse(self: Any, name: str, value: object = None) -> None:
    raise FrozenInstanceError(f"{name!r} of a {type(self).__name__} cannot be changed")


METHODS: Mapping[str, Any] = {
    "__init__": _begin,
    "__repr__": _tell,
    "__eq__": _is_equal,
    "__hash__": lambda self: hash(_values(self)),
    "__setattr__": _refuse,
    "__delattr__": _refuse,
}
"""What every class of the model does in the same way."""
