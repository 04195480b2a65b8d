import { UnableError } from '../../../book/errors.ts'
import { discovered } from '../../../evidence/record-outside.ts'
import type { Due } from '../../../io/github/propose/propose-all.ts'
import { readDuration } from '../../../book/duration.ts'
import {
  fates,
  outsideFile,
  outsidePath,
  settled,
  sight,
  withoutItems,
  worthDeciding,
  type Sighting
} from '../../../nightly/outside.ts'
import type { SystemDesire } from '../../../plan/desired.ts'
import type { Outcome } from '../../../plan/outcome.ts'
import { logLine } from '../../../render/escape.ts'
import { outsideBody, outsideTitle, type ShownOutside } from '../../../render/nightly/outside.ts'
import type { Common, Io } from '../../command.ts'
import type { Recorder } from '../recorder.ts'
import { openAndRead, portsOf } from '../systems.ts'
import { PREFIX, proposal } from './due.ts'
import { explainedBy } from './explained.ts'
import { removeOutside, type Removed } from './remove-outside.ts'
import type { Sight } from './sight.ts'

/** What looking outside came to. */
export interface LookedOutside {
  readonly due: readonly Due[]
  readonly outcomes: readonly Outcome[]
  /** Systems that were looked at to the end. */
  readonly systems: readonly string[]
}

/** With what the outside is looked at. */
export interface Outlook {
  readonly sight: Sight
  /** Opened when there is something to record. */
  readonly recorder: () => Promise<Recorder>
  readonly common: Common
  readonly io: Io
}

/**
 * Looks in every system for access that no grant explains: records when each thing was first seen, proposes the files about
 * it, and takes away what may go and whose time has passed. One system that can't be read stops no other.
 */
export async function lookOutside(outlook: Outlook): Promise<LookedOutside> {
  const { desired, systems: only } = outlook.sight
  const due: Due[] = []
  const outcomes: Outcome[] = []
  const systems: string[] = []
  for (const [system, at] of desired.systems) {
    if (only !== null && !only.has(system)) continue
    try {
      const found = await lookIn(system, at, outlook)
      due.push(...found.due)
      outcomes.push(...found.outcomes)
      systems.push(system)
    } catch (error) {
      if (!(error instanceof UnableError)) throw error
      const why = `It was not looked at for access outside: ${error.message}`
      outlook.io.err(`error: ${logLine(`${system}: ${why}`)}\n`)
      outcomes.push({ grant: null, system, action: null, state: 'failed', why })
    }
  }
  return { due, outcomes, systems }
}

async function lookIn(
  system: string,
  at: SystemDesire,
  outlook: Outlook
): Promise<Pick<LookedOutside, 'due' | 'outcomes'>> {
  const { sight: all, common, io } = outlook
  const explained = explainedBy(all, system, at)
  const { session, live } = await openAndRead(system, all.desired, portsOf('read', common, io))
  const { found, unread } = await session.outside(live, explained)
  const named = new Set(explained.accounts.keys())
  const keyAge = readDuration(all.settings.keys.maxAge) ?? 0
  const sightings = found
    .map((principal) => worthDeciding(principal, named.has(principal.name), keyAge, all.now))
    .filter((principal) => principal !== null)
    .map((principal) =>
      sight(system, principal, all.ledger.discovered.get(outsidePath(system, principal)) ?? [], all.now)
    )
  await recordFresh(system, sightings, outlook)
  const shown = sightings.map((sighting) => shownOf(sighting, all))
  const policy = at.context.entry.data.outOfBand
  const removed = policy === 'revoke' ? await removeOutside(system, shown, explained, outlook) : NOTHING
  const { gone, outcomes } = removed
  // What was just taken away is nobody's decision any more.
  const left = gone.size === 0 ? shown : shown.flatMap(({ sighting }) => shownLeft(sighting, gone, all))
  return { due: dueOutside(system, all, left, policy, unread), outcomes }
}

const NOTHING: Removed = { outcomes: [], gone: new Map() }

function shownLeft(sighting: Sighting, gone: Removed['gone'], all: Sight): readonly ShownOutside[] {
  const rest = withoutItems(sighting, gone.get(sighting.path) ?? new Set())
  return rest ? [shownOf(rest, all)] : []
}

function shownOf(sighting: Sighting, { book, settings, now }: Sight): ShownOutside {
  const file = book.outOfBand.get(sighting.path) ?? null
  return { sighting, fates: fates(sighting, file, settings.outOfBand.expiresAfter, now) }
}

async function recordFresh(
  system: string,
  sightings: readonly Sighting[],
  { recorder }: Outlook
): Promise<void> {
  const news = sightings.filter(({ fresh }) => fresh.length > 0)
  if (news.length === 0) return
  const record = await recorder()
  const events = news.map(({ path, principal, fresh }) =>
    discovered(path, principal.principal, fresh, record.facts)
  )
  await record.append(`Record what was found outside in ${system}`, events)
}

/** One pull request a system: files about what stands, as they are to be, and none about what is gone. */
function dueOutside(
  system: string,
  all: Sight,
  shown: readonly ShownOutside[],
  policy: 'report' | 'revoke',
  unread: readonly { readonly why: string }[]
): readonly Due[] {
  const { book, settings } = all
  const sightings = shown.map(({ sighting }) => sighting)
  const files = sightings.map((sighting) => ({
    path: sighting.path,
    text: outsideFile(sighting, book.outOfBand.get(sighting.path) ?? null, settings.outOfBand.expiresAfter)
  }))
  // What could not be read proves nothing gone.
  const gone = unread.length > 0 ? [] : settled(book, system, sightings)
  if (files.length + gone.length === 0) return []
  const first = Math.min(...sightings.flatMap(({ seen }) => seen.map(({ firstSeen }) => firstSeen)))
  return [
    {
      since: Number.isFinite(first) ? first : all.now,
      proposal: proposal(all, {
        branch: `${PREFIX}outside/${system}`,
        title: outsideTitle(system, shown),
        body: outsideBody(
          shown,
          policy,
          unread.map(({ why }) => why)
        ),
        files: [...files, ...gone.map((path) => ({ path, text: null }))]
      })
    }
  ]
}
