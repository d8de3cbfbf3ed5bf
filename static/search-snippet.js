/* Where the found words stand in a text as shown, and the part of a long text that shows most of them. */
(function (root) {
  "use strict";

  var text = root.sitegenText;

  var SNIPPET_LENGTH = 260;

  /* Words as printed, with what folds to hyphens and apostrophes. */
  var JOINT = "[-‐‑‒–−_'‘’ʼʻ´\u0060]";
  function patterns(char) {
    return {
      printed: new RegExp(char + "+(?:(?:" + JOINT + "|(?<=[0-9])\\.(?=[0-9]))" + char + "+)*(?:\\+\\+|#)?", "gu"),
      run: new RegExp(char + "+", "gu")
    };
  }
  /* Nearly all texts hold the letters of European languages and the commonest signs only, which have a short way. */
  var NOT_EUROPEAN = /[^\u0000-\u007f\u00a0\u00c0-\u024f‐‑‒–—−‘’“”…]/;
  var european = text.lazily(function () { return patterns("[A-Za-z0-9\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f]"); });
  var anyScript = text.lazily(function () { return patterns(text.CHAR); });

  function patternsFor(shown) {
    return NOT_EUROPEAN.test(shown) ? anyScript() : european();
  }

  var MOST_KNOWN = 10000;
  var known = new Map();

  /* The terms of a printed word, and that of the whole where it is a compound; the same words come again and again. */
  function termsOf(printed) {
    var found = known.get(printed);
    if (found) return found;
    var words = text.words(text.fold(printed));
    found = {
      all: words.flatMap(function (word) { return text.wordTerms(word, true); }),
      whole: words.map(text.together).filter(Boolean).flatMap(function (whole) { return [whole, text.termOf(whole)]; })
    };
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(printed, found);
    return found;
  }

  function hasAny(list, terms) {
    return list.some(function (term) { return terms.has(term); });
  }

  /* Runs without spaces: a character is found with the neighbour it was found with. */
  function unspacedSpans(run, from, terms) {
    var chars = Array.from(run), spans = [], at = from;
    chars.forEach(function (char, place) {
      var next = chars[place + 1] || "", end = at + char.length;
      if (next && terms.has(char + next)) spans.push([at, end + next.length]);
      else if (terms.has(char)) spans.push([at, end]);
      at = end;
    });
    return spans;
  }

  /* The first letters of some terms. Stems begin as their words do, so most words of a text need not be looked at. */
  var initials = new WeakMap();

  function begins(printed, terms) {
    if (!/^[A-Za-z]+$/.test(printed)) return true;
    var letters = initials.get(terms);
    if (!letters) initials.set(terms, letters = new Set(Array.from(terms, function (term) { return term[0]; })));
    return letters.has(printed[0].toLowerCase());
  }

  function wordSpans(printed, from, terms) {
    if (!begins(printed, terms)) return [];
    if (text.hasUnspaced(printed)) return unspacedSpans(printed, from, terms);
    var runs = Array.from(printed.matchAll(patternsFor(printed).run));
    if (runs.length === 1 || hasAny(termsOf(printed).whole, terms)) {
      return hasAny(termsOf(printed).all, terms) ? [[from, from + printed.length]] : [];
    }
    return runs.filter(function (run) {
      return hasAny(termsOf(run[0]).all, terms);
    }).map(function (run) {
      return [from + run.index, from + run.index + run[0].length];
    });
  }

  /* The found words of a text as [start, end] in UTF-16 units; neighbours with only a space between are one. */
  function markSpans(shown, terms) {
    var spans = [];
    Array.from(shown.matchAll(patternsFor(shown).printed)).forEach(function (match) {
      wordSpans(match[0], match.index, terms).forEach(function (span) {
        var last = spans[spans.length - 1];
        if (last && /^[\s-]*$/.test(shown.slice(last[1], span[0]))) last[1] = Math.max(last[1], span[1]);
        else spans.push(span);
      });
    });
    return spans;
  }

  /* A part of a text as [text, is found] pieces. */
  function segments(shown, spans, from, to) {
    var pieces = [], at = from;
    spans.forEach(function (span) {
      if (span[0] < from || span[1] > to) return;
      if (span[0] > at) pieces.push([shown.slice(at, span[0]), false]);
      pieces.push([shown.slice(span[0], span[1]), true]);
      at = span[1];
    });
    if (at < to) pieces.push([shown.slice(at, to), false]);
    return pieces;
  }

  function mark(shown, terms) {
    return segments(shown, markSpans(shown, terms), 0, shown.length);
  }

  /* The window that holds the most different found words, the first of equals. */
  function bestStart(shown, spans, length) {
    var best = 0, most = 0;
    spans.forEach(function (span, first) {
      var found = new Set();
      for (var at = first; at < spans.length && spans[at][1] <= span[0] + length * 0.8; at++) {
        found.add(text.fold(shown.slice(spans[at][0], spans[at][1])));
      }
      if (found.size > most) {
        most = found.size;
        best = span[0];
      }
    });
    return best;
  }

  /* From the sentence's begin where that is near, else from some words before. */
  function startNear(shown, place, length) {
    if (place < length * 0.6) return 0;
    var before = shown.slice(0, place), sentence = before.search(/[.!?]\s+[^.!?]*$/);
    if (sentence >= 0 && place - sentence < length * 0.5) return sentence + /^.\s+/.exec(before.slice(sentence))[0].length;
    var space = shown.lastIndexOf(" ", place - Math.floor(length * 0.25));
    return space < 0 ? place : space + 1;
  }

  /* Near the end of a text the part begins early enough to fill the lines that are held for it. */
  function startFilling(shown, start, length) {
    var latest = shown.length - Math.floor(length * 0.6);
    return start <= latest ? start : latest <= 0 ? 0 : shown.lastIndexOf(" ", latest) + 1 || start;
  }

  function endNear(shown, start, length) {
    if (shown.length - start <= length) return shown.length;
    var space = shown.lastIndexOf(" ", start + length);
    return space > start ? space : start + length;
  }

  /* The part of a text to show under a hit, as [text, is found] pieces; [] for an empty text. */
  function snippet(shown, terms) {
    if (!shown) return [];
    var spans = markSpans(shown, terms);
    var near = startNear(shown, bestStart(shown, spans, SNIPPET_LENGTH), SNIPPET_LENGTH), start = startFilling(shown, near, SNIPPET_LENGTH);
    var end = endNear(shown, start, SNIPPET_LENGTH), pieces = segments(shown, spans, start, end);
    if (start > 0) pieces.unshift(["… ", false]);
    if (end < shown.length) pieces.push([" …", false]);
    return pieces;
  }

  root.sitegenSnippet = { markSpans: markSpans, mark: mark, snippet: snippet };
})(globalThis);
