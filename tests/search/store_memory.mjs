/* Files of search that lie in memory, as static/search-files.js gives them: `parts` holds each payload by name. With
 * `late` a file is there only when it is asked for a second time. */
export function filesInMemory({ manifest, parts }, late = false) {
  const asked = new Map(), there = new Set();
  function get(name) {
    if (!(name in parts)) throw new Error(`no file ${name}`);
    asked.set(name, (asked.get(name) ?? 0) + 1);
    if (!late || there.has(name)) return parts[name];
    missed.add(name);
    return null;
  }
  const missed = new Set();
  /* Computes until nothing is missing; gives the value and how often it was computed. */
  function run(compute) {
    for (let rounds = 1; ; rounds++) {
      missed.clear();
      const value = compute();
      if (!missed.size) return { value, rounds };
      missed.forEach((name) => there.add(name));
    }
  }
  return { manifest, get, run, asked };
}
