import { isMap, isScalar, isSeq } from 'yaml';
import type { YAMLMap } from 'yaml';
import { isCalendarDate } from './calendar-date';
import type { Couple, Partner } from './couple';
import { readYamlMap, textOf } from './front-matter';
import type { Field } from './front-matter';
import { conflictLine } from './conflict';
import { decodeNote } from './note-bytes';
import { isPartnerId } from './partner-id';
import { problem, wholeLine } from './problem';
import type { Place, Problem } from './problem';
import { isRole } from './role';

/** What `kintsugi.yaml` says, or why it cannot be used. */
export interface CoupleReading {
  readonly couple: Couple | undefined;
  readonly problems: readonly Problem[];
}

const KEYS = new Set(['version', 'partners', 'began', 'language', 'names']);
const PARTNER_KEYS = new Set(['id', 'name', 'role', 'git']);

/**
 * Reads `kintsugi.yaml`. Never throws. Two partners with ids that are safe in file names are needed;
 * for everything else that is wrong a plain value serves and a problem tells the line.
 * @param bytes the whole file
 */
export function readCouple(bytes: Uint8Array): CoupleReading {
  const decoded = decodeNote(bytes);
  if (!decoded.readable) {
    return { couple: undefined, problems: [problem(decoded.reason, wholeLine(0))] };
  }
  const conflict = conflictLine(decoded.text);
  if (conflict !== -1) {
    return { couple: undefined, problems: [problem('conflict', wholeLine(conflict))] };
  }
  const start = decoded.text.startsWith('\uFEFF') ? 1 : 0;
  const yaml = readYamlMap(decoded.text, start, decoded.text.length);
  const problems = [...yaml.problems];
  const root = yaml.document?.contents;
  if (problems.some((found) => found.code !== 'key-twice')) {
    return { couple: undefined, problems };
  }
  if (!isMap(root)) {
    return { couple: undefined, problems: [...problems, problem('couple-empty', wholeLine(0))] };
  }
  for (const [key, field] of yaml.fields) {
    if (!KEYS.has(key)) {
      problems.push(problem('key-unknown', field.key, [key], 'warning'));
    }
  }
  const version = yaml.fields.get('version');
  if (version && version.value !== 1) {
    return { couple: undefined, problems: [...problems, problem('couple-version', version.place)] };
  }
  const partners = readPartners(root, yaml.fields.get('partners'), yaml.placeOf, problems);
  const settings = readSettings(yaml.fields, problems);
  return { couple: partners && { partners, ...settings }, problems };
}

function readSettings(
  fields: ReadonlyMap<string, Field>,
  problems: Problem[],
): Pick<Couple, 'began' | 'language' | 'names'> {
  const beganField = fields.get('began');
  const began = textOf(beganField);
  const beganIsDate = began !== undefined && isCalendarDate(began);
  if (beganField && beganField.value !== null && !beganIsDate) {
    problems.push(problem('value-not-a-date', beganField.place, ['began'], 'warning'));
  }
  const languageField = fields.get('language');
  const language = textOf(languageField);
  const languageIsTag = language !== undefined && isLanguage(language);
  if (languageField && !languageIsTag) {
    problems.push(problem('value-not-allowed', languageField.place, ['language'], 'warning'));
  }
  const namesField = fields.get('names');
  const names = textOf(namesField);
  if (namesField && names !== 'telling' && names !== 'neutral') {
    problems.push(problem('value-not-allowed', namesField.place, ['names'], 'warning'));
  }
  return {
    began: beganIsDate ? began : undefined,
    language: languageIsTag ? language : 'en',
    names: names === 'neutral' ? 'neutral' : 'telling',
  };
}

/** It becomes the name of a folder of templates, and names months and days. */
function isLanguage(tag: string): boolean {
  try {
    return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

type PlaceOf = (range: readonly number[] | null | undefined) => Place;

function readPartners(
  root: YAMLMap,
  field: Field | undefined,
  placeOf: PlaceOf,
  problems: Problem[],
): readonly [Partner, Partner] | undefined {
  const list = root.get('partners', true);
  const place = field?.key ?? wholeLine(0);
  if (!isSeq(list) || list.items.length !== 2) {
    const count = isSeq(list) ? list.items.length : 0;
    problems.push(problem('couple-partners', place, [String(count)]));
    return undefined;
  }
  const [first, second] = list.items.map((item) => readPartner(item, placeOf, place, problems));
  if (!first || !second) {
    return undefined;
  }
  if (first.id === second.id) {
    problems.push(problem('couple-id-twice', place, [first.id]));
    return undefined;
  }
  return [first, second];
}

function readPartner(item: unknown, placeOf: PlaceOf, fallback: Place, problems: Problem[]): Partner | undefined {
  if (!isMap(item)) {
    problems.push(problem('couple-partners', fallback, ['0']));
    return undefined;
  }
  const scalar = (key: string): { readonly value: unknown; readonly place: Place } => {
    const node = item.get(key, true);
    return { value: isScalar(node) ? node.value : undefined, place: placeOf(node?.range ?? item.range) };
  };
  const keys = new Set<string>();
  for (const pair of item.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const isRepeated = keys.has(key);
    keys.add(key);
    const place = placeOf(isScalar(pair.key) ? pair.key.range : item.range);
    if (!PARTNER_KEYS.has(key)) {
      problems.push(problem('key-unknown', place, [key], 'warning'));
    } else if (isRepeated) {
      problems.push(problem('key-twice', place, [key]));
    }
  }
  const id = scalar('id');
  if (typeof id.value !== 'string' || !isPartnerId(id.value)) {
    problems.push(problem('couple-id', id.place));
    return undefined;
  }
  const name = scalar('name').value;
  const role = scalar('role');
  if (role.value !== undefined && role.value !== null && !isRole(role.value)) {
    problems.push(problem('value-not-allowed', role.place, ['role'], 'warning'));
  }
  return {
    id: id.value,
    name: typeof name === 'string' ? oneLine(name) || id.value : id.value,
    role: isRole(role.value) ? role.value : 'unsaid',
    git: gitIdentities(item.get('git', true)),
  };
}

/** A name stands in headings and messages: without line ends, control characters and halves of characters. */
function oneLine(name: string): string {
  return name.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
}

function gitIdentities(node: unknown): readonly string[] {
  const nodes = isSeq(node) ? node.items : [node];
  return nodes.flatMap((item) => (isScalar(item) && typeof item.value === 'string' ? [item.value] : []));
}
