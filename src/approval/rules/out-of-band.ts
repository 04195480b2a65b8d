import type { OutOfBand } from '../../book/kinds/out-of-band.ts'
import type { Person } from '../../book/kinds/person.ts'
import { fileAt } from '../book-file.ts'
import type { ProofQuestion } from '../proof-input.ts'
import { sameMeaning } from '../same.ts'
import type { Touched } from '../touched.ts'
import type { ProofReason } from '../verdict.ts'
import type { Participants } from './participants.ts'

// Access that was found: what was found is written by our App alone, and nobody decides on his own.

/** Refuses `principal` and `items` that neither are the approved ones nor were written by our App. */
export function foundByOthers(
  { path, identity }: Touched,
  { before, after, found }: ProofQuestion,
  { byApp, appAlone }: Participants
): ProofReason | null {
  if (identity?.kind !== 'out-of-band') return null
  const next = fileAt(after, path)
  if (next?.kind !== 'out-of-band' || (byApp && appAlone)) return null
  const approved = fileAt(before, path)
  if (approved?.kind === 'out-of-band' && sameFinding(approved.data, next.data)) return null
  const written = found.get(path)
  if (byApp && written && sameFinding(written, next.data)) return null
  return {
    rule: 'out-of-band',
    why: 'What was found ("principal", "items") is written by our App alone, and this pull request has it otherwise. Change only "decision", "owner", "reason" and "expires".',
    passing: false
  }
}

function sameFinding(a: OutOfBand, b: OutOfBand): boolean {
  return sameMeaning([a.principal, a.items], [b.principal, b.items])
}

/** What a person or workload may be called in a finding. */
export interface Named {
  readonly id: string
  readonly email?: string
  readonly github?: string | undefined
  readonly accounts?: Person['accounts'] | undefined
}

/**
 * Whether a finding may speak of somebody: as `principal` or in `by`, by account, address, login or id. Names alone are
 * compared, whatever stands around them (`arn:aws:iam::123456789012:user/alice`): this can only exclude.
 */
export function isNamedIn({ principal, items }: OutOfBand, system: string, named: Named): boolean {
  const { id, email, github, accounts } = named
  const account = accounts && Object.hasOwn(accounts, system) ? accounts[system] : undefined
  const inSystem = textsOf(account).map(lastName)
  const names = new Set([id, email ?? id, github ?? id, ...inSystem].map((name) => name.toLowerCase()))
  if (mentions(principal, new Set(inSystem.map((name) => name.toLowerCase())))) return true
  return items.some(({ by }) => mentions(by, names))
}

function mentions(text: string, names: ReadonlySet<string>): boolean {
  const lower = text.toLowerCase()
  return names.has(lower) || lower.split(/[:/\s]+/u).some((part) => names.has(part))
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Every text in an account's value: its shape is its connector's. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}
