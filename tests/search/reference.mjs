/* What lunr.js itself answers: one index of all documents, made by npm's lunr with its own Builder and asked with its own
 * search. Only the text pipeline is ours. */

/* `head` is the first line of `sitegen list --format documents` ({ref, fields}) and `documents` the others. */
export function openReference(lunr, text, head, documents) {
  const builder = new lunr.Builder();
  text.plug(lunr, builder);
  builder.ref(head.ref);
  for (const [name, { boost }] of Object.entries(head.fields)) builder.field(name, { boost });
  for (const document of documents) builder.add(document);
  const index = builder.build(), sound = soundSet(lunr, Object.keys(index.invertedIndex));
  return { search: (query) => index.search(query), misled: (query) => isMisled(lunr, index, sound, query) };
}

/* lunr joins alike nodes of its set of terms, and takes for alike what has the same name, which it makes of labels and
 * numbers with nothing between: where terms have digits, two different nodes can have one name. This is the same set with
 * nothing joined. */
function soundSet(lunr, terms) {
  const root = new lunr.TokenSet();
  for (const term of terms.sort()) {
    let node = root;
    for (const unit of term.split("")) node = node.edges[unit] ??= new lunr.TokenSet();
    node.final = true;
  }
  return root;
}

/* Whether lunr takes a clause for other terms than it stands for, for want of a sound set: its answer is then wrong. */
function isMisled(lunr, index, sound, query) {
  const read = new lunr.Query(index.fields);
  new lunr.QueryParser(query, read).parse();
  return read.clauses.some((clause) => {
    const terms = clause.usePipeline ? index.pipeline.runString(clause.term, { fields: clause.fields }) : [clause.term];
    return terms.some((term) => {
      const pattern = lunr.TokenSet.fromClause({ ...clause, term });
      const [theirs, right] = [index.tokenSet, sound].map((set) => set.intersect(pattern).toArray());
      return theirs.join(" ") !== right.join(" ");
    });
  });
}
