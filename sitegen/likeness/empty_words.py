"""Words that say nothing of what a paper is about, and words that say it only beside another.

The weights find most such words by themselves: they stand in many papers and seldom twice in one. These lists are for
what they miss in a list of few papers, where a turn of speech can be as rare as a subject.
"""

from functools import cache

from sitegen.words.stemming import base_form

# How papers speak of themselves, of other papers and of how well things went.
_EMPTY = """
    ability able abstract accelerate accept access accompany accomplish accord accordingly account achieve
    acknowledge acquire across actual actually adapt add addition additional additionally address adequate adjust
    adopt advance advantage advantageous affect afterwards again against ago agree aid aim al alleviate allow
    alongside already alternate alternative although altogether always amenable amid among amount amplify analyse
    analysis analytical analyze another answer anyone anything appealing appear applicability applicable application
    apply approach appropriate approximately area argue arise around art arxiv aspect assess assist associate assume
    attain attempt attend attention attract attractive author available average avoid award aware bad baseline basic
    basis bear become beforehand begin behave behavior behind believe belong benchmark benchmarks beneficial benefit
    best better between beyond big bigl bigr billion bridge bring broad broader broadly build call capability
    capable capacity capture care careful carefully carry case cast category cause central certain challenge chance
    change characteristic characterize check choice choose claim class clear clearly close closely code collect com
    combination combine come common commonly community comparable compare comparison competitive complete completely
    complex complexity comply component comprehensive comprise concept concern conclude condition conduct confirm
    conjunction connect connection consequence consequently consider considerable considerably consist consistent
    consistently construct contain context contrary contrast contribute contribution conventional core correspond
    corresponding cost could count cover create critical critically crucial current currently dataset datasets deal
    decade decide decrease dedicate deem define degree deliver demand demonstrate depend deploy derive describe
    description design desirable desire despite detail deteriorate determine develop development differ difference
    different differently difficult difficulty direct directly disadvantage discern discover discuss discussion
    display disrupt distinct diverse diversity document dozen drastically draw drawback drive drop dub due during
    early ease easily easy effect effective effectively effectiveness efficacy efficiency efficient efficiently
    effort eg eight elaborate elegant eliminate elusive emerge emphasize empirical empirically employ enable
    encounter encourage end enhance enjoy enough enrich ensure entail entire entirely epsilon equip especially
    essential essentially establish et etc evaluate evaluation event eventually everything evidence exact exactly
    examine example exceed excel excellent exceptional exhibit exist existing exp expect expensive experience
    experiment experimental experimentally explain explicit explicitly exploit explore expose express extend
    extension extensive extensively extent extra extract extreme extremely face facilitate fact factor fail failure
    fair fall familiar family far favor favorable feasible field final finally find finding first fit five fix flaw
    flexibility flexible focus follow force form formal formally former formulate formulation forth foundation four
    frac framework free frequent frequently front fulfill full fully fundamental furthermore future gain gap general
    generally get github give go goal good grand great greater greatly ground grow guide half hand handle happen
    hard hardly harm heavily heavy help hence here hereby highlight highly hinder hitherto hold hop hope however
    html http https huge hundred idea ideal identical identify ie illustrate impact impede implement implementation
    implication imply importance important importantly impose impressive improve improvement inability include
    incorporate increase increasingly indeed indicate indispensable individual inevitably inferior influence inform
    inherent inherently initial initially innovative input insight inspire instance instead instrumental
    insufficient integral integrate integration intend interest interesting interestingly intricate intriguing
    introduce introduction intuition intuitive investigate investigation involve issue item itself jointly justify
    keep key kind know knowledge known lack last lastly late latter lay lead learn least leave left less let level
    leverage lie light like likely limit limitation limited list literature little log long look lot low main mainly
    mainstream maintain major majority make manifest manner manual manually many match mathbb mathbf mathcal mathrm
    mathsf matter max mean meaningful meanwhile measure mechanism meet mention mere merely merit method methodology
    mild million min mitigate mode modern modest modify moreover mostly motivate motivation much multiple namely
    narrow natural naturally nature near nearly necessary necessitate need negligible never nevertheless new newly
    next nice nontrivial nontrivially notable notably note noteworthy nothing notion novel novelty nowadays nuanced
    number numerical numerically numerous observation observe obstacle obtain occur off offer often once ones open
    operate opportunity optimally order orders ordinary org original originate others otherwise ours outcome
    outperform output outstanding overall overcome overlook overview page pairs paper paradigm paramount part
    partial partially particular particularly pave pdf people per perceive percent percentage perform performance
    persist perspective pertain phase phenomenon pioneer pipeline place plausible play plug plus point poor poorly
    popular pose position possess possibility possible possibly potential potentially power powerful practical
    practically practice practitioner precise precisely preferable preferred preliminary prepare presence present
    preserve pressing pretty prevail prevalent prevent previous previously primarily primary principle principled
    prior probable problem problematic procedure proceed process produce profound progress project prominent promise
    promising promote prone proper properly property proposal propose prove proven provide public publicly publish
    purpose pursue put quality quantify quantitative question quick quickly quite raise random range rapid rapidly
    rare rarely rate rather reach readily real realistic reality realize really reason reasonable reasonably receive
    recent recently recognize recommend reconsider recover reduce reduction refer reference refine reflect regard
    regardless regime relate relation relationship relative relatively relaxed release relevant reliable reliably
    reliance rely remain remarkable remarkably remedy render replace report represent require requirement research
    researcher resolve resource respect respective respectively respond response responsible rest result resulting
    retain rethink retrieve return reveal review revisit rich right rigorous rise role room root rough roughly run
    sacrifice same satisfactory satisfy save say scale scarce scarcity scenario scheme scope second secondly section
    see seek seem seldom select selection separate separately sequel series serious serve set setting setup seven
    sever several severe severely shape share shed sheer shift short shortcoming show shrink side significance
    significant significantly similar similarity similarly simple simplicity simplify simply simultaneous
    simultaneously since single situation six sketch slight slightly so solely solid solution solve something
    sometimes somewhat sophisticated sort sota sound source special specialize specially specific specifically
    specify spend spite spur sqrt stage stand standard start state statement steer stem step still straightforward
    strategically strategy streamline strength strengthen strict strictly strike strive strong strongly struggle
    study subject subsequent subsequently substantial substantially subtle succeed success successful successfully
    such suffer suffice sufficient sufficiently suggest suit suitability suitable summarize superior superiority
    supersede supplement support suppose suppress surge surpass surprise surprising surprisingly survey system
    systematic systematically tackle tailor take task technique technology tedious tell ten tend tendency term test
    theirs then theoretical theoretically theory thereby therefore thereof thing think third thorough thoroughly
    thousand three thus together tool top total toward towards trade tradeoff traditional traditionally transfer
    tremendous trivial true truly try turn twice two type typical typically ubiquitous ultimate ultimately unable
    unclear undergo underlie underlying undermine underscore understand understanding understudied undesirable
    unexplored unfortunately unified unify unintended unique unknown unlike unprecedented unseen upon urgent url
    usage use useful user usual usually utility utilize utmost valid validate validation valuable value variant
    variation variety various vary vast vastly verge version versus via viable view virtue visible vital vs way
    weakness website well whereas wherein whether whole wide widely widespread wise within without witness word work
    world worse worsen worst worthwhile would www yes yet yield zenodo
"""

