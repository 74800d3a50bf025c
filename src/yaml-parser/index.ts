/** The first half of what `src/parsing` needs, so that loading both at once keeps nobody waiting. */
export { Composer, Parser } from 'yaml';
