/** The first rows of a Markdown list, and how many more there are. */
export function firstRows(rows: readonly string[], most: number): string {
  const more = rows.length - most
  return [...rows.slice(0, most), ...(more > 0 ? [`- and ${more} more`] : [])].join('\n')
}
