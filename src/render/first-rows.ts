/** The first rows of a Markdown list, and how many more there are. `all`: of how many these are. */
export function firstRows(rows: readonly string[], most: number, all = rows.length): string {
  const shown = rows.slice(0, most)
  const more = all - shown.length
  return [...shown, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n')
}
