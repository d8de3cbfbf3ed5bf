/* What a query means, said as plainly as can be: every document is looked at. It stands in where lunr.js throws or its set of
 * terms is wrong, and shares nothing with the client but the words of a text and lunr's parser. The order of hits with
 * equal scores is not defined here. */

const K1 = 1.2, B = 0.75, REQUIRED = 2, PROHIBITED = 3;

/* Whether `edits` changes make `word` of `sought`: a letter more, a letter less, another letter, or two in exchange. As in
 * lunr, what has been exchanged may be changed again, and a star is any one letter. */
function isNear(word, sought, edits) {
  if (edits < 0) return false;
  if (!sought || !word) return word.length + sought.length <= edits;
  const is = (unit) => unit === word[0] || unit === "*", rest = word.slice(1);
  return (is(sought[0]) && isNear(rest, sought.slice(1), edits)) ||
    isNear(rest, sought, edits - 1) || isNear(word, sought.slice(1), edits - 1) ||
    isNear(rest, sought.slice(1), edits - 1) ||
    (sought.length > 1 && is(sought[1]) && isNear(rest, sought[0] + sought.slice(2), edits - 1));
}

function test(term, edits) {
  if (edits !== undefined) {
    return (word) => Math.abs(word.length - term.length) <= edits && isNear(word, term, edits);
  }
  const pattern = term.split(/\*+/).map((piece) => piece.replace(/[\\^$.|?+()[\]{}]/g, "\\$&")).join("[^]*");
  const known = new RegExp(`^${pattern}$`);
  return (word) => known.test(word);
}

export function openPlain(lunr, text, head, documents) {
  const fields = Object.entries(head.fields).map(([name, { boost }]) => ({ name, boost: boost || 1 }));
  const lengths = fields.map(() => []), postings = new Map();
  documents.forEach((document, place) => {
    fields.forEach(({ name }, field) => {
      const terms = text.indexTerms(String(document[name] ?? ""), !text.RUNNING_TEXT.includes(name));
      lengths[field].push(terms.length);
      for (const term of terms) {
        if (!postings.has(term)) postings.set(term, { number: postings.size, in: fields.map(() => new Map()) });
        const counts = postings.get(term).in[field];
        counts.set(place, (counts.get(place) || 0) + 1);
      }
    });
  });
  const averages = lengths.map((each) => each.reduce((sum, length) => sum + length, 0) / documents.length);
  const vocabulary = [...postings.keys()];

  function weight(term, field, place) {
    const { in: counts } = postings.get(term), held = counts.reduce((sum, each) => sum + each.size, 0);
    const rarity = Math.log(1 + Math.abs((documents.length - held + 0.5) / (held + 0.5)));
    const count = counts[field].get(place), long = lengths[field][place] / averages[field];
    return Math.round(rarity * ((K1 + 1) * count) / (K1 * (1 - B + B * long) + count) * fields[field].boost * 1000) / 1000;
  }

  /* Each clause as the terms that it means, the fields that it looks in and the documents that hold any of them there. */
  function read(query) {
    const parsed = new lunr.Query(fields.map(({ name }) => name));
    new lunr.QueryParser(query, parsed).parse();
    return parsed.clauses.map((clause) => {
      const sought = clause.usePipeline ? text.searchTerms(clause.term) : [clause.term];
      const met = sought.map((term) => vocabulary.filter(test(term, clause.editDistance)));
      const places = clause.fields.map((name) => fields.findIndex((field) => field.name === name)), holding = new Set();
      for (const term of met.flat()) {
        for (const field of places) for (const place of postings.get(term).in[field].keys()) holding.add(place);
      }
      return { ...clause, met: met.flat(), vain: !met.length || met.some((terms) => !terms.length), places, holding };
    });
  }

  /* By field the boost of every term. */
  function vectors(clauses) {
    const boosts = fields.map(() => new Map());
    for (const clause of clauses) {
      for (const term of clause.met) {
        for (const field of clause.places) boosts[field].set(term, (boosts[field].get(term) || 0) + clause.boost);
      }
    }
    return boosts;
  }

  function scoreOf(place, boosts) {
    return boosts.reduce((sum, vector, field) => {
      const all = [...vector].sort(([one], [other]) => postings.get(one).number - postings.get(other).number);
      const length = Math.sqrt(all.reduce((squares, [, boost]) => squares + boost * boost, 0));
      const product = all.reduce((dot, [term, boost]) =>
        postings.get(term).in[field].has(place) ? dot + boost * weight(term, field, place) : dot, 0);
      return sum + (product / length || 0);
    }, 0);
  }

  function search(query) {
    const clauses = read(query), asking = clauses.filter(({ presence }) => presence !== PROHIBITED);
    const required = asking.filter(({ presence }) => presence === REQUIRED), boosts = vectors(asking);
    if (required.some(({ vain }) => vain)) return [];
    const forbidden = new Set(clauses.filter((clause) => !asking.includes(clause)).flatMap(({ holding }) => [...holding]));
    const candidates = asking.length ? new Set(asking.flatMap(({ holding }) => [...holding])) : documents.keys();
    const hits = [...candidates].filter((place) =>
      !forbidden.has(place) && required.every(({ holding }) => holding.has(place)));
    return hits.map((place) => ({ ref: documents[place][head.ref], score: scoreOf(place, boosts) }))
      .sort((one, other) => other.score - one.score);
  }

  return { search };
}
