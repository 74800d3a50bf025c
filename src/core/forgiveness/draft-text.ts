import { Document, isMap, isScalar, parseDocument, Scalar, visit } from 'yaml';
import type { ReflectionValues } from './fill-reflection';

/** A form that is not saved yet. */
export interface ReflectionDraft extends ReflectionValues {
  readonly role: 'hurt' | 'broke-trust' | 'both';
}

/**
 * The end mark of YAML, which no line of an answer can look like: those are indented. Without it, a file was cut off
 * while it was written.
 */
const END = '...\n';
/** A draft that would be larger than this stands as JSON on one line, which is read at once however long it is. */
const LARGEST_YAML = 2_000_000;

/**
 * Writes a draft as YAML that reads back as that very draft, character by character.
 * @param comment what the file says of itself, one line
 */
export function draftText(draft: ReflectionDraft, comment: string): string {
  const { role, numbers, fields, answers } = draft;
  const document = new Document({ role, numbers, fields, answers });
  visit(document, {
    Scalar(key, node) {
      if (key === 'value' && typeof node.value === 'string' && node.value.includes('\n')) {
        node.type = isPlain(node.value) ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
      }
    },
  });
  const head = `# ${comment.replace(/\s+/g, ' ').trim()}\n`;
  const text = head + document.toString({ lineWidth: 0 }) + END;
  // JSON is YAML too, and has one way only to write a text.
  return isSame(readDraft(text), draft) ? text : `${head}${JSON.stringify({ role, numbers, fields, answers })}\n${END}`;
}

/** Whether a text of several lines can be written as it is. */
function isPlain(text: string): boolean {
  return !/[^\n\P{Cc}]|[\u2028\u2029\uFEFF\uFFFE\uFFFF]|\p{Cs}/u.test(text);
}

/**
 * Reads a draft. Never throws.
 * @returns `undefined` for what is no whole draft; such a file is somebody's all the same, and is to be left alone
 */
export function readDraft(text: string): ReflectionDraft | undefined {
  if (!text.endsWith(`\n${END}`)) {
    return undefined;
  }
  try {
    return text.length > LARGEST_YAML ? readJson(text) : readYaml(text);
  } catch {
    return undefined;
  }
}

function readYaml(text: string): ReflectionDraft | undefined {
  const document = parseDocument(text, { schema: 'core', strict: true, logLevel: 'error' });
  const { contents } = document;
  const keys = isMap(contents) ? contents.items.map(({ key }) => (isScalar(key) ? key.value : undefined)) : [];
  return document.errors.length === 0 ? draftOf(keys, document.toJS({ maxAliasCount: 0 })) : undefined;
}

/** Below the comment, on one line. */
function readJson(text: string): ReflectionDraft | undefined {
  const value: unknown = JSON.parse(text.slice(text.indexOf('\n') + 1, -END.length));
  return isRecord(value) ? draftOf(Object.keys(value), value) : undefined;
}

function draftOf(keys: readonly unknown[], value: unknown): ReflectionDraft | undefined {
  if ([...keys].sort().join() !== 'answers,fields,numbers,role' || !isRecord(value)) {
    return undefined;
  }
  const { role, numbers, fields, answers } = value;
  if (role !== 'hurt' && role !== 'broke-trust' && role !== 'both') {
    return undefined;
  }
  return isRecordOf(numbers, isFiniteNumber) && isRecordOf(fields, isText) && isRecordOf(answers, isText)
    ? { role, numbers, fields, answers }
    : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecordOf<T>(value: unknown, isOne: (item: unknown) => item is T): value is Readonly<Record<string, T>> {
  return isRecord(value) && Object.values(value).every(isOne);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** @returns whether two drafts say the same, to the character. */
export function isSame(a: ReflectionDraft | undefined, b: ReflectionDraft | undefined): boolean {
  return (
    a?.role === b?.role &&
    isSameRecord(a?.numbers, b?.numbers) &&
    isSameRecord(a?.fields, b?.fields) &&
    isSameRecord(a?.answers, b?.answers)
  );
}

function isSameRecord<T>(a: Readonly<Record<string, T>> = {}, b: Readonly<Record<string, T>> = {}): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && a[name] === b[name]);
}
