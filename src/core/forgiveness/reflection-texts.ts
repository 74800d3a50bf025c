/** One sentence, for today and for another day; `{0}` stands for that day, `{1}` for the title of a number. */
export interface Sentence {
  readonly today: string;
  readonly earlier: string;
}

/** Sentences on one pull, by its strength. */
interface PullSentences {
  readonly some: Sentence;
  readonly strong: Sentence;
}

/** What may be chosen for a word of the front matter. */
export interface ChoiceTexts {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The values that say that something is missing. */
  readonly missing: readonly string[];
}

/** The words of the forgiveness reflection. They lie beside the templates, in `texts/reflection.yaml`. */
export interface ReflectionTexts {
  /** What the file of an unfinished reflection says of itself. */
  readonly draft: string;
  readonly intro: Readonly<Record<'hurt' | 'broke-trust' | 'both' | 'unsaid', readonly string[]>>;
  readonly observations: {
    /** By the name of the number. */
    readonly pulls: Readonly<Record<string, PullSentences>>;
    readonly other: PullSentences;
    readonly even: Sentence;
    readonly quiet: Sentence;
    readonly none: Sentence;
    readonly 'without-number': Sentence;
    readonly written: Sentence;
  };
  readonly waiting: string;
  readonly dip: string;
  /** By the name of the field. */
  readonly choices: Readonly<Record<string, ChoiceTexts>>;
}
