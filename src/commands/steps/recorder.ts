import type { Book } from '../../book/book.ts'
import type { Instant } from '../../book/instant.ts'
import { entitlementPath } from '../../book/paths.ts'
import type { Event } from '../../evidence/events.ts'
import { isNews } from '../../evidence/news.ts'
import { finished, type RunFacts } from '../../evidence/record.ts'
import type { FoldCache } from '../../io/git/evidence-read.ts'
import { appendEvidence } from '../../io/git/evidence-write.ts'
import type { Ledger } from '../../plan/ledger.ts'
import type { Outcome } from '../../plan/outcome.ts'

/** What a run is known by. */
export interface Run {
  readonly root: string
  readonly book: Book
  /** Evidence as it was when the run was planned. */
  readonly ledger: Ledger
  readonly cache: FoldCache
  readonly now: Instant
  readonly commit: string
  readonly run: string | null
  readonly id: string
}

/** Records what a run does. Events that another run has recorded meanwhile are not recorded again. */
export class Recorder {
  readonly run: Run
  readonly facts: RunFacts
  #planned: Ledger
  #head: string | null | undefined

  constructor(run: Run) {
    this.run = run
    this.#planned = run.ledger
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

  /** Appends events, in one commit; nothing if there are none. Throws UnableError if that can't be done. */
  async append(subject: string, events: readonly Event[]): Promise<void> {
    if (events.length === 0) return
    const { root, now, cache } = this.run
    const { head } = await appendEvidence(
      root,
      `${subject}\n\nRun: ${this.run.id}`,
      now,
      (evidence) => {
        const moved = this.#head !== undefined && evidence.head !== this.#head
        return events.filter((one) => !moved || isNews(one, this.#planned, evidence.ledger))
      },
      cache
    )
    this.#head = head
  }

  /** Says at which head the plan was made; what comes after it is somebody else's or our own. */
  startsAt(head: string | null): void {
    this.#head = head
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
