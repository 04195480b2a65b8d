import type { Book } from '../book/book.ts'
import type { Problem } from '../book/problem.ts'
import type { Fault } from './desired.ts'
import type { Broken } from './fault.ts'
import { placeOf, type Ledger, type Standing } from './ledger.ts'

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
  const { refused: remembered } = ledger
  for (const { path, system, blob } of remembered.size === 0 ? [] : book.grants.values()) {
    const [refused, code = ''] = remembered.get(placeOf(path, system))?.split(' ') ?? []
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
  const { standing } = ledger
  const all = [...standing.values()]
  const unknown = new Set<string>()
  for (const { path, blob, system } of book.grants.values()) {
    const holds = (files: ReadonlyMap<string, readonly Standing[]> | undefined) =>
      files?.get(path)?.some((one) => one.blob === blob) === true
    // What a bundle gives stands in other systems too.
    if (!holds(standing.get(system)) && !all.some(holds)) unknown.add(path)
  }
  return unknown
}
