import type { Book } from '../book/book.ts'
import type { Problem } from '../book/problem.ts'
import type { Fault } from './desired.ts'
import type { Broken } from './fault.ts'
import { placeOf, type Ledger } from './ledger.ts'

/**
 * Limits in time. Waiting makes such a grant shorter and never better: what was too long when it came stays refused
 * until its file is changed and approved anew.
 */
const LIMITS: ReadonlySet<string> = new Set(['expires-too-far', 'emergency-too-long', 'total-too-long'])

/** The first error of each file, and what evidence remembers against the very content that stands there. */
export function brokenFiles(book: Book, problems: readonly Problem[], ledger: Ledger): Broken {
  const broken = new Map<string, Fault>()
  for (const { severity, file, code, message, fix } of problems) {
    if (severity === 'error' && !broken.has(file)) broken.set(file, { code, why: `${message} ${fix}`.trim() })
  }
  for (const { path, system, blob } of book.grants.values()) {
    const [refused, code = ''] = ledger.refused.get(placeOf(path, system))?.split(' ') ?? []
    if (blob !== refused || broken.has(path) || !LIMITS.has(code)) continue
    broken.set(path, {
      code,
      why: 'It was refused for its length when it came. Change the file and have it approved anew.'
    })
  }
  return broken
}

/** Paths whose content evidence doesn't know as issued: what limits in time are judged for. */
export function unissued(book: Book, ledger: Ledger): ReadonlySet<string> {
  const issued = new Set<string>()
  for (const system of ledger.standing.values()) {
    for (const list of system.values()) for (const { grant, blob } of list) issued.add(`${grant} ${blob}`)
  }
  return new Set(
    [...book.grants.values()].flatMap(({ path, blob }) => (issued.has(`${path} ${blob}`) ? [] : [path]))
  )
}
