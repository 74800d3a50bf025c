import { roleIncludes } from './role';
import type { Role } from './role';
import type { GuideStep, Template } from './template';

/** One of the stages, as its templates make it. */
export interface Stage {
  readonly id: string;
  readonly title: string;
  readonly order: number;
  readonly templates: readonly Template[];
}

/** The whole guide: nothing but what the templates say. */
export interface Guide {
  readonly stages: readonly Stage[];
  readonly templates: readonly Template[];
}

/** @returns the key under which one template file replaces another. */
export function templateKey(template: Pick<Template, 'id' | 'role'>): string {
  return template.role === undefined ? template.id : `${template.id}.${template.role}`;
}

/**
 * Puts templates together to a guide. Stages stand in their order, then by id; the first template of a stage,
 * by position, names it.
 * @param builtIn the templates that come with the product
 * @param own the couple's templates, which win over built-in ones of the same name
 */
export function buildGuide(builtIn: readonly Template[], own: readonly Template[]): Guide {
  const byKey = new Map<string, Template>();
  for (const template of [...builtIn, ...own]) {
    byKey.set(templateKey(template), template);
  }
  const templates = [...byKey.values()].sort(
    (a, b) =>
      a.order - b.order ||
      compare(a.stage, b.stage) ||
      a.position - b.position ||
      compare(templateKey(a), templateKey(b)),
  );
  const stages = new Map<string, Template[]>();
  for (const template of templates) {
    stages.set(template.stage, [...(stages.get(template.stage) ?? []), template]);
  }
  return {
    templates,
    stages: [...stages].flatMap(([id, [first, ...rest]]) =>
      first ? [{ id, title: first.stageTitle, order: first.order, templates: [first, ...rest] }] : [],
    ),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What one role is offered: a template, with the variants that apply, in their order. */
export interface Offer {
  readonly id: string;
  readonly variants: readonly [Template, ...Template[]];
}

/** @returns the templates for a role, role variants of one template gathered. */
export function offersFor(templates: readonly Template[], role: Role): readonly Offer[] {
  const offers = new Map<string, [Template, ...Template[]]>();
  for (const template of templates) {
    if (template.role !== undefined && !roleIncludes(role, template.role)) {
      continue;
    }
    const variants = offers.get(template.id);
    if (variants) {
      variants.push(template);
    } else {
      offers.set(template.id, [template]);
    }
  }
  return [...offers].map(([id, variants]) => ({ id, variants }));
}

/** @returns the steps of several variants in order, each id once; a step counts if it counts in one of them. */
export function stepsOf(variants: readonly Template[]): readonly GuideStep[] {
  const steps = new Map<string, GuideStep>();
  for (const step of variants.flatMap((variant) => variant.steps)) {
    const known = steps.get(step.id);
    steps.set(step.id, known?.counts ? known : step);
  }
  return [...steps.values()];
}
