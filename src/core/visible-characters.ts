/**
 * What a word is made of, as the inside of a class of a regular expression: no control character, and nothing that
 * YAML, CommonMark or JavaScript takes for a space, a line end or a byte order mark.
 */
export const VISIBLE =
  '!-~\\u00A1-\\u167F\\u1681-\\u1FFF\\u2010-\\u2027\\u2030-\\u205E\\u2060-\\u2FFF\\u3001-\\uFEFE\\uFF00-\\uFFFD';
