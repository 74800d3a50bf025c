import type { Nodes, PhrasingContent } from 'mdast';

const OPENING = /^<([a-z][a-z0-9-]*)(?:[\s>]|$)/i;
const CLOSING = /^<\/([a-z][a-z0-9-]*)/i;

/**
 * Leaves out what stands in an HTML element. A tag without its partner, as `<br>`, holds nothing.
 * @param children the parts of one paragraph, in which the tags are parts of their own
 * @returns the others, in order
 */
export function outsideHtml(children: readonly PhrasingContent[]): readonly Nodes[] {
  const open = new Map<string, number[]>();
  const depths = new Array<number>(children.length + 1).fill(0);
  for (const [index, child] of children.entries()) {
    const tag = child.type === 'html' ? child.value : '';
    const opened = OPENING.exec(tag)?.[1]?.toLowerCase();
    const closed = CLOSING.exec(tag)?.[1]?.toLowerCase();
    if (opened !== undefined) {
      const starts = open.get(opened) ?? [];
      starts.push(index);
      open.set(opened, starts);
    }
    const start = closed === undefined ? undefined : open.get(closed)?.pop();
    if (start !== undefined) {
      depths[start] = (depths[start] ?? 0) + 1;
      depths[index] = (depths[index] ?? 0) - 1;
    }
  }
  let depth = 0;
  return children.filter((_child, index) => {
    depth += depths[index] ?? 0;
    return depth === 0;
  });
}
