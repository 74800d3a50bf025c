/** A pattern of wording.yaml, as it is written. */
interface PatternData {
  readonly id: string;
  /** One of them must be found. */
  readonly match: readonly string[];
  /** Whether it stands for what no other pattern of the family found, and the weights of the words did. */
  readonly isWeighed: boolean;
  /** Where one of these stands in the same part of the sentence, it does not fire. */
  readonly unless: readonly string[];
  /** Nor does it where one of these has a word in common with what it found. */
  readonly except: readonly string[];
  /** Where it counts, if not where its family does. */
  readonly sections: readonly string[] | undefined;
  readonly explanation: string | undefined;
  readonly alternatives: readonly string[];
}

/** A family of wording.yaml, as it is written. */
interface FamilyData {
  readonly title: string;
  readonly explanation: string;
  readonly alternatives: readonly string[];
  readonly sections: readonly string[];
  readonly unless: readonly string[];
  /** The same, where it stands in the same sentence or in the one after it. */
  readonly unlessNear: readonly string[];
  readonly except: readonly string[];
  readonly patterns: readonly PatternData[];
}

/** The data of wording.yaml, with whatever is missing empty. */
export interface WordingData {
  readonly fillers: readonly string[];
  readonly spellings: ReadonlyMap<string, readonly string[]>;
  readonly endings: ReadonlyMap<string, readonly string[]>;
  readonly isAfter: readonly string[];
  readonly irregular: ReadonlyMap<string, readonly string[]>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** After these, what is told in the same sentence was said, thought or wished, and is not said now. */
  readonly reported: readonly string[];
  /** These end it. */
  readonly resumed: readonly string[];
  /** These part a sentence: what stands on the other side spares nothing on this one. */
  readonly parts: readonly string[];
  /**
   * Where a language has weights of words: what leans less than this towards nothing to speak of is told, from 0 to 1.
   */
  readonly tellBelow: number;
  readonly families: ReadonlyMap<string, FamilyData>;
  readonly apologyParts: ReadonlyMap<string, Pick<PatternData, 'match' | 'unless' | 'except'>>;
}

/** Takes data that was read from YAML or JSON as what it should be. What has another shape counts as missing. */
export function wordingData(value: unknown): WordingData {
  const data = record(value);
  return {
    fillers: entries(data.fillers),
    spellings: wordsByName(data.spellings),
    endings: wordsByName(data.endings),
    isAfter: entries(data['is-after']),
    irregular: wordsByName(data.irregular),
    lists: new Map(Object.entries(record(data.lists)).map(([name, list]) => [name, entries(list)])),
    reported: texts(data.reported),
    resumed: texts(data.resumed),
    parts: texts(data.parts),
    tellBelow: typeof data['tell-below'] === 'number' ? data['tell-below'] : 1 / 2,
    families: new Map(Object.entries(record(data.families)).map(([name, family]) => [name, familyData(family)])),
    apologyParts: new Map(Object.entries(record(data['apology-parts'])).map(([name, part]) => [name, matchData(part)])),
  };
}

function familyData(value: unknown): FamilyData {
  const family = record(value);
  return {
    title: text(family.title) ?? '',
    explanation: text(family.explanation) ?? '',
    alternatives: texts(family.alternatives),
    sections: texts(family.sections),
    unless: texts(family.unless),
    unlessNear: texts(family['unless-near']),
    except: texts(family.except),
    patterns: Array.isArray(family.patterns) ? family.patterns.map(patternData) : [],
  };
}

function patternData(value: unknown): PatternData {
  const pattern = record(value);
  return {
    ...matchData(value),
    id: text(pattern.id) ?? '',
    isWeighed: pattern.weighed === true,
    sections: pattern.sections === undefined ? undefined : texts(pattern.sections),
    explanation: text(pattern.explanation),
    alternatives: texts(pattern.alternatives),
  };
}

function matchData(value: unknown): Pick<PatternData, 'match' | 'unless' | 'except'> {
  const pattern = record(value);
  return { match: texts(pattern.match), unless: texts(pattern.unless), except: texts(pattern.except) };
}

function wordsByName(value: unknown): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(record(value)).map(([name, words]) => [name.toLowerCase(), (text(words) ?? '').split(' ')]),
  );
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value.trim() : undefined;
}

/** Words, parted by commas. */
function entries(value: unknown): readonly string[] {
  return texts(typeof value === 'string' ? value.replaceAll(',', '\n') : value);
}

/** A list of texts, or one text whose lines are the list. */
function texts(value: unknown): readonly string[] {
  const all: readonly unknown[] = typeof value === 'string' ? value.split('\n') : Array.isArray(value) ? value : [];
  return all.flatMap((entry) => text(entry) ?? []).filter((entry) => entry !== '' && !entry.startsWith('#'));
}
