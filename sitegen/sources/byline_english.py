"""A little English, for titles whose abstracts are too few to teach any: small words, endings and common nouns."""

WORDS = tuple(
    """
    a about across after against all along amid among an and any are as at based be before behind between beyond both
    but by can could do does down driven during each else enough every few for free from guided had has have here high
    how if in into is it its just large less like long low made many may more most much must near need no not now of
    off on one only open or other our out over own per rather same self should since small so some still such than that
    the that their them then there these they this those through to too toward towards two under until up upon us use
    using versus via was way we well were what when where whether which while who whom whose why will with within
    without world would yet you your
    network networks model models learning detection data system systems method methods analysis theory problem problems
    process processes image images language languages vision robot robots control design study survey approach search
    work works text graph scope time task tasks rate rates space field scale shot stream
    """.split()
)

# Endings by which a word is made from another one.
SUFFIXES = frozenset(
    """
    s es ed d ing er ers or ors ly al ally ity ities ness ion ions ation ations ment ments able ible ive ic ical ics
    ist ists ism y ies ian ish ful less ship ships hood ward wards wise like free based ary ory ous ization isation ize
    ise ized ised izing ising izer iser ular ar ant ent ance ence ancy ency age dom eer ette ify ified ifying ology
    ography istic ability eous ious ative ature
    """.split()
)
