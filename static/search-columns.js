/* Filters, counts and order by date over document numbers, from the columns (sitegen/search/column_parts.py says how they
 * are made). Nothing here knows of queries: any list of papers can be narrowed with it.
 *
 * Filters are {topic: [slug…], author: [slug…], status: [slug…], years: [from, to], undated: true}, all of them optional:
 * any topic, author or status of a list will do, a year from `from` to `to` (null is open) or, with `undated`, none; and
 * all of these together. What is unknown is left out, and `remarks` says so. What is computed while a file is not there
 * yet is of no use: `files.run` computes it again. */
(function (root) {
  "use strict";

  var numbers = root.sitegenNumbers, facts = root.sitegenFacts;

  var FACETS = ["topics", "years", "states", "authors"];
  var MOST_AUTHORS = 12; /* that are offered, beside those that are chosen */
  var UNDATED = 0; /* among ages in years */
  var LAST = 0xffffffff; /* among ages in days */

  function column(at) {
    return function (row) { return row[at]; };
  }

  /* What is asked for, as a list; addresses may hold one word instead of it, or none. */
  function listOf(asked) {
    return asked === undefined || asked === null ? [] : [].concat(asked);
  }

  function joined(lists) {
    var size = lists.reduce(function (sum, list) { return sum + list.length; }, 0), all = new Uint32Array(size), at = 0;
    lists.forEach(function (list) {
      all.set(list, at);
      at += list.length;
    });
    return all;
  }

  function quoted(words) {
    return words.map(function (word) { return "“" + word + "”"; }).join(", ");
  }

  /* 1 What is chosen: filters in terms of the columns */

  /* Places without the -1 of those that are unknown, which are left out and said, and the null of those that are not known
   * yet; null where none is left. */
  function leftOver(slugs, places, noun, remarks) {
    var unknown = slugs.filter(function (_slug, at) { return places[at] === -1; });
    var left = places.filter(function (place) { return place !== -1 && place !== null; });
    if (unknown.length) {
      remarks.push("No " + noun + " here is called " + quoted(unknown) +
        (unknown.length > 1 ? ": these filters are left out." : ": this filter is left out."));
    }
    return left.length ? Array.from(new Set(left)) : null;
  }

  /* The place of each slug in a list of those that are known. */
  function placesOf(slugs, known, noun, remarks) {
    return leftOver(slugs, slugs.map(function (slug) { return known.indexOf(slug); }), noun, remarks);
  }

  /* Years as {from, to, undated}; null where nothing is asked of them. */
  function yearsOf(filters, remarks) {
    var years = listOf(filters.years).map(function (year) { return year === null || year === "" ? null : Number(year); });
    if (!years.every(function (year) { return year === null || Number.isInteger(year); })) {
      remarks.push(quoted(listOf(filters.years)) + " are no years: this filter is left out.");
      years = [];
    }
    var from = years.length && years[0] !== null ? years[0] : -Infinity;
    var to = years.length > 1 && years[1] !== null ? years[1] : Infinity;
    if (from === -Infinity && to === Infinity) return filters.undated ? { from: 1, to: 0, undated: true } : null;
    return { from: Math.min(from, to), to: Math.max(from, to), undated: Boolean(filters.undated) };
  }

  function withoutYears(filters, remarks) {
    if (listOf(filters.years).some(Boolean)) remarks.push("No paper here has a year: this filter is left out.");
    return null;
  }

  function open(files) {
    var manifest = files.manifest, total = manifest.count, known = new Map(), kept = new Map();
    var authors = root.sitegenAuthors.open(files);

    /* Whether papers of this list differ in a facet: otherwise there is nothing to choose. */
    function tells(facet) {
      return manifest.columns.facets.includes(facet);
    }

    /* 2 The columns, each read once; null while a file of it is not there */

    function read(name, make) {
      var payloads = [];
      if (!known.has(name)) {
        for (var part = 0; part * manifest.columns.per < total; part++) payloads.push(files.get(name + part));
        if (!payloads.every(Boolean)) return null;
        known.set(name, make(function (text) {
          return joined(payloads.map(function (payload) { return numbers.list(payload[text]); }));
        }));
      }
      return known.get(name);
    }

    /* The year of each paper, and all years from the newest to the oldest; 0 is none, and the last. */
    function years() {
      return read("years", function (texts) {
        var each = texts(0).map(function (age) { return age === UNDATED ? 0 : manifest.newest + 1 - age; });
        return { each: each, all: Array.from(new Set(each)).sort(function (one, other) { return other - one; }) };
      });
    }

    /* Where the topics of each paper begin, and the topics of all. */
    function topics() {
      return read("topics", function (texts) {
        var starts = facts.startsOf(texts(0));
        return { starts: starts, places: facts.rise(texts(1), starts) };
      });
    }

    function statuses() {
      return read("states", function (texts) {
        return Uint8Array.from(texts(0), function (state) { return facts.stateOf(state).status; });
      });
    }

    /* The rank of each paper by its date, 0 for the newest and equal for equal dates, and how many ranks there are. What is
     * not known of a date comes after what is known, and papers without a year share the last rank. */
    function ranks() {
      var dated = years(), days = read("days", function (texts) { return { months: texts(0), days: texts(1), ranks: null }; });
      if (!dated || !days) return null;
      if (!days.ranks) {
        var ages = dated.each.map(function (year, doc) {
          return year ? ((manifest.newest + 1 - year) * 13 - days.months[doc]) * 32 - days.days[doc] : LAST;
        });
        var sorted = Array.from(new Set(ages)).sort(function (one, other) { return one - other; });
        var rankOf = new Map(sorted.map(function (age, rank) { return [age, rank]; }));
        days.ranks = { each: ages.map(function (age) { return rankOf.get(age); }), count: sorted.length };
      }
      return days.ranks;
    }

    /* 3 What filters let through: 1 for each such document */

    function marked(fits) {
      var list = new Uint8Array(total);
      for (var doc = 0; doc < total; doc++) list[doc] = fits(doc) ? 1 : 0;
      return list;
    }

    function isChosenYear(chosen, year) {
      return year ? year >= chosen.from && year <= chosen.to : chosen.undated;
    }

    /* 1 at each place of a list of places. */
    function flags(places, size) {
      var list = new Uint8Array(size);
      places.forEach(function (place) { list[place] = 1; });
      return list;
    }

    var PASSING = {
      topics: function (chosen) {
        var sets = topics(), wanted = flags(chosen, manifest.topics.length);
        return sets && marked(function (doc) {
          for (var at = sets.starts[doc], found = 0; at < sets.starts[doc + 1]; at++) found |= wanted[sets.places[at]];
          return found;
        });
      },
      years: function (chosen) {
        var all = years();
        return all && marked(function (doc) { return isChosenYear(chosen, all.each[doc]); });
      },
      states: function (chosen) {
        var all = statuses(), wanted = flags(chosen, manifest.marks.length);
        return all && marked(function (doc) { return wanted[all[doc]]; });
      },
      authors: function (chosen) {
        var lists = chosen.map(authors.docsOf), list = new Uint8Array(total);
        lists.forEach(function (docs) {
          if (docs) docs.forEach(function (doc) { list[doc] = 1; });
        });
        return lists.every(Boolean) ? list : null;
      }
    };

    /* The same filters are asked for again at each key that is typed: what they let through is kept. */
    function passing(facet, chosen) {
      var key = JSON.stringify([chosen, chosen.from === -Infinity, chosen.to === Infinity]), last = kept.get(facet);
      if (!last || last.key !== key) {
        last = { key: key, passing: PASSING[facet](chosen) };
        if (!last.passing) return new Uint8Array(total);
        kept.set(facet, last);
      }
      return last.passing;
    }

    /* What is chosen in each facet, or null, and what has to be said of the rest. */
    function resolve(filters) {
      var asked = filters || {}, remarks = [], writers = listOf(asked.author);
      var marks = tells("states") ? manifest.marks.map(column(0)) : [];
      return {
        topics: placesOf(listOf(asked.topic), manifest.topics.map(column(4)), "topic", remarks),
        years: tells("years") ? yearsOf(asked, remarks) : withoutYears(asked, remarks),
        states: placesOf(listOf(asked.status), marks, "reading mark", remarks),
        authors: leftOver(writers, writers.map(authors.numberOf), "author", remarks),
        remarks: remarks
      };
    }

    /* The facets in which something is chosen, each with what that lets through; all ask for their files at once. */
    function passes(chosen) {
      return FACETS.filter(function (facet) { return chosen[facet]; }).map(function (facet) {
        return { facet: facet, passing: passing(facet, chosen[facet]) };
      });
    }

    /* 1 for each document that the filters let through; null where they let through all. Do not change the list. */
    function allowed(filters) {
      var all = passes(resolve(filters));
      return all.length ? all.map(column("passing")).reduce(both) : null;
    }

    function both(one, other) {
      return one.map(function (passes, doc) { return passes & other[doc]; });
    }

    /* 4 Counts */

    /* 1 for each of `docs` that counts in a facet: what is chosen there does not narrow it, all else does. */
    function countable(docs, all, facet) {
      var list = new Uint8Array(docs.length).fill(1);
      all.forEach(function (each) {
        if (each.facet !== facet) for (var at = 0; at < docs.length; at++) list[at] &= each.passing[docs[at]];
      });
      return list;
    }

    function membersOf(docs, counts) {
      var members = new Uint32Array(docs.length), size = 0;
      for (var at = 0; at < docs.length; at++) {
        members[size] = docs[at];
        size += counts[at];
      }
      return members.subarray(0, size);
    }

    /* How often each value below `size` stands among the documents, or those that count. */
    function tally(docs, counts, values, size) {
      var found = new Uint32Array(size);
      for (var at = 0; at < docs.length; at++) found[values[docs[at]]] += counts ? counts[at] : 1;
      return found;
    }

    var CHOICES = {
      topics: function (docs, counts, chosen) {
        var sets = topics(), found = new Uint32Array(manifest.topics.length);
        if (!sets) return [];
        for (var at = 0; at < docs.length; at++) {
          if (!counts[at]) continue;
          for (var each = sets.starts[docs[at]], end = sets.starts[docs[at] + 1]; each < end; each++) found[sets.places[each]]++;
        }
        return manifest.topics.map(function (topic, place) {
          return {
            slug: topic[4], label: topic[0], count: found[place], chosen: chosen !== null && chosen.includes(place),
            href: topic[1], colour: topic[2], shape: topic[3]
          };
        });
      },
      years: function (docs, counts, chosen) {
        var all = years(), found = all && tally(docs, counts, all.each, manifest.newest + 1);
        return !all ? [] : all.all.map(function (year) {
          return {
            slug: year ? String(year) : "none", label: year ? String(year) : "No year", count: found[year],
            chosen: chosen !== null && isChosenYear(chosen, year), year: year || null
          };
        });
      },
      states: function (docs, counts, chosen) {
        var all = statuses(), found = all && tally(docs, counts, all, manifest.marks.length);
        return !all ? [] : manifest.marks.map(function (mark, place) {
          return {
            slug: mark[0], label: mark[2] || "Not marked", count: found[place],
            chosen: chosen !== null && chosen.includes(place), mark: mark[1]
          };
        });
      },
      authors: function (docs, counts, chosen) {
        var members = membersOf(docs, counts), picked = chosen || [];
        var listed = authors.frequent(members, MOST_AUTHORS), offered = (listed || []).map(column(0));
        if (!listed) return [];
        picked.forEach(function (number) {
          if (!offered.includes(number)) listed.push([number, authors.countOf(number, members)]);
        });
        return listed.map(function (entry) {
          return Object.assign({ count: entry[1], chosen: picked.includes(entry[0]) }, authors.nameOf(entry[0]));
        });
      }
    };

    /* For each facet that is asked for (`which`, or all) and that tells papers apart its choices, each {slug, label, count,
     * chosen}; topics also have `href`, `colour` and `shape`, years `year` (null for none), states `mark`, the name of
     * their sign. A count is what choosing this alone in its facet would leave of `docs` (null: all papers). All topics,
     * years and states are listed, of authors those with the most papers and those that are chosen. */
    function count(docs, which, filters) {
      var chosen = resolve(filters), all = passes(chosen), found = {};
      var listed = docs || Uint32Array.from({ length: total }, function (_none, doc) { return doc; });
      (which || FACETS).forEach(function (facet) {
        if (tells(facet)) found[facet] = CHOICES[facet](listed, countable(listed, all, facet), chosen[facet]);
      });
      return found;
    }

    /* 5 Order by date */

    /* The places in `docs`: the newest paper first, those without a year last, equals in the order of `docs`. */
    function newestFirst(docs) {
      var rank = ranks(), places = new Uint32Array(rank ? docs.length : 0);
      var next = facts.startsOf(rank ? tally(docs, null, rank.each, rank.count) : []);
      for (var at = 0; at < places.length; at++) places[next[rank.each[docs[at]]]++] = at;
      return places;
    }

    return {
      facets: manifest.columns.facets,
      allowed: allowed,
      /* What has to be said of filters: those that are unknown here. */
      remarks: function (filters) { return resolve(filters).remarks; },
      count: count,
      newestFirst: newestFirst,
      sortByDate: function (docs) {
        return Uint32Array.from(newestFirst(docs), function (place) { return docs[place]; });
      }
    };
  }

  root.sitegenColumns = { open: open, FACETS: FACETS, MOST_AUTHORS: MOST_AUTHORS };
})(globalThis);
