"""Measure maps by scikit-learn's own trustworthiness, in the space of its own plain TF-IDF.

    python benchmarks/map/plain.py FILE.json …

The files are those that layout.py --write made. Needs scikit-learn 1.5 or newer, which nothing else here does.
"""

import json
import sys
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.manifold import trustworthiness
from sklearn.metrics.pairwise import cosine_distances


def main() -> None:
    """Print one line a file."""
    for name in sys.argv[1:]:
        kept = json.loads(Path(name).read_text(encoding="utf-8"))
        vectors = TfidfVectorizer(stop_words="english", sublinear_tf=True, min_df=2).fit_transform(kept["texts"])
        points = np.array(kept["points"], dtype=float)
        trust = trustworthiness(cosine_distances(vectors), points, n_neighbors=10, metric="precomputed")
        sys.stdout.write(f"{len(points):>7,}  {trust:.3f}  {name}\n")


if __name__ == "__main__":
    main()
