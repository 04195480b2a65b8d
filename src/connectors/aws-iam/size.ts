/**
 * A document without the white space that IAM doesn't count. Space inside of strings stays and is counted, which errs
 * towards "larger" (IAM user guide, "IAM and AWS STS quotas": white space is not counted against policy sizes).
 */
export function withoutSpace(document: string): string {
  if (!/\s/u.test(document)) return document
  let kept = ''
  let inText = false
  for (let i = 0; i < document.length; i++) {
    const char = document[i] ?? ''
    if (inText && char === '\\') {
      kept += char + (document[i + 1] ?? '')
      i++
      continue
    }
    if (char === '"') inText = !inText
    if (inText || !/\s/u.test(char)) kept += char
  }
  return kept
}

/** Characters of a document that count against IAM's quotas. */
export function sizeOf(document: string): number {
  return withoutSpace(document).length
}
