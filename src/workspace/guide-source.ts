import * as vscode from 'vscode';
import type { ReflectionTexts } from '../core/forgiveness/reflection-texts';
import { buildGuide } from '../core/guide';
import type { Guide } from '../core/guide';
import { TEMPLATES_FOLDER } from '../core/note-path';
import { problem, wholeLine } from '../core/problem';
import type { Problem } from '../core/problem';
import type { Template } from '../core/template';
import type { TemplateReading } from '../core/template-file';
import type { Wording } from '../core/wording';
import type { WordsToChoose } from '../core/words-to-choose';
import { exists } from './editor-note-files';
import { inSlices } from './in-slices';
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

interface BundledWording {
  readonly patterns: unknown;
  readonly weights: string;
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

  constructor(private readonly extensionUri: vscode.Uri) {}

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
      const reading = await readOwn(folder, path, (bytes) => parsing.readTemplate(name, bytes));
      problems.set(path, reading.problems);
      own.push(...(reading.template ? [reading.template] : []));
    }
    return { guide: buildGuide(builtIn, own), problems };
  }

  private async ownTemplateNames(folder: vscode.Uri): Promise<readonly string[]> {
    try {
      const templates = vscode.Uri.joinPath(folder, TEMPLATES_FOLDER);
      // VS Code 1.100 logs a fault for each listing of a folder that is not there.
      const entries = (await exists(templates)) ? await vscode.workspace.fs.readDirectory(templates) : [];
      return entries
        .flatMap(([name, type]) => (type === vscode.FileType.File && name.endsWith('.md') ? [name] : []))
        .sort();
    } catch {
      return [];
    }
  }

  private async compileWording(language: string): Promise<Wording> {
    const reading = this.builtIn(language).then(
      (known) => this.readJson(`${known}.wording`) as Promise<BundledWording>,
    );
    const [{ compileWording }, { patterns, weights }] = await Promise.all([loadParsing(), reading]);
    return await inSlices(compileWording(patterns, weights));
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
    const uri = vscode.Uri.joinPath(this.extensionUri, 'dist', 'templates', `${name}.json`);
    return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
  }
}

async function readOwn(
  folder: vscode.Uri,
  path: string,
  read: (bytes: Uint8Array) => TemplateReading,
): Promise<TemplateReading> {
  try {
    return read(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, path)));
  } catch {
    return { template: undefined, problems: [problem('cannot-read', wholeLine(0))] };
  }
}
