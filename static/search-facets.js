/* Facets: in what papers differ. Of each: what a choice lets through, and the choices with their counts. Both give what is
 * of no use while a file is not there. */
(function (root) {
  "use strict";

  var MOST_NAMES = 12; /* that are offered, beside those that are chosen */
  var SCORES = [99, 95, 90, 80, 70, 60, 50, 40, 30, 20, 10, 0], STARS = [5, 4, 3, 2, 1];

  /* 1 for each of `total` documents that fits. */
  function marked(total, fits) {
    var list = new Uint8Array(total);
    for (var doc = 0; doc < total; doc++) list[doc] = fits(doc) ? 1 : 0;
    return list;
  }

  /* How often each value below `size` stands among the documents that count. */
  function tally(docs, counts, values, size) {
    var found = new Uint32Array(size);
    for (var at = 0; at < docs.length; at++) found[values[docs[at]]] += counts[at];
    return found;
  }

  function membersOf(docs, counts) {
    var members = new Uint32Array(docs.length), size = 0;
    for (var at = 0; at < docs.length; at++) {
      members[size] = docs[at];
      size += counts[at];
    }
    return members.subarray(0, size);
  }

  /* Topics: any of some or all of them, and none of others. */
  function topicFacet(manifest, columns) {
    function passing(chosen) {
      var sets = columns.topics(), wanted = new Uint8Array(manifest.topics.length), out = new Uint8Array(wanted.length);
      var least = chosen.all ? chosen.wanted.length : Math.min(1, chosen.wanted.length);
      chosen.wanted.forEach(function (place) { wanted[place] = 1; });
      chosen.without.forEach(function (place) { out[place] = 1; });
      return sets && marked(manifest.count, function (doc) {
        for (var at = sets.starts[doc], found = 0, bad = 0; at < sets.starts[doc + 1]; at++) {
          found += wanted[sets.places[at]];
          bad |= out[sets.places[at]];
        }
        return found >= least && !bad;
      });
    }

    return {
      passing: passing,
      /* Of several topics that must all be there, what is chosen narrows the others; so does what must not. */
      narrowing: function (chosen) { return Object.assign({}, chosen, chosen.all ? {} : { wanted: [] }); },
      choices: function (docs, counts, chosen) {
        var sets = columns.topics(), found = new Uint32Array(manifest.topics.length);
        for (var at = 0; sets && at < docs.length; at++) {
          if (!counts[at]) continue;
          for (var each = sets.starts[docs[at]], end = sets.starts[docs[at] + 1]; each < end; each++) found[sets.places[each]]++;
        }
        return manifest.topics.map(function (topic, place) {
          return {
            slug: topic[4], label: topic[0], count: found[place], chosen: chosen !== null && chosen.wanted.includes(place),
            without: chosen !== null && chosen.without.includes(place), href: topic[1], colour: topic[2], shape: topic[3]
          };
        });
      }
    };
  }

  /* Names of a kind: any of some. */
  function nameFacet(manifest, names) {
    return {
      passing: function (chosen) {
        var lists = chosen.map(names.docsOf), list = new Uint8Array(manifest.count);
        lists.forEach(function (docs) {
          if (docs) docs.forEach(function (doc) { list[doc] = 1; });
        });
        return lists.every(Boolean) ? list : null;
      },
      choices: function (docs, counts, chosen) {
        var members = membersOf(docs, counts), picked = chosen || [];
        var listed = names.frequent(members, MOST_NAMES), offered = (listed || []).map(function (each) { return each[0]; });
        if (!listed) return [];
        picked.forEach(function (number) {
          if (!offered.includes(number)) listed.push([number, names.countOf(number, members)]);
        });
        return listed.map(function (entry) {
          return Object.assign({ count: entry[1], chosen: picked.includes(entry[0]) }, names.nameOf(entry[0]));
        });
      }
    };
  }

  /* Numbers from one to another: `values` gives that of each paper (0 for none), `of` what a person takes it for, and
   * `steps` the numbers that are offered as "so much and more"; without them each number is offered by itself. */
  function spanFacet(manifest, values, of, steps) {
    function fits(chosen, value) {
      return value ? of(value) >= chosen.from && of(value) <= chosen.to : chosen.none;
    }

    function choice(label, count, from, to, chosen) {
      return { slug: label, label: label, count: count, from: from, to: to, chosen: Boolean(chosen) && chosen.from <= from && chosen.to >= from };
    }

    /* How many that count have each number that any has, the largest first, and how many have none. */
    function tallied(docs, counts, all) {
      var size = all.reduce(function (one, other) { return Math.max(one, other); }, 0) + 1, found = tally(docs, counts, all, size);
      var known = new Uint8Array(size), list = [];
      for (var at = 0; at < docs.length; at++) known[all[docs[at]]] = 1;
      for (var value = size - 1; value > 0; value--) if (known[value]) list.push([of(value), found[value]]);
      return { list: list, none: found[0] };
    }

    function stepped(list, chosen) {
      var sum = 0, at = 0, before = 0;
      return steps.map(function (step) {
        for (; at < list.length && list[at][0] >= step; at++) sum += list[at][1];
        var entry = choice(String(step), sum, step, null, chosen && { from: chosen.from, to: chosen.from });
        entry.more = sum > before;
        before = sum;
        return entry;
      }).filter(function (entry) { return entry.more || entry.chosen; });
    }

    return {
      passing: function (chosen) {
        var all = values();
        return all && marked(manifest.count, function (doc) { return fits(chosen, all[doc]); });
      },
      choices: function (docs, counts, chosen) {
        var all = values(), found = all && tallied(docs, counts, all);
        if (!all) return [];
        var list = steps ? stepped(found.list, chosen) : found.list.map(function (each) {
          return choice(String(each[0]), each[1], each[0], each[0], chosen);
        });
        if (found.none || chosen && chosen.none) {
          list.push({ slug: "none", label: "", count: found.none, from: null, to: null, chosen: Boolean(chosen) && chosen.none });
        }
        return list;
      }
    };
  }

  /* One of few values, each [slug, label, more]. */
  function valueFacet(manifest, values, table) {
    return {
      passing: function (chosen) {
        var all = values();
        return all && marked(manifest.count, function (doc) { return chosen.includes(all[doc]); });
      },
      choices: function (docs, counts, chosen) {
        var all = values(), found = all && tally(docs, counts, all, table.length);
        return !all ? [] : table.map(function (entry, place) {
          return Object.assign({ slug: entry[0], label: entry[1], count: found[place], chosen: chosen !== null && chosen.includes(place) }, entry[2]);
        });
      }
    };
  }

  /* What is starred, and what has been neither read nor skipped. */
  function ownFacet(manifest, marks) {
    var done = manifest.marks.map(function (mark) { return mark[0] === "read" || mark[0] === "skipped"; });

    /* A test of documents; null while a file is not there. */
    function fits(chosen) {
      var stars = chosen.star ? marks.stars() : [], statuses = chosen.unread ? marks.statuses() : [];
      return stars && statuses && function (doc) { return (!chosen.star || stars[doc]) && !(chosen.unread && done[statuses[doc]]); };
    }

    return {
      passing: function (chosen) {
        var test = fits(chosen);
        return test && marked(manifest.count, test);
      },
      /* Each of the two narrows the other. */
      choices: function (docs, counts, chosen) {
        var now = chosen || { star: false, unread: false };
        return ["star", "unread"].map(function (slug) {
          var wanted = Object.assign({}, now), test, sum = 0;
          wanted[slug] = true;
          test = fits(wanted);
          for (var at = 0; test && at < docs.length; at++) sum += counts[at] && test(docs[at]) ? 1 : 0;
          return { slug: slug, label: "", count: sum, chosen: now[slug] };
        });
      }
    };
  }

  root.sitegenFacets = {
    topics: topicFacet, names: nameFacet, span: spanFacet, values: valueFacet, own: ownFacet,
    SCORES: SCORES, STARS: STARS
  };
})(globalThis);
