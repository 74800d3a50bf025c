import { settingOf } from '../core/conversation/conversation-note';
import type { Setting } from '../core/conversation/conversation-note';
import { otherSide } from '../core/conversation/turn';
import type { Side } from '../core/conversation/turn';
import type { Couple } from '../core/couple';
import type { Note } from '../core/note';
import type { VariantRole } from '../core/role';
import type { OpenFolder } from '../notes/perspective';

/** @returns what a conversation needs to know of the couple and of the template that its note came from */
export function settingFor({ ready: { couple, guide } }: OpenFolder, note: Note): Setting {
  const variants = guide.templates.filter(({ id }) => id === note.templateId);
  return settingOf(variants, [couple.partners[0].name, couple.partners[1].name]);
}

/** Who begins where nobody has yet. The two may change that with one command; this is only where it starts. */
export interface Beginning {
  /** The one who was hurt, where that is one of them. */
  readonly turns: Side;
  /** The one who broke trust, where that is one of them. */
  readonly apology: Side;
  /** Whether an apology is offered to either: nobody is asked for one because they were betrayed. */
  readonly mayEitherApologise: boolean;
}

/** @returns who begins, by the roles that the two chose for themselves */
export function beginningOf(couple: Couple): Beginning {
  const hurt = onlyOneIn(couple, 'hurt');
  const brokeTrust = onlyOneIn(couple, 'broke-trust') ?? (hurt === undefined ? undefined : otherSide(hurt));
  const turns = hurt ?? 0;
  return { turns, apology: brokeTrust ?? turns, mayEitherApologise: brokeTrust === undefined };
}

function onlyOneIn({ partners: [first, second] }: Couple, role: VariantRole): Side | undefined {
  if ((first.role === role) === (second.role === role)) {
    return undefined;
  }
  return first.role === role ? 0 : 1;
}
