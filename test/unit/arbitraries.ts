import fc from 'fast-check';

const LONGER = (typeof LONG_TESTS === 'boolean' && LONG_TESTS) || process.env.KINTSUGI_LONG === '1' ? 50 : 1;

/** @returns the parameters of a property that runs so often, and longer in long runs. */
export function runs(usual: number): { numRuns: number } {
  return { numRuns: usual * LONGER };
}

/** Any text that a file can hold: all of Unicode, and what is hard about it. */
export const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme' }));

const STEP_IDS = ['a', 'b', 'did-this-week', 'signed', '7'] as const;

const FRAGMENTS = [
  '\uFEFF',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\t',
  '    ',
  ' ',
  '\u2028',
  '\u0085',
  '\0',
  'é',
  '😀',
  'e\u0301',
  '\u202E',
  'word',
  '---\n',
  '---',
  '...\n',
  'key: value\n',
  'role: hurt\n',
  'date: 2026-11-23\n',
  'partners:\n',
  '  - id: alex\n',
  'numbers:\n',
  'trust: 11\n',
  '&a ',
  '*a',
  '!!binary ',
  '? ',
  ': ',
  '- ',
  '* ',
  '1. ',
  '> ',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '|',
  '# ',
  '## ',
  '```',
  '~~~',
  '`',
  '<!--',
  '-->',
  '<div>',
  '</div>',
  '<?',
  '<![CDATA[',
  '[x]',
  '[ ]',
  '[X]',
  '[\t]',
  '- [ ] ',
  '- [x] ',
  '- [ ] a <!-- step: a -->\n',
  '- [x] b <!-- step: b -->\n',
  '<!-- step: a -->',
  '<!-- step:',
  '<<<<<<< ours\n',
  '=======\n',
  '>>>>>>> theirs\n',
  '||||||| base\n',
  '[a]: b\n',
  '![',
  '](',
  '&amp;',
  '\\',
  '*',
  '_',
  '***',
  '<a href="',
  '$',
  '${',
  '${1:',
  '${2|',
  '${PARTNER',
  '${PARTNER:',
  '/(.*)/',
  '${1:/upcase}',
  '/g}',
  '$0',
  '\\$',
  '\\}',
  ',',
] as const;

/** Text that is made of the pieces of notes, templates and YAML, in any order. */
export const grammarText = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...FRAGMENTS) }, fc.string({ maxLength: 4 })), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

/** Text of any kind. */
export const text = fc.oneof(anyText, { weight: 3, arbitrary: grammarText });

/** Bytes of any kind, most of them text. */
export const bytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), {
  weight: 4,
  arbitrary: text.map((value) => new TextEncoder().encode(value)),
});

/** The id of a step. */
export const stepId = fc.constantFrom(...STEP_IDS);

/** A day between the years 1900 and 2200. */
export const date = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

const PROSE = [
  '',
  'It rained.',
  'Ünïcödé 😀 e\u0301',
  '> quoted',
  '- a list',
  '**bold** `code`',
  '\tindented',
  'a  ',
  '| a | b |',
];

/** A note whose steps can all be ticked, with their ids, in any line ending, with or without a byte order mark. */
export const tickableNote = fc
  .record({
    mark: fc.boolean(),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    frontMatter: fc.constantFrom('', '---\ntemplate: check-in\ndate: 2026-11-23\n---\n\n', '---\n---\n'),
    ids: fc.uniqueArray(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,9}$/), { minLength: 1, maxLength: 6 }),
    bullet: fc.constantFrom('- ', '* ', '+ ', '1. ', '> - ', '  - ', '-\t'),
    ticked: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    prose: fc.array(fc.constantFrom(...PROSE), { minLength: 6, maxLength: 6 }),
    lastLineEnd: fc.boolean(),
  })
  .map(({ mark, lineEnd, frontMatter, ids, bullet, ticked, prose, lastLineEnd }) => {
    const sections = ids.map((id, index) => {
      const tick = ticked[index] === true ? 'x' : ' ';
      return `## Ünder ${String(index)}\n\n${bullet}[${tick}] Step 😀 <!-- step: ${id} -->\n\n${prose[index] ?? ''}\n\n`;
    });
    const whole = `${mark ? '\uFEFF' : ''}${frontMatter}${sections.join('')}`;
    return { text: (lastLineEnd ? whole : whole.trimEnd()).replaceAll('\n', lineEnd), ids };
  });
