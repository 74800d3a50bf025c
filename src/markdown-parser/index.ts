/** The second half of what `src/parsing` needs, so that loading both at once keeps nobody waiting. */
export { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
export { default as remarkFrontmatter } from 'remark-frontmatter';
export { default as remarkParse } from 'remark-parse';
export { unified } from 'unified';
