/* The text forms of the search files: numbers, sorted terms and checksums. sitegen/search/numbers.py writes them. */
(function (root) {
  "use strict";

  /* A number is a row of digits, the lowest first: the printable characters of ASCII in their order, without the quote
   * and the backslash, which JSON would have to escape. A digit below ENDS is the last one, and each place is worth BASE
   * times the one before. */
  var ENDS = 62, BASE = 31;
  var VALUES = new Uint8Array(128).fill(255);
  var encoder = new TextEncoder();
  for (var code = 0x20, value = 0; code < 0x7f; code++) if (code !== 0x22 && code !== 0x5c) VALUES[code] = value++;

  /* Reads one number after the other from `text`, from the character `at` on. */
  function reader(text, at) {
    var place = at || 0;

    function next() {
      var digit = VALUES[text.charCodeAt(place++)];
      if (digit < ENDS) return digit;
      var number = digit, worth = BASE;
      while (place < text.length) {
        digit = VALUES[text.charCodeAt(place++)];
        number += digit * worth;
        if (digit < ENDS) return number;
        worth *= BASE;
      }
      return number;
    }

    return {
      next: next,
      at: function () { return place; },
      more: function () { return place < text.length; }
    };
  }

  /* All numbers of a text, as a Uint32Array. */
  function list(text) {
    var bytes = encoder.encode(text), numbers = new Uint32Array(bytes.length), values = VALUES, size = 0, number = 0, worth = 1;
    for (var at = 0; at < bytes.length; at++) {
      var digit = values[bytes[at]];
      if (digit < ENDS && worth === 1) {
        numbers[size++] = digit;
        continue;
      }
      number += digit * worth;
      worth *= BASE;
      if (digit < ENDS) {
        numbers[size++] = number;
        number = 0;
        worth = 1;
      }
    }
    return numbers.slice(0, size);
  }

  /* Lists of numbers one behind the other, as a Uint32Array. */
  function joined(lists) {
    var size = lists.reduce(function (sum, list) { return sum + list.length; }, 0), all = new Uint32Array(size), at = 0;
    lists.forEach(function (list) {
      all.set(list, at);
      at += list.length;
    });
    return all;
  }

  /* Sorted terms with a space between them, each as the number of UTF-16 units that it shares with the one before, plus
   * one and in one digit, and the rest. */
  function frontCoded(text) {
    var before = "";
    return text === "" ? [] : text.split(" ").map(function (entry) {
      before = before.slice(0, VALUES[entry.charCodeAt(0)] - 1) + entry.slice(1);
      return before;
    });
  }

  var MODULUS = 65521, MOST_SUMMED = 2000; /* so many bytes later no sum has left the small numbers of engines, which are quick */

  /* Adler-32 of the strings with line ends between them, in UTF-8: eight hexadecimal digits. */
  function checksum(strings) {
    var bytes = encoder.encode(strings.join("\n")), sum = 1, sums = 0;
    for (var at = 0, end = 0; at < bytes.length; sum %= MODULUS, sums %= MODULUS) {
      end = Math.min(bytes.length, end + MOST_SUMMED);
      for (; at < end; at++) {
        sum += bytes[at];
        sums += sum;
      }
    }
    return sums.toString(16).padStart(4, "0") + sum.toString(16).padStart(4, "0");
  }

  root.sitegenNumbers = {
    VALUES: VALUES, list: list, joined: joined, reader: reader, frontCoded: frontCoded, checksum: checksum
  };
})(globalThis);
