"""Figures and names in English and French text: found with offsets, normalised, compared, rendered.

Knows values. Does not know articles, passages or citations: text in, spans with values out.
"""

from rag.figures.cldr import day
from rag.figures.compare import compare, factor, same_dimension, same_unit, same_value
from rag.figures.find import find_figures
from rag.figures.model import Figure, Kind, Name, Qualifier, Relation
from rag.figures.names import find_names, mentions, same_name
from rag.figures.render import render

__all__ = [
    "Figure",
    "Kind",
    "Name",
    "Qualifier",
    "Relation",
    "compare",
    "day",
    "factor",
    "find_figures",
    "find_names",
    "mentions",
    "render",
    "same_dimension",
    "same_name",
    "same_unit",
    "same_value",
]
