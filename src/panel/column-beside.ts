/** A group of editors. */
interface Group<Column> {
  readonly column: Column;
  /** Whether the note that is to be opened stands in it already. */
  readonly holdsNote: boolean;
}

/**
 * Chooses where a note is opened from the picture, so that the picture stays in sight.
 * @param pictureColumn where the picture is
 * @returns the group that has the note already, or any other than the picture's; `undefined` where there is none yet
 */
export function columnBeside<Column>(
  pictureColumn: Column | undefined,
  groups: readonly Group<Column>[],
): Column | undefined {
  const others = groups.filter(({ column }) => column !== pictureColumn);
  return (others.find(({ holdsNote }) => holdsNote) ?? others[0])?.column;
}
