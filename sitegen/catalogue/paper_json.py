"""A paper as JSON, for `sitegen list --format jsonl` and papers.json: one contract in one place."""

from sitegen.model.paper import Paper


def paper_fields(paper: Paper) -> dict[str, object]:
    """A paper's fields as plain JSON values, always all of them and in this order.

    Texts are as printed, LaTeX included. `date` is ISO 8601 as exact as is known and null where no year is; `date_text`
    is what the listing prints. `scores` are oldest first and `score` is the newest. What is not known is null.
    """
    return {
        "id": paper.id,
        "title": paper.title,
        "authors": list(paper.authors),
        "authors_truncated": paper.authors_truncated,
        "author_count": paper.author_count,
        "abstract": paper.abstract,
        "is_summary": paper.is_summary,
        "date": paper.date.iso if paper.date else None,
        "date_text": paper.date_text,
        "date_inferred": paper.date_inferred,
        "venue": paper.venue,
        "subject": paper.subject,
        "subject_text": paper.subject_text,
        "organizations": list(paper.organizations),
        "arxiv_id": paper.arxiv_id,
        "doi": paper.doi,
        "urls": list(paper.urls),
        "has_code": paper.has_code,
        "code_urls": list(paper.code_urls),
        "score": paper.score,
        "scores": [
            {"value": score.value, "dump": score.dump, "captured": score.captured and score.captured.isoformat()}
            for score in paper.scores
        ],
        "upvotes": paper.upvotes,
        "comments": paper.comments,
        "github_stars": paper.github_stars,
        "submitted_by": paper.submitted_by,
        "topics": list(paper.topics),
        **_own_words(paper),
        "byline_confidence": paper.byline_confidence,
        "provenance": [{"dump": place.dump, "line": place.line} for place in paper.provenance],
    }


def _own_words(paper: Paper) -> dict[str, object]:
    """What the owner of the list says of the paper."""
    return {
        "status": paper.status and str(paper.status),
        "rating": paper.rating,
        "star": paper.star,
        "added": paper.added and paper.added.isoformat(),
        "finished": paper.finished and paper.finished.isoformat(),
        "aliases": list(paper.aliases),
        "note": paper.note,
    }
