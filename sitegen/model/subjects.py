"""arXiv's categories: their codes, their names, and which one a code's last part alone can mean.

The codes and names are those of arXiv's category taxonomy. Listings print only the part after the dot.
"""

_NAMES_BY_ARCHIVE = {
    "astro-ph": """
        CO Cosmology and Nongalactic Astrophysics | EP Earth and Planetary Astrophysics | GA Astrophysics of Galaxies |
        HE High Energy Astrophysical Phenomena | IM Instrumentation and Methods for Astrophysics |
        SR Solar and Stellar Astrophysics""",
    "cond-mat": """
        dis-nn Disordered Systems and Neural Networks | mes-hall Mesoscale and Nanoscale Physics |
        mtrl-sci Materials Science | other Other Condensed Matter | quant-gas Quantum Gases |
        soft Soft Condensed Matter | stat-mech Statistical Mechanics | str-el Strongly Correlated Electrons |
        supr-con Superconductivity""",
    "cs": """
        AI Artificial Intelligence | AR Hardware Architecture | CC Computational Complexity |
        CE Computational Engineering, Finance, and Science | CG Computational Geometry | CL Computation and Language |
        CR Cryptography and Security | CV Computer Vision and Pattern Recognition | CY Computers and Society |
        DB Databases | DC Distributed, Parallel, and Cluster Computing | DL Digital Libraries |
        DM Discrete Mathematics | DS Data Structures and Algorithms | ET Emerging Technologies |
        FL Formal Languages and Automata Theory | GL General Literature | GR Graphics |
        GT Computer Science and Game Theory | HC Human-Computer Interaction | IR Information Retrieval |
        IT Information Theory | LG Machine Learning | LO Logic in Computer Science | MA Multiagent Systems |
        MM Multimedia | MS Mathematical Software | NA Numerical Analysis | NE Neural and Evolutionary Computing |
        NI Networking and Internet Architecture | OH Other Computer Science | OS Operating Systems | PF Performance |
        PL Programming Languages | RO Robotics | SC Symbolic Computation | SD Sound | SE Software Engineering |
        SI Social and Information Networks | SY Systems and Control""",
    "econ": "EM Econometrics | GN General Economics | TH Theoretical Economics",
    "eess": """
        AS Audio and Speech Processing | IV Image and Video Processing | SP Signal Processing |
        SY Systems and Control""",
    "math": """
        AC Commutative Algebra | AG Algebraic Geometry | AP Analysis of PDEs | AT Algebraic Topology |
        CA Classical Analysis and ODEs | CO Combinatorics | CT Category Theory | CV Complex Variables |
        DG Differential Geometry | DS Dynamical Systems | FA Functional Analysis | GM General Mathematics |
        GN General Topology | GR Group Theory | GT Geometric Topology | HO History and Overview |
        IT Information Theory | KT K-Theory and Homology | LO Logic | MG Metric Geometry | MP Mathematical Physics |
        NA Numerical Analysis | NT Number Theory | OA Operator Algebras | OC Optimization and Control |
        PR Probability | QA Quantum Algebra | RA Rings and Algebras | RT Representation Theory |
        SG Symplectic Geometry | SP Spectral Theory | ST Statistics Theory""",
    "nlin": """
        AO Adaptation and Self-Organizing Systems | CD Chaotic Dynamics | CG Cellular Automata and Lattice Gases |
        PS Pattern Formation and Solitons | SI Exactly Solvable and Integrable Systems""",
    "physics": """
        acc-ph Accelerator Physics | ao-ph Atmospheric and Oceanic Physics | app-ph Applied Physics |
        atm-clus Atomic and Molecular Clusters | atom-ph Atomic Physics | bio-ph Biological Physics |
        chem-ph Chemical Physics | class-ph Classical Physics | comp-ph Computational Physics |
        data-an Data Analysis, Statistics and Probability | ed-ph Physics Education | flu-dyn Fluid Dynamics |
        gen-ph General Physics | geo-ph Geophysics | hist-ph History and Philosophy of Physics |
        ins-det Instrumentation and Detectors | med-ph Medical Physics | optics Optics | plasm-ph Plasma Physics |
        pop-ph Popular Physics | soc-ph Physics and Society | space-ph Space Physics""",
    "q-bio": """
        BM Biomolecules | CB Cell Behavior | GN Genomics | MN Molecular Networks | NC Neurons and Cognition |
        OT Other Quantitative Biology | PE Populations and Evolution | QM Quantitative Methods |
        SC Subcellular Processes | TO Tissues and Organs""",
    "q-fin": """
        CP Computational Finance | EC Economics | GN General Finance | MF Mathematical Finance |
        PM Portfolio Management | PR Pricing of Securities | RM Risk Management | ST Statistical Finance |
        TR Trading and Market Microstructure""",
    "stat": """
        AP Applications | CO Computation | ME Methodology | ML Machine Learning | OT Other Statistics |
        TH Statistics Theory""",
}
_UNDIVIDED_ARCHIVES = {
    "gr-qc": "General Relativity and Quantum Cosmology",
    "hep-ex": "High Energy Physics - Experiment",
    "hep-lat": "High Energy Physics - Lattice",
    "hep-ph": "High Energy Physics - Phenomenology",
    "hep-th": "High Energy Physics - Theory",
    "math-ph": "Mathematical Physics",
    "nucl-ex": "Nuclear Experiment",
    "nucl-th": "Nuclear Theory",
    "quant-ph": "Quantum Physics",
}
# Two codes, one category: arXiv files the first under the second.
_ALIASES = {"cs.NA": "math.NA", "cs.SY": "eess.SY", "math.IT": "cs.IT", "stat.TH": "math.ST"}


def _names() -> dict[str, str]:
    names = dict(_UNDIVIDED_ARCHIVES)
    for archive, listed in _NAMES_BY_ARCHIVE.items():
        for entry in listed.split("|"):
            last_part, name = entry.split(maxsplit=1)
            names[f"{archive}.{last_part}"] = " ".join(name.split())
    return names


def _by_last_part() -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for subject in SUBJECT_NAMES:
        found.setdefault(subject.rpartition(".")[2], set()).add(_ALIASES.get(subject, subject))
    return {last_part: tuple(sorted(subjects)) for last_part, subjects in found.items()}


SUBJECT_NAMES = _names()
SUBJECTS_BY_LAST_PART = _by_last_part()


def resolve_subject(code: str) -> str:
    """The arXiv category that `code`, the part after the dot, means where it can mean only one (`CL` is `cs.CL`).

    A code that categories of several archives end in stays as it is: `CV` is computer vision in `cs` and complex
    variables in `math`, `ST` statistics theory in `math` and statistical finance in `q-fin`. Where arXiv files both
    under one category it has one meaning: `IT` is `cs.IT`, `NA` is `math.NA`, `SY` is `eess.SY`. `TH` stays, since
    `stat.TH` is `math.ST` but `econ.TH` is not. An unknown or whole code (`cs.CL`, `quant-ph`) stays as it is.
    """
    meanings = SUBJECTS_BY_LAST_PART.get(code, ())
    return meanings[0] if len(meanings) == 1 else code


def subject_name(subject: str) -> str | None:
    """What a category is called; the names of all it may be for an ambiguous last part; None for an unknown code."""
    if subject in SUBJECT_NAMES:
        return SUBJECT_NAMES[subject]
    meanings = SUBJECTS_BY_LAST_PART.get(subject, ())
    return " or ".join(SUBJECT_NAMES[meaning] for meaning in meanings) or None
