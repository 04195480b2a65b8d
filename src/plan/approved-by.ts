import type { ApprovedAt } from '../duties/exceptions.ts'
import type { Ledger } from './ledger.ts'

/**
 * When governed files were approved, by what evidence says: what stands since genesis comes before everything else, and
 * files that only ask for their approval now come after it.
 */
export function approvedBy({ moved }: Ledger, asking: ReadonlySet<string> = new Set()): ApprovedAt {
  return (path) => (asking.has(path) ? null : (moved.get(path)?.approved ?? -Infinity))
}
