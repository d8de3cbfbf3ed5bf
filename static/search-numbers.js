/* The text forms of the search files: numbers, sorted terms and checksums. sitegen/search/numbers.py writes them. */
(function (root) {
  "use strict";

  /* A number is a row of digits, the lowest first: the printable characters of ASCII in their order, without the quote
   * and the backslash, which JSON would have to escape. A digit below ENDS is the last one, and each place is worth BASE
   * times the one before. */
  var ENDS = 62, BASE = 31;
  var VALUES = new Uint8Array(128).fill(255);
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
    var count = 0;
    for (var at = 0; at < text.length; at++) if (VALUES[text.charCodeAt(at)] < ENDS) count++;
    var numbers = new Uint32Array(count), read = reader(text, 0);
    for (var place = 0; place < count; place++) numbers[place] = read.next();
    return numbers;
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

  var REMAINDERS = new Uint32Array(256).map(function (_zero, byte) {
    for (var bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
    return byte;
  });

  /* CRC-32 of the strings with line ends between them, in UTF-8: eight hexadecimal digits. */
  function checksum(strings) {
    var bytes = new TextEncoder().encode(strings.join("\n")), remainder = -1;
    for (var at = 0; at < bytes.length; at++) {
      remainder = REMAINDERS[(remainder ^ bytes[at]) & 255] ^ (remainder >>> 8);
    }
    return ((remainder ^ -1) >>> 0).toString(16).padStart(8, "0");
  }

  root.sitegenNumbers = {
    VALUES: VALUES, ENDS: ENDS, BASE: BASE, list: list, joined: joined, reader: reader, frontCoded: frontCoded, checksum: checksum
  };
})(globalThis);
