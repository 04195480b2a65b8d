/** A text of at most so many UTF-16 units, and of so many bytes in UTF-8; what is cut off is marked by `…`. */
export function clip(text: string, most: number): string {
  if (text.length <= most && Buffer.byteLength(text) <= most) return text
  const bytes = Buffer.from(text).subarray(0, most - MARK)
  // A character that was cut in two reads as U+FFFD.
  return `${bytes.toString('utf8').replace(/\uFFFD+$/u, '')}…`
}

const MARK = Buffer.byteLength('…')
