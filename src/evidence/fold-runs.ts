import type { Instant } from '../book/instant.ts'
import type { Intent, Removal } from '../plan/ledger.ts'
import { instant, numberOf, piecesOf, removalOf } from './event-values.ts'
import type { Event } from './events.ts'
import { readLines } from './lines.ts'

/** What all files of `runs/` come to together: memberships that runs set out to add and that no run has settled. */
export function foldRuns(texts: readonly string[]): {
  readonly intents: readonly Intent[]
  readonly open: readonly string[]
  readonly removals: readonly Removal[]
  readonly judged: ReadonlySet<number>
  readonly rested: Instant | null
  readonly beat: Instant | null
  readonly signs: readonly Instant[]
} {
  const judged = new Set<number>()
  let rested: Instant | null = null
  let beat: Instant | null = null
  const signs: Instant[] = []
  const started = new Map<string, readonly Intent[]>()
  const closed = new Set<string>()
  const removals: Removal[] = []
  for (const one of texts.flatMap((text) => readLines(text).events)) {
    if (one.event === 'heartbeat' || one.event === 'finished') signs.push(instant(one.at))
    if (one.event === 'heartbeat') {
      beat = instant(one.at)
      continue
    }
    rested = one.event === 'finished' ? instant(one.at) : null
    if (one.event === 'started') started.set(one.id, one.intents.map(intentOf))
    else if (one.event === 'revoked') removals.push(removalOf(one))
    else if (one.event === 'sealed') for (const pull of one.pulls) judged.add(numberOf(pull))
    else if (one.event === 'finished') for (const id of [one.id, ...one.closes]) closed.add(id)
  }
  const open = [...started].filter(([id]) => !closed.has(id))
  return {
    intents: open.flatMap(([, intents]) => intents),
    open: open.map(([id]) => id),
    removals,
    judged,
    rested,
    beat,
    signs
  }
}

function intentOf({
  statements,
  ...rest
}: Extract<Event, { readonly event: 'started' }>['intents'][number]): Intent {
  return { ...rest, pieces: piecesOf(rest.grant, statements) }
}
