import { approvalsDocument } from '../approvals-json.ts'
import type { VerdictDocument } from '../output/verdict.ts'
import { standingOf, type Standing, type VerdictView } from './view.ts'

/** One pull request that was judged, and where that was written. */
export interface Told {
  readonly view: VerdictView
  readonly check: number
  /** Null: only the check run was written. */
  readonly comment: number | null
}

const ORDER: readonly Standing[] = ['needs-changes', 'waiting', 'ready']

/** Farthest from ready first, then by number. */
export function worstFirst(views: readonly VerdictView[]): readonly VerdictView[] {
  return views.toSorted(
    (a, b) => ORDER.indexOf(standingOf(a)) - ORDER.indexOf(standingOf(b)) || a.verdict.pull - b.verdict.pull
  )
}

/** What `verdict --format json` prints: the pull request that is farthest from ready. */
export function verdictDocument(all: readonly Told[], ok: boolean): VerdictDocument {
  const [worst] = worstFirst(all.map(({ view }) => view))
  const written = all.find(({ view }) => view === worst)
  if (!written) return { ...NONE, ok }
  const { check, comment, view } = written
  return { ...approvalsDocument(view.verdict, ok), check, comment }
}

const NONE: Omit<VerdictDocument, 'ok'> = {
  format: 1,
  pull: null,
  head: null,
  base: null,
  state: 'approved',
  why: null,
  paths: [],
  check: null,
  comment: null
}
