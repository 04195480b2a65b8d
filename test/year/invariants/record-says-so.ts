import type { Year } from '../year.ts'
import type { Invariant } from './index.ts'

/** Events after which something stands otherwise than before. */
const DONE = new Set(['issued', 'extended', 'shortened', 'updated', 'revoked'])

interface Line {
  readonly event: string
  readonly blob: string | null
}

/** The record has the approval and the issuance of whatever came since the last morning, and the end of whatever went. */
export const recordSaysSo: Invariant = {
  name: 'the record',
  check: (year) => {
    const { expected, recorded } = year
    if (expected.tried.length > 0) return []
    const wrong: string[] = []
    for (const path of expected.sure.keys()) {
      if (recorded.has(path)) continue
      const lines = linesOf(year, path)
      const last = lines.findLast(({ event }) => DONE.has(event))
      const approved = lines.some(({ blob, event }) => event === 'approved' && blob === last?.blob)
      if (!last || last.event === 'revoked') wrong.push(`nothing says that ${path} was issued`)
      else if (!approved) wrong.push(`nothing says who approved ${path}`)
    }
    for (const path of recorded) {
      if (expected.sure.has(path)) continue
      const last = linesOf(year, path).findLast(({ event }) => DONE.has(event))
      if (last?.event !== 'revoked') wrong.push(`nothing says that ${path} was revoked`)
    }
    year.recorded = new Set(expected.sure.keys())
    return wrong
  }
}

function linesOf({ hands }: Year, path: string): readonly Line[] {
  const text = hands.text('evidence', `events/${path}.jsonl`) ?? ''
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]))
}
