import * as vscode from 'vscode';
import type { ReflectionTexts } from '../core/forgiveness/reflection-texts';
import { buildGuide } from '../core/guide';
import type { Guide } from '../core/guide';
import { TEMPLATES_FOLDER } from '../core/note-path';
import { problem, wholeLine } from '../core/problem';
import type { Problem } from '../core/problem';
import type { Template } from '../core/template';
import type { Wording } from '../core/wording';
import type { WordsToChoose } from '../core/words-to-choose';
import { inSlices } from './in-slices';
import type { NoteFiles } from './note-files';
import { loadParsing } from './parsing';

/** The texts that come with the product beside the templates. */
export interface GuideTexts {
  readonly help: string;
  readonly readme: string;
  readonly editorPrivacy: string;
  readonly privateInGit: string;
  readonly privateCheck: PrivateCheck;
  readonly reflection: ReflectionTexts;
  readonly words: WordsToChoose;
}

/** The short private check. */
interface PrivateCheck {
  readonly intro: string;
  readonly statements: readonly string[];
  readonly after: string;
}

/** As it was read when the product was built; what is not said in a template is not there. */
type BundledTemplate = Omit<Template, 'role'> & Partial<Pick<Template, 'role'>>;

interface BundledGuide extends GuideTexts {
  readonly templates: readonly BundledTemplate[];
}

/** A guide, and what is wrong with the couple's own templates, by path below the notes folder. */
export interface LoadedGuide {
  readonly guide: Guide;
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

/** Reads the guide: what comes with the product, and what a couple put into their own folder. */
export class GuideSource {
  private readonly bundled = new Map<string, Promise<BundledGuide>>();
  private readonly builtInTemplates = new WeakMap<BundledGuide, readonly Template[]>();
  private readonly wordings = new Map<string, Promise<Wording>>();

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly files: NoteFiles,
  ) {}

  /** @returns the tags of the languages in which the guide is there. */
  async languages(): Promise<readonly string[]> {
    return (await this.readJson('languages')) as readonly string[];
  }

  /** @returns the product's own texts in a language, or in English. */
  async texts(language: string): Promise<GuideTexts> {
    return await this.load(language);
  }

  /** @returns what the help with wording looks for in a language, or in English; compiled when first asked for. */
  async wording(language: string): Promise<Wording> {
    const compiling = this.wordings.get(language) ?? this.compileWording(language);
    this.wordings.set(language, compiling);
    return await compiling;
  }

  /**
   * Reads the guide for one notes folder. A broken template of the couple's is reported and left out, so that the
   * built-in one of its name serves.
   */
  async guideFor(folder: vscode.Uri, language: string): Promise<LoadedGuide> {
    const [parsing, bundled] = await Promise.all([loadParsing(), this.load(language)]);
    // The same objects each time: what is known of a template is remembered by it.
    const builtIn =
      this.builtInTemplates.get(bundled) ?? bundled.templates.map((template) => ({ role: undefined, ...template }));
    this.builtInTemplates.set(bundled, builtIn);
    const own: Template[] = [];
    const problems = new Map<string, readonly Problem[]>();
    for (const name of await this.ownTemplateNames(folder)) {
      const path = `${TEMPLATES_FOLDER}/${name}`;
      const bytes = await this.files.readFile(vscode.Uri.joinPath(folder, path));
      const reading =
        typeof bytes === 'string'
          ? { template: undefined, problems: [problem('cannot-read', wholeLine(0))] }
          : parsing.readTemplate(name, bytes);
      problems.set(path, reading.problems);
      own.push(...(reading.template ? [reading.template] : []));
    }
    return { guide: buildGuide(builtIn, own), problems };
  }

  private async ownTemplateNames(folder: vscode.Uri): Promise<readonly string[]> {
    let inside = folder;
    // Down from above, because VS Code 1.100 logs a fault for each listing of a folder that is not there.
    for (const name of TEMPLATES_FOLDER.split('/')) {
      const found = (await this.files.listFolder(inside)).find(([one]) => one === name);
      if (found?.[1] !== 'folder' && found?.[1] !== 'link') {
        return [];
      }
      inside = vscode.Uri.joinPath(inside, name);
    }
    const entries = await this.files.listFolder(inside);
    return entries.flatMap(([name, kind]) => (kind === 'file' && name.endsWith('.md') ? [name] : [])).sort();
  }

  private async compileWording(language: string): Promise<Wording> {
    const reading = this.builtIn(language).then((known) => this.readFile(`${known}.wording`));
    const [{ compilePackedWording }, packed] = await Promise.all([loadParsing(), reading]);
    return await inSlices(compilePackedWording(packed));
  }

  /** @returns the tag of a language that comes with the product: this one, or English. */
  private async builtIn(language: string): Promise<string> {
    return (await this.languages()).includes(language) ? language : 'en';
  }

  private async load(language: string): Promise<BundledGuide> {
    const known = await this.builtIn(language);
    const loading = this.bundled.get(known) ?? (this.readJson(known) as Promise<BundledGuide>);
    this.bundled.set(known, loading);
    return await loading;
  }

  /** Reads a file of this very build, whose shape is therefore known. */
  private async readJson(name: string): Promise<unknown> {
    return JSON.parse(new TextDecoder().decode(await this.readFile(`${name}.json`)));
  }

  private async readFile(name: string): Promise<Uint8Array> {
    const bytes = await this.files.readFile(vscode.Uri.joinPath(this.extensionUri, 'dist', 'templates', name));
    if (typeof bytes === 'string') {
      throw new Error(`A file of the guide cannot be read: ${bytes}`);
    }
    return bytes;
  }
}
