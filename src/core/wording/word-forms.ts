const VOWEL = /[aeiou]/;

/**
 * The forms of an English verb: itself, with s, in the past, and with ing.
 * @param irregular all forms of the verbs that follow no rule, by the verb
 */
export function formsOf(verb: string, irregular: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const known = irregular.get(verb);
  if (known) {
    return [verb, ...known];
  }
  if (verb.endsWith('e')) {
    const stem = verb.slice(0, -1);
    const ing = verb.endsWith('ee') ? `${verb}ing` : `${stem}ing`;
    return [verb, `${verb}s`, `${verb}d`, ing];
  }
  if (/[^aeiou]y$/.test(verb)) {
    const stem = verb.slice(0, -1);
    return [verb, `${stem}ies`, `${stem}ied`, `${verb}ing`];
  }
  const third = /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
  const stem = doublesLast(verb) ? `${verb}${verb.slice(-1)}` : verb;
  return [verb, third, `${stem}ed`, `${stem}ing`];
}

/** `stop` makes `stopped`: one vowel before one consonant, in a word of one syllable. */
function doublesLast(verb: string): boolean {
  return /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb) && VOWEL.test(verb);
}
