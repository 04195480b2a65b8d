import { readInstant } from '../../book/instant.ts'
import type { Check } from '../../findings/check.ts'
import { conflicts } from '../conflict.ts'

/** Nothing that its subject holds needs an exception. */
export const exceptionUnneeded: Check = {
  code: 'exception-unneeded',
  severity: 'warning',
  doc: 'Nothing that its subject holds needs an exception.',
  fix: 'Remove it: an exception that nobody needs waits for somebody to use it.',
  *run({ book, now, personExists, workloadExists }) {
    const live = [...book.exceptions.values()].filter(
      ({ data }) => (readInstant(data.expires, 'end') ?? 0) > now
    )
    if (live.length === 0) return
    const subjects = new Set(live.map(({ data }) => data.subject))
    const needed = new Set(
      conflicts({ book, now, subjects }).map(({ rule, subject }) => `${rule.id} ${subject}`)
    )
    for (const { id, data, path } of live) {
      const rule = book.rules.get(data.rule)?.data
      if (!personExists(data.subject) && !workloadExists(data.subject)) continue
      if (!rule || !('hold' in rule) || needed.has(`${data.rule} ${data.subject}`)) continue
      yield {
        message: `"${data.subject}" holds nothing for which the exception "${id}" is needed.`,
        fix: 'Remove the file, or merge it together with the grant that needs it.',
        file: path,
        pointer: ['subject']
      }
    }
  }
}