# Subjects when they stand beside another word; alone, half of all papers have them.
_LEANING = """
    accuracy agent algorithm analysis architecture artificial attack attribute auto automatic base bench bound box
    choice class co computation computational confidence control convergence cross curve data decision deep deeper
    detection dimension distribution domain dynamic element embedding encoder environment error estimate expected
    fast feature few finite function global graph group guarantee hard high higher human hyper image information
    instance inter intra label language large larger layer learner learning length linear local loss lower machine
    mapping maximum memory meta mini minimum model multi natural negative network neural noise non normal object
    objective offline online optimal optimization output pair pairwise parameter pattern performance point policy
    positive post pre prediction predictive probability quadratic rank re real representation robust robustness
    sample score self semantic semi sequence signal size slow small soft space stable state statistical step strong
    structure sub super supervised supervision target test text time token top train trained training tuning un
    uniform unit update upper vanilla vision visual weak weight zero
"""


@cache
def empty_forms() -> frozenset[str]:
    """The base forms of words that never count, alone or beside another."""
    leaning = leaning_forms()
    return frozenset(form for form in map(base_form, _EMPTY.split()) if form not in leaning)


@cache
def leaning_forms() -> frozenset[str]:
    """The base forms of words that count little alone, and in full beside another."""
    return frozenset(map(base_form, _LEANING.split()))
