/* All terms of the index: how often each stands anywhere, and the word that is printed most often for it. At 100,000 papers
 * these are 400,000 terms: they are kept as numbers, and made to strings only where somebody looks at them. */
(function (root) {
  "use strict";

  var numbers = root.sitegenNumbers, VALUES = numbers.VALUES;

  var SPACE = 32;

  /* 1 Which terms a pattern holds */

  /* Which strings lunr's set of a pattern holds, as a deterministic automaton that is made while it is used. State 0 is
   * dead and state 1 the start; `step` goes from a state by a UTF-16 unit. */
  function automaton(pattern) {
    var states = [{ nodes: [], final: false, next: new Map() }], known = new Map([["", 0]]);

    function stateOf(nodes) {
      var key = nodes.map(function (node) { return node.id; }).sort().join(" "), number = known.get(key);
      if (number === undefined) {
        number = states.length;
        known.set(key, number);
        states.push({ nodes: nodes, final: nodes.some(function (node) { return node.final; }), next: new Map() });
      }
      return number;
    }

    function follow(state, char) {
      var nodes = new Set();
      state.nodes.forEach(function (node) {
        if (char in node.edges) nodes.add(node.edges[char]);
        if ("*" in node.edges) nodes.add(node.edges["*"]);
      });
      return stateOf(Array.from(nodes));
    }

    function step(number, unit) {
      var state = states[number], next = state.next.get(unit);
      if (next === undefined) {
        next = follow(state, String.fromCharCode(unit));
        state.next.set(unit, next);
      }
      return next;
    }

    return { start: stateOf([pattern]), step: step, final: function (number) { return states[number].final; } };
  }

  /* 2 The terms of all parts, one behind the other */

  function lengthOf(entries) {
    for (var length = 0, at = 0, end; at < entries.length; at = end + 1) {
      end = entries.indexOf(" ", at);
      if (end < 0) end = entries.length;
      length += VALUES[entries.charCodeAt(at)] - 1 + end - at - 1;
    }
    return length;
  }

  /* The units of all terms, where each term starts (and the last one ends), and how much it shares with the one before. */
  function termsOf(texts, count) {
    var units = new Uint16Array(texts.reduce(function (sum, text) { return sum + lengthOf(text); }, 0));
    var starts = new Uint32Array(count + 1), shared = new Uint8Array(count), place = 0, end = 0;
    texts.forEach(function (text) {
      for (var at = 0; at < text.length; at++, place++) {
        shared[place] = VALUES[text.charCodeAt(at++)] - 1;
        units.copyWithin(end, starts[place - 1], starts[place - 1] + shared[place]);
        for (end += shared[place]; at < text.length && text.charCodeAt(at) !== SPACE; at++) units[end++] = text.charCodeAt(at);
        starts[place + 1] = end;
      }
    });
    return { units: units, starts: starts, shared: shared };
  }

  /* Where each entry of a text with spaces starts. */
  function entriesOf(text, count) {
    var starts = new Uint32Array(count + 1), place = 1;
    for (var at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) starts[place++] = at + 1;
    starts[place] = text.length + 1;
    return starts;
  }

  /* 3 The vocabulary, of the payloads of its parts (sitegen/search/vocabulary.py) and the number of terms */

  function open(parts, count) {
    var read = termsOf(parts.map(function (part) { return part[0]; }), count);
    var units = read.units, starts = read.starts, shared = read.shared;
    var counts = numbers.joined(parts.map(function (part) { return numbers.list(part[1]); }));
    var forms = parts.map(function (part) { return part[2]; }).join(" "), formStarts = entriesOf(forms, count);

    function term(place) {
      return String.fromCharCode.apply(null, units.subarray(starts[place], starts[place + 1]));
    }

    /* The place of a term, or -1. */
    function at(sought) {
      var low = 0, high = count;
      while (low < high) {
        var middle = (low + high) >> 1;
        if (term(middle) < sought) low = middle + 1;
        else high = middle;
      }
      return low < count && term(low) === sought ? low : -1;
    }

    /* The commonest word of a term, as printed but folded. */
    function word(place) {
      var form = forms.slice(formStarts[place], formStarts[place + 1] - 1), base = term(place);
      return form ? base.slice(0, base.length - VALUES[form.charCodeAt(0)] + 1) + form.slice(1) : base;
    }

    /* The places of the terms that one of lunr's sets holds. What a term shares with the one before is not looked at twice. */
    function placesOf(pattern) {
      var machine = automaton(pattern), path = [machine.start], dead = Infinity, found = new Uint32Array(count), size = 0;
      for (var place = 0; place < count; place++) {
        if (shared[place] > dead) continue;
        var start = starts[place], length = starts[place + 1] - start, at = shared[place];
        for (dead = Infinity; at < length; at++) {
          if (!(path[at + 1] = machine.step(path[at], units[start + at]))) {
            dead = at;
            break;
          }
        }
        if (dead === Infinity && machine.final(path[at])) found[size++] = place;
      }
      return found.slice(0, size);
    }

    /* These terms, sorted. */
    function matching(pattern) {
      return Array.from(placesOf(pattern), term);
    }

    /* How many these are, and the `most` that stand in the most papers, of equals the first; all, sorted, where there are
     * not more. */
    function commonest(pattern, most) {
      var places = placesOf(pattern), total = places.length, base = 2 * count;
      if (total > most) {
        /* Counts and places in one number: their product is far below 2^53. */
        var keys = Float64Array.from(places, function (place) { return place - counts[place] * base; }).sort().subarray(0, most);
        places = Uint32Array.from(keys, function (key) { return ((key % base) + base) % base; });
      }
      return { total: total, terms: Array.from(places, term) };
    }

    return { size: count, counts: counts, term: term, word: word, at: at, matching: matching, commonest: commonest };
  }

  root.sitegenVocabulary = { open: open };
})(globalThis);
