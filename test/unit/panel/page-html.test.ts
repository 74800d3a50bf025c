import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newNonce, pageHtml, pagePolicy } from '../../../src/panel/page-html';
import type { PageParts } from '../../../src/panel/page-html';
import { readPageStart } from '../../../src/panel/protocol';

const PARTS: PageParts = {
  cspSource: 'https://*.pages.example',
  script: 'https://file.pages.example/page.js',
  style: 'https://file.pages.example/page.css',
  nonce: '0123456789abcdef0123456789abcdef',
  start: { locale: 'en', tab: 'timeline', words: { together: 'Together' } },
  title: 'The path',
  wait: 'One moment…',
};

const HOSTILE = `"><script>alert(1)</script><img src=x onerror='alert(1)'>&quot; ]]> -->`;

/** The text that an attribute or an element would be given by a parser of HTML. */
function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

describe('the HTML of the page', () => {
  it('lives under this policy and no other', () => {
    const policy =
      "default-src 'none'; style-src https://*.pages.example; " +
      "script-src 'nonce-0123456789abcdef0123456789abcdef'; img-src blob:; base-uri 'none'; form-action 'none'";
    assert.equal(pagePolicy(PARTS), policy);
    const metas = [...pageHtml(PARTS).matchAll(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/g)];
    assert.deepEqual(
      metas.map(([, content = '']) => unescaped(content)),
      [policy],
    );
  });

  it('allows nothing that is called unsafe, and nothing inline', () => {
    const html = pageHtml(PARTS);
    assert.doesNotMatch(html, /unsafe-/);
    assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|javascript:/i);
    const scripts = [...html.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)];
    assert.deepEqual(
      scripts.map(([, attributes, content]) => [attributes?.trim(), content]),
      [[`nonce="${PARTS.nonce}" src="${PARTS.script}"`, '']],
    );
  });

  it('paints a heading and a word to wait at once, in the language of the editor', () => {
    const html = pageHtml(PARTS);
    assert.match(html, /^<!DOCTYPE html>\n<html lang="en">/);
    assert.match(html, /<h1>The path<\/h1>\s*<p>One moment…<\/p>/);
  });

  it('gives the page what it begins with', () => {
    const start = { locale: 'en', tab: 'reflection', words: { odd: HOSTILE, 'line-end': 'a\nb\u2028c' } } as const;
    const attribute = /<body data-start="([^"]*)">/.exec(pageHtml({ ...PARTS, start }))?.[1] ?? '';
    assert.deepEqual(readPageStart(JSON.parse(unescaped(attribute))), start);
  });

  it('holds hostile words as text', () => {
    const start = { locale: HOSTILE, tab: 'timeline', words: { [HOSTILE]: HOSTILE } } as const;
    const html = pageHtml({ ...PARTS, start, title: HOSTILE, wait: HOSTILE, cspSource: HOSTILE, script: HOSTILE });
    assert.equal([...html.matchAll(/<script/g)].length, 1);
    assert.doesNotMatch(html, /<img/);
  });

  it('has the same elements whatever the words are', () => {
    const tags = (html: string): readonly string[] => html.match(/<\/?[a-z!][^\s>]*/gi) ?? [];
    const expected = tags(pageHtml(PARTS));
    fc.assert(
      fc.property(fc.string(), (word) => {
        const start = { locale: word, tab: 'timeline', words: { word } } as const;
        assert.deepEqual(tags(pageHtml({ ...PARTS, start, title: word, wait: word })), expected);
      }),
    );
  });

  it('has a nonce that is new each time, long, and safe in an attribute', () => {
    const nonces = Array.from({ length: 100 }, newNonce);
    assert.equal(new Set(nonces).size, nonces.length);
    assert.ok(nonces.every((nonce) => /^[0-9a-f]{32}$/.test(nonce)));
  });
});
