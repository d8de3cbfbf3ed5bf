"""The lunr index of all documents, built by lunr.py with our own text pipeline in place of lunr's."""

from collections.abc import Sequence
from typing import Any

from lunr.builder import Builder
from lunr.index import Index
from lunr.pipeline import Pipeline
from lunr.token import Token
from lunr.token_set import TokenSet

from sitegen.search.documents import FIELDS, Document
from sitegen.words.text import fold, index_terms, query_terms, words

# The name under which lunr.py and lunr.js know our text pipeline.
PIPELINE = "sitegen-terms"


def _terms_of_token(token: Any, _index: int, _tokens: Any) -> list[Any]:
    terms = [term for word in words(fold(str(token))) for term in query_terms(word)[0]]
    return [Token(term) for term in dict.fromkeys(terms)]


Pipeline.register_function(_terms_of_token, PIPELINE)


def build_lunr_index(documents: Sequence[Document]) -> Index:
    """Index documents in the given order; the index answers lunr queries, each word as its terms."""
    search_pipeline = Pipeline()
    search_pipeline.add(_terms_of_token)
    if not documents:
        # lunr.py would divide by the number of documents.
        return Index({}, {}, TokenSet(), [field.name for field in FIELDS], search_pipeline)
    builder = Builder()
    builder.ref("ref")
    builder.search_pipeline = search_pipeline
    for field in FIELDS:
        builder.field(field.name, boost=field.boost)
    for document in documents:
        # Lists are taken as tokens: lunr splits nothing itself.
        terms = {f.name: index_terms(document.text(f), keep_stop_words=not f.running_text) for f in FIELDS}
        builder.add({"ref": document.ref, **terms})
    return builder.build()
