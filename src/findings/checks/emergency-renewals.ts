import type { Book, Grant } from '../../book/book.ts'
import type { Instant } from '../../book/instant.ts'
import type { Check } from '../check.ts'
import { reviewPath } from '../emergencies.ts'
import type { Emergency } from '../uses.ts'

/** A break-glass grant is renewed more often than the settings allow before its review. */
export const emergencyRenewals: Check = {
  code: 'emergency-renewals',
  severity: 'error',
  doc: 'A break-glass grant is renewed more often than the settings allow before its review.',
  fix: 'Have the retrospective of what was held before merged first, or request it in the ordinary way.',
  *run({ book, now, isAdded, emergencies }) {
    const renewals = book.settings?.data.emergency.renewals
    if (renewals === undefined) return
    const asking = [...book.grants.values()].filter(
      ({ kind, expires }) => kind === 'emergency' && (expires ?? 0) > now
    )
    if (!asking.some(({ path }) => isAdded(path))) return
    const open = emergencies().filter(({ review }) => review === null)
    const fresh = asking.filter((grant) => isFresh(grant, open, now))
    for (const grant of fresh) {
      if (!isAdded(grant.path)) continue
      const own = open.filter((one) => isOf(one, grant))
      const before = own.reduce((sum, { uses }) => sum + uses.length, 0)
      const others = fresh.filter((one) => one.name === grant.name && one.subject === grant.subject).length
      if (before + others <= renewals + 1) continue
      yield { ...told(grant, before + others - 1, renewals, own[0]), related: relatedTo(book, grant, own) }
    }
  }
}

function isOf(one: Emergency, { name, subject }: Grant): boolean {
  return one.name === name && one.subject === subject
}

/** Whether a file asks for more than its path gives as it is. What has ended and is asked for again is more. */
function isFresh(grant: Grant, open: readonly Emergency[], now: Instant): boolean {
  const given = open.filter((one) => isOf(one, grant)).flatMap(({ uses }) => uses)
  return !given.some(({ path, until }) => path === grant.path && until > now && (grant.expires ?? 0) <= until)
}

function told(grant: Grant, before: number, renewals: number, first: Emergency | undefined) {
  const often = `${before} ${before === 1 ? 'time' : 'times'}`
  const may =
    renewals === 0 ? 'may not be renewed' : `may be renewed ${renewals === 1 ? 'once' : `${renewals} times`}`
  const review = first ? `: ${reviewPath(first)}` : ''
  return {
    message: `"${grant.subject}" has had "${grant.name}" by emergency ${often} since the last review, and it ${may} until it is reviewed.`,
    fix: `Have the review of what was held merged first${review}. Or request it in the ordinary way.`,
    file: grant.path,
    pointer: []
  }
}

function relatedTo(book: Book, grant: Grant, own: readonly Emergency[]) {
  const files = [...new Set(own.flatMap(({ uses }) => uses.map(({ path }) => path)))]
  return files
    .filter((file) => file !== grant.path && book.grants.has(file))
    .map((file) => ({ file, pointer: ['expires'], message: 'held before, and not reviewed' }))
}
