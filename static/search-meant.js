/* "Did you mean": words of the index that are near to one that is nowhere. */
(function (root) {
  "use strict";

  var text = root.sitegenText, planning = root.sitegenPlan;

  var MOST_EDITS = 2;
  var MOST_TRIED = 5; /* candidates for a word, and queries that are tried */

  var MOST_KNOWN = 64;

  /* A printed word, with what folds to hyphens and apostrophes. */
  var JOINT = "[-‐‑‒–−_'‘’ʼʻ´\u0060]";
  var printedPattern = text.lazily(function () { return new RegExp(text.CHAR + "+(?:" + JOINT + text.CHAR + "+)*", "gu"); });
  var letterPattern = text.lazily(function () { return new RegExp("\\p{L}", "u"); });

  /* 1 How far two words are apart */

  function editsFor(length) {
    return length < 3 ? 0 : length < 6 ? 1 : MOST_EDITS;
  }

  /* The letters that must be changed, added, left out or exchanged with their neighbour to make one word of the other;
   * `most` + 1 where that are more. */
  function distance(one, other, most) {
    var before = [], above = [], row = [];
    for (var at = 0; at <= other.length; at++) above[at] = at;
    for (var line = 1; line <= one.length; line++) {
      var least = row[0] = line;
      for (var column = 1; column <= other.length; column++) {
        var same = one[line - 1] === other[column - 1];
        var cost = Math.min(above[column] + 1, row[column - 1] + 1, above[column - 1] + (same ? 0 : 1));
        if (line > 1 && column > 1 && one[line - 1] === other[column - 2] && one[line - 2] === other[column - 1]) {
          cost = Math.min(cost, before[column - 2] + 1);
        }
        row[column] = cost;
        least = Math.min(least, cost);
      }
      if (least > most) return most + 1;
      var free = before;
      before = above;
      above = row;
      row = free;
    }
    return Math.min(above[other.length], most + 1);
  }

  /* Which letters a word has, as bits: one edit changes at most two of them. */
  function letters(word) {
    for (var bits = 0, at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
    return bits;
  }

  function ones(bits) {
    for (var count = 0; bits; count++) bits &= bits - 1;
    return count;
  }

  function digits(word) {
    return word.replace(/[^0-9]/g, "");
  }

  /* 2 Candidates */

  /* How long all words and terms are, and which letters they have; made once. */
  var made = new WeakMap();

  function looksOf(vocabulary) {
    var looks = made.get(vocabulary);
    if (!looks) {
      looks = { words: looksBy(vocabulary.size, vocabulary.word), terms: looksBy(vocabulary.size, vocabulary.term) };
      made.set(vocabulary, looks);
    }
    return looks;
  }

  function looksBy(size, string) {
    var lengths = new Uint16Array(size), bits = new Int32Array(size);
    for (var place = 0; place < size; place++) {
      var each = string(place);
      lengths[place] = each.length;
      bits[place] = letters(each);
    }
    return { lengths: lengths, bits: bits, string: string };
  }

  /* The edits between a word and each of many, Infinity where they are too many. */
  function nearness(word, looks) {
    var most = editsFor(word.length), bits = letters(word);
    return function (place) {
      if (!most || Math.abs(word.length - looks.lengths[place]) > most || ones(bits ^ looks.bits[place]) > 2 * most) return Infinity;
      var edits = distance(word, looks.string(place), most);
      return edits > most ? Infinity : edits;
    };
  }

  /* The words of the index that are nearest to one: by edits (of the words or of their stems), by whether they begin alike,
   * by how many papers have them, by the alphabet. */
  function candidates(vocabulary, typed) {
    var word = text.together(typed) || typed, looks = looksOf(vocabulary), found = [];
    var ofWords = nearness(word, looks.words), ofTerms = nearness(text.termOf(word), looks.terms);
    for (var place = 0; place < vocabulary.size; place++) {
      var edits = Math.min(ofWords(place), ofTerms(place));
      if (edits === Infinity) continue;
      var term = vocabulary.term(place), other = vocabulary.word(place);
      if (digits(other) !== digits(word)) continue;
      found.push({ word: other, term: term, edits: edits, apart: other[0] === word[0] ? 0 : 1, count: vocabulary.counts[place] });
    }
    return found.filter(function (each) { return leadsTo(each.word, each.term); }).sort(function (one, other) {
      return one.edits - other.edits || one.apart - other.apart || other.count - one.count || (one.term < other.term ? -1 : 1);
    });
  }

  /* Whether a word, typed, is looked for as the term. */
  function leadsTo(word, term) {
    var needs = text.queryTerms(word)[0];
    return needs.length === 1 && needs[0] === term;
  }

  function inField(index, field) {
    var place = index.fields.indexOf(field);
    return function (candidate) {
      var record = field ? index.find(candidate.term) : null;
      return !field || Boolean(record && record.fields[place]);
    };
  }

  /* 3 What was typed, with other words in it */

  function isUnknown(plan) {
    var clause = plan.clause, word = clause.words[0];
    return clause.role !== "not" && !clause.wildcard && !clause.phrase && !clause.named && !clause.edits && !plan.short &&
      letterPattern().test(word) && !text.hasUnspaced(word) && planning.isEmpty(plan.papers);
  }

  /* Where a folded word stands in what was typed, as [start, end]; null where it does not stand by itself. */
  function placeOf(typed, word) {
    var found = Array.from(typed.matchAll(printedPattern())).find(function (match) {
      var words = text.words(text.fold(match[0]));
      return words.length === 1 && words[0] === word;
    });
    return found ? [found.index, found.index + found[0].length] : null;
  }

  /* What was typed in pieces of text, each [text, is another word]. */
  function exchanged(typed, changes) {
    var pieces = [], at = 0;
    changes.slice().sort(function (one, other) { return one.place[0] - other.place[0]; }).forEach(function (change) {
      if (change.place[0] > at) pieces.push([typed.slice(at, change.place[0]), false]);
      pieces.push([change.word, true]);
      at = change.place[1];
    });
    return at < typed.length ? pieces.concat([[typed.slice(at), false]]) : pieces;
  }

  function joined(pieces) {
    return pieces.map(function (piece) { return piece[0]; }).join("");
  }

  function open(index) {
    var known = new Map(); /* the nearest words of those that were asked for last */

    function nearestTo(vocabulary, word) {
      if (!known.has(word)) {
        if (known.size >= MOST_KNOWN) known.clear();
        known.set(word, candidates(vocabulary, word).slice(0, 4 * MOST_TRIED));
      }
      return known.get(word);
    }

    /* The unknown words that stand by themselves, each with its candidates, the nearest first. */
    function guesses(typed, plans) {
      var vocabulary = index.vocabulary();
      return !vocabulary ? [] : plans.map(function (plan) {
        var word = plan.clause.words[0], place = placeOf(typed, word);
        var nearest = place ? nearestTo(vocabulary, word).filter(inField(index, plan.clause.field)) : [];
        return { place: place, words: nearest.slice(0, MOST_TRIED).map(function (each) { return each.word; }) };
      }).filter(function (guess) { return guess.words.length; });
    }

    /* All words at their nearest; then other candidates of the first, of the second… */
    function combinations(guesses) {
      var nearest = guesses.map(function (guess) { return { place: guess.place, word: guess.words[0] }; });
      var others = guesses.flatMap(function (guess, number) {
        return guess.words.slice(1).map(function (word) {
          return nearest.map(function (change, at) { return at === number ? { place: guess.place, word: word } : change; });
        });
      });
      return [nearest].concat(others).slice(0, MOST_TRIED);
    }

    /* Another text that finds papers where words of `typed` find none: {typed, pieces}, or null. `finds` tells whether a text
     * finds papers with all of its words, or with some. */
    function suggest(typed, plans, finds) {
      var unknown = plans.filter(isUnknown);
      var texts = unknown.length ? combinations(guesses(typed, unknown)).map(function (changes) { return exchanged(typed, changes); }) : [];
      if (!texts.length || !texts[0].some(function (piece) { return piece[1]; })) return null;
      var best = texts.find(function (pieces) { return finds(joined(pieces), false); });
      if (!best && finds(joined(texts[0]), true)) best = texts[0];
      return best && !index.lacking() ? { typed: joined(best), pieces: best } : null;
    }

    return { suggest: suggest };
  }

  root.sitegenMeant = { open: open, distance: distance, candidates: candidates, MOST_TRIED: MOST_TRIED };
})(globalThis);
