import { UnableError } from '../../../book/errors.ts'
import { readDuration } from '../../../book/duration.ts'
import type { Explained, Live } from '../../../connectors/connector.ts'
import { blobId } from '../../../book/grant-key.ts'
import { MOST_FILES } from '../../../compose/import/parts.ts'
import { discovered } from '../../../evidence/record-outside.ts'
import type { Due } from '../../../io/github/propose/propose-all.ts'
import { askedNow } from '../../../nightly/asked-now.ts'
import { fates, isAnswered } from '../../../nightly/fates.ts'
import { giftsIn, type Gift } from '../../../nightly/gifts.ts'
import {
  outsideFile,
  outsidePath,
  settled,
  sightAll,
  withoutItems,
  worthDeciding,
  type Sighting
} from '../../../nightly/outside.ts'
import type { SystemDesire } from '../../../plan/desired.ts'
import type { OutsideRecord } from '../../../plan/ledger.ts'
import type { Outcome } from '../../../plan/outcome.ts'
import { logLine } from '../../../render/escape.ts'
import type { Urgent } from '../../../render/nightly/escalation.ts'
import type { ShownInventory } from '../../../render/nightly/inventory.ts'
import { outsideBody, outsideTitle, type ShownOutside } from '../../../render/nightly/outside.ts'
import { openAndRead, portsOf } from '../systems.ts'
import { PREFIX, proposal } from './due.ts'
import { inventoryIn } from './inventory-in.ts'
import { explainedBy } from './explained.ts'
import type { Outlook } from './outlook.ts'
import { declinedBy, recordAnswers } from './record-answers.ts'
import { recordGone } from './record-gone.ts'
import { removeOutside, type Removed } from './remove-outside.ts'
import type { Glance } from './glances.ts'
import type { Sight } from './sight.ts'

/** What looking outside came to. */
export interface LookedOutside {
  readonly due: readonly Due[]
  readonly outcomes: readonly Outcome[]
  /** Systems that were looked at to the end. */
  readonly systems: readonly string[]
  /** What can't wait for anybody to look into a pull request. One for each of those systems. */
  readonly urgent: readonly Urgent[]
}

/**
 * Looks in every system for access that no grant explains: records when each thing was first seen and what people decided,
 * proposes the files about it, and takes away what may go and whose time has passed. One system that can't be read stops no
 * other.
 */
export async function lookOutside(outlook: Outlook): Promise<LookedOutside> {
  const { desired, systems: only } = outlook.sight
  const due: Due[] = []
  const outcomes: Outcome[] = []
  const systems: string[] = []
  const urgent: Urgent[] = []
  for (const [system, at] of desired.systems) {
    if (only !== null && !only.has(system)) continue
    try {
      const found = await lookIn(system, at, outlook)
      due.push(...found.due)
      outcomes.push(...found.outcomes)
      urgent.push(found.urgent)
      systems.push(system)
    } catch (error) {
      if (!(error instanceof UnableError)) throw error
      const why = `It was not looked at for access outside: ${error.message}`
      outlook.io.err(`error: ${logLine(`${system}: ${why}`)}\n`)
      outcomes.push({ grant: null, system, action: null, state: 'failed', why })
    }
  }
  return { due, outcomes, systems, urgent }
}

interface LookedIn extends Pick<LookedOutside, 'due' | 'outcomes'> {
  readonly urgent: Urgent
}

async function lookIn(system: string, at: SystemDesire, outlook: Outlook): Promise<LookedIn> {
  const { sight: all, glances } = outlook
  const explained = explainedBy(all, system, at)
  const { found, unread, live } = glances.of(system) ?? (await readOutside(system, explained, outlook))
  const named = new Set(explained.accounts.keys())
  const keyAge = readDuration(all.settings.keys.maxAge) ?? 0
  const worth = found
    .map((principal) => worthDeciding(principal, named.has(principal.name), keyAge, all.now))
    .filter((principal) => principal !== null)
  const sightings = sightAll(system, worth, all.ledger, all.now)
  await recordFresh(system, sightings, outlook)
  const branch = `${PREFIX}outside/${system}`
  const records = await declinedBy(system, branch, sightings, outlook)
  const shown = shownIn(system, at, live, sightings, records, all)
  await recordAnswers(system, shown, outlook)
  const { outOfBand: policy, owner } = at.context.entry.data
  const isRevoking = policy === 'revoke'
  const known = isRevoking ? await recordGone(system, found, explained, outlook) : []
  const { gone, outcomes: removed } = isRevoking
    ? await removeOutside(system, shown, explained, outlook)
    : NOTHING
  const outcomes = [...known, ...removed]
  // What was just taken away is nobody's decision any more.
  const left = gone.size === 0 ? shown : shown.flatMap((one) => leftOf(one, gone))
  const gaps = unread.map(({ why }) => why)
  const standing = found.map((one) => {
    const ids = gone.get(outsidePath(system, one))
    return ids ? { ...one, items: one.items.filter(({ id }) => !ids.has(id)) } : one
  })
  const inventory = inventoryIn(system, at, all, standing)
  return {
    due: dueOutside(system, all, left, policy, gaps, inventory),
    outcomes,
    urgent: { system, owner, policy, shown: left, outcomes, unread: gaps }
  }
}

