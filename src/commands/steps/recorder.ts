import type { Book } from '../../book/book.ts'
import { UnableError } from '../../book/errors.ts'
import type { Instant } from '../../book/instant.ts'
import { entitlementPath } from '../../book/paths.ts'
import type { Event } from '../../evidence/events.ts'
import { isNews } from '../../evidence/news.ts'
import { finished, type RunFacts } from '../../evidence/record.ts'
import type { EvidenceStore } from '../../io/git/evidence-store.ts'
import type { Ledger } from '../../plan/ledger.ts'
import type { Outcome } from '../../plan/outcome.ts'

/** What a run is known by. */
export interface Run {
  readonly store: EvidenceStore
  readonly book: Book
  /** Evidence as it was when the run was planned, and its head then. */
  readonly ledger: Ledger
  readonly head: string | null
  /** Runs whose intents nobody had settled then. */
  readonly open: readonly string[]
  readonly now: Instant
  readonly commit: string
  readonly run: string | null
  readonly id: string
}

/** So often a lost race is computed again. */
export const ATTEMPTS = 10

/** What somebody else's runs would have to do to keep ours from recording. */
export function alwaysRaced(): UnableError {
  return new UnableError(
    `The branch "evidence" was moved by somebody else ${ATTEMPTS} times in a row. Try again when no other run is under way.`
  )
}

/** Records what a run does. Events that another run has recorded meanwhile are not recorded again. */
export class Recorder {
  readonly run: Run
  readonly facts: RunFacts
  #current: Ledger
  #open: ReadonlySet<string>
  #head: string | null

  constructor(run: Run) {
    this.run = run
    this.#current = run.ledger
    this.#open = new Set(run.open)
    this.#head = run.head
    const { book, now, commit } = run
    this.facts = {
      now,
      commit,
      run: run.run,
      blobOf: (path) => book.tree.entries.get(path)?.blob ?? null,
      entitlementBlob: (grant) => {
        const name = book.grants.get(grant)?.name
        return name === undefined ? null : (book.tree.entries.get(entitlementPath(name))?.blob ?? null)
      }
    }
  }

  /** Where the branch stands after what was recorded. */
  get head(): string | null {
    return this.#head
  }

  /**
   * Appends events, in one commit; nothing if there are none, or none that is news any more. A lost race is read and
   * computed again. Throws UnableError if it can't be done.
   */
  async append(subject: string, events: readonly Event[]): Promise<void> {
    const { store, ledger, now } = this.run
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const news = events
        .filter((one) => isNews(one, ledger, this.#current))
        .map((one) => this.#stillOpen(one))
      if (news.length === 0) return
      const done = await store.append(this.#head, [{ subject, events: news, moves: [] }], now)
      if (done.state === 'done') {
        this.#head = done.head
        return
      }
      const snapshot = await store.read()
      this.#current = snapshot.ledger
      this.#open = new Set(snapshot.open)
      this.#head = snapshot.head
    }
    throw alwaysRaced()
  }

  /** A run that has come to its end by itself meanwhile needs nobody to settle it. */
  #stillOpen(one: Event): Event {
    if (one.event !== 'finished') return one
    return { ...one, closes: one.closes.filter((id) => this.#open.has(id)) }
  }
}

/** Writes down that a run came to its end: a sign of life, and what is settled by now. */
export async function finishRun(
  recorder: Recorder,
  closes: readonly string[],
  outcomes: readonly Outcome[]
): Promise<void> {
  const counts: Record<string, number> = {}
  for (const { state } of outcomes) counts[state] = (counts[state] ?? 0) + 1
  await recorder.append('Finish a run', [finished(recorder.run.id, closes, counts, recorder.facts)])
}
