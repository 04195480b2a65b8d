/** Line and column (from 1, columns in UTF-16 units) of an offset. Lines end at LF, as git and GitHub count them. */
export function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const end = Math.max(0, Math.min(offset, text.length))
  let line = 1
  let start = 0
  for (let next = text.indexOf('\n'); next !== -1 && next < end; next = text.indexOf('\n', start)) {
    line++
    start = next + 1
  }
  return { line, column: end - start + 1 }
}