const NOTHING: Removed = { outcomes: [], gone: new Map() }

function leftOf(shown: ShownOutside, gone: Removed['gone']): readonly ShownOutside[] {
  const ids = gone.get(shown.sighting.path)
  if (!ids) return [shown]
  const sighting = withoutItems(shown.sighting, ids)
  return sighting ? [{ ...shown, sighting, fates: shown.fates.filter(({ item }) => !ids.has(item.id)) }] : []
}

function shownIn(
  system: string,
  at: SystemDesire,
  live: Live | null,
  sightings: readonly Sighting[],
  records: ReadonlyMap<string, OutsideRecord>,
  { book, settings, ledger, now }: Sight
): readonly ShownOutside[] {
  const gifts = live ? giftsIn(system, at, live, ledger) : new Map<string, readonly Gift[]>()
  return sightings.map((sighting) => {
    const record = records.get(sighting.path) ?? null
    const judged = fates(sighting, {
      file: book.outOfBand.get(sighting.path) ?? null,
      record,
      gifts: gifts.get(sighting.principal.name) ?? [],
      sameTarget: (a, b) => at.core.sameTarget(a, b),
      expiresAfter: settings.outOfBand.expiresAfter,
      now
    })
    return { sighting, record, fates: judged }
  })
}

async function readOutside(
  system: string,
  explained: Explained,
  { sight: { desired }, common, io }: Outlook
): Promise<Glance> {
  const { session, live } = await openAndRead(system, desired, portsOf('read', common, io))
  return { ...(await session.outside(live, explained)), live }
}

async function recordFresh(
  system: string,
  sightings: readonly Sighting[],
  { recorder }: Outlook
): Promise<void> {
  const news = sightings.filter(({ fresh }) => fresh.length > 0)
  if (news.length === 0) return
  const record = await recorder()
  const events = news.map(({ path, principal, fresh }) => discovered(path, principal, fresh, record.facts))
  await record.append(`Record what was found outside in ${system}`, events)
}

/**
 * One pull request a system: files about what stands, as they are to be, and none about what is gone. About whom nothing is
 * left to ask, no file is proposed.
 */
function dueOutside(
  system: string,
  all: Sight,
  shown: readonly ShownOutside[],
  policy: 'report' | 'revoke',
  unread: readonly string[],
  inventory: ShownInventory
): readonly Due[] {
  const { book, settings } = all
  const undecided = shown.filter(({ fates: own, record }) => !own.every((fate) => isAnswered(fate, record)))
  const textOf = ({ sighting }: ShownOutside): string =>
    outsideFile(sighting, book.outOfBand.get(sighting.path) ?? null, settings.outOfBand.expiresAfter)
  const isFiled = (one: ShownOutside): boolean =>
    book.outOfBand.get(one.sighting.path)?.blob === blobId(ENCODER.encode(textOf(one)))
  const { now: open, waiting } = askedNow(undecided, isFiled, MOST_FILES)
  const files = open.map((one) => ({ path: one.sighting.path, text: textOf(one) }))
  // What could not be read proves nothing gone.
  const gone =
    unread.length > 0
      ? []
      : settled(
          all,
          system,
          shown.map(({ sighting }) => sighting)
        )
  if (files.length + gone.length === 0) return []
  const first = Math.min(...open.flatMap(({ sighting }) => sighting.seen.map(({ firstSeen }) => firstSeen)))
  return [
    {
      since: Number.isFinite(first) ? first : all.now,
      proposal: proposal(all, {
        branch: `${PREFIX}outside/${system}`,
        title: outsideTitle(system, open),
        body: outsideBody(open, policy, unread, inventory, waiting),
        files: [...files, ...gone.slice(0, MOST_FILES).map((path) => ({ path, text: null }))]
      })
    }
  ]
}

const ENCODER = new TextEncoder()
