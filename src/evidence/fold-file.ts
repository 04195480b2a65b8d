import { entitlementName } from '../book/ids.ts'
import type { Instant } from '../book/instant.ts'
import { intern } from '../book/intern.ts'
import type {
  EndedForm,
  Holder,
  Moved,
  OutsideRecord,
  Removal,
  Seen,
  Standing,
  Unmoved
} from '../plan/ledger.ts'
import type { Use } from '../findings/uses.ts'
import type { Event, HeldEvent } from './events.ts'
import { instant, numberOf, piecesOf, removalOf } from './event-values.ts'
import { endedAfter } from './ended-form.ts'
import { REDUCTION_WITHHELD, UNPROVED } from './advance.ts'
import { foldOutside } from './fold-outside.ts'
import { readLines } from './lines.ts'
import { usesIn } from './uses.ts'

/** What one file of events comes to. Folding is file by file, so that only what changed must be folded again. */
export interface FileRecord {
  readonly file: string
  readonly standing: readonly Standing[]
  readonly ended: EndedForm | null
  /** By system. */
  readonly refused: ReadonlyMap<string, string>
  readonly holders: readonly Holder[]
  readonly removals: readonly Removal[]
  readonly suspended: string | null
  /** How the file last moved; null: it stands as adopted at genesis. */
  readonly moved: Moved | null
  /** Its last form that was not taken over; null if there is none, or another was taken over since. */
  readonly unmoved: Unmoved | null
  /** Everything found outside that the file is about. */
  readonly discovered: readonly Seen[]
  /** What became of it; null: nothing was found. */
  readonly outside: OutsideRecord | null
  /** What it gave, if it is an emergency. */
  readonly uses: readonly Use[]
  readonly readable: boolean
}

/** Folds the events of one governed file. */
export function foldFile(file: string, text: string): FileRecord {
  const { events, bad } = readLines(text)
  const standing = new Map<string, Standing>()
  const removals: Removal[] = []
  const refused = new Map<string, string>()
  const holders = new Map<string, Holder>()
  let suspended: string | null = null
  let ended: EndedForm | null = null
  let form: string | null | undefined
  let moved: Moved | null = null
  let approved: Instant | null = null
  let pull: number | null = null
  let unmoved: Unmoved | null = null
  const discovered: Seen[] = []
  for (const one of events) {
    if (isHeld(one)) {
      const held = standingOf(file, one)
      standing.set(place(one), held)
      // One value for both: whoever has it is whoever had it last.
      holders.set(place(one), one.blob === null ? holderOf(one) : held)
      refused.delete(one.system)
    } else if (one.event === 'revoked') {
      standing.delete(place(one))
      holders.set(place(one), holderOf(one))
      removals.push(removalOf(one))
    } else if (one.event === 'refused' || one.event === 'held') {
      if (isOfChange(one)) unmoved = unmovedOf(one)
      else refused.set(one.system, `${one.blob ?? ''} ${one.code}`)
    } else if (one.event === 'approved' || one.event === 'reduced') {
      // A reduction that names a pull request is proved by it.
      const by = one.event === 'reduced' && one.pull === null ? 'reduced' : 'approved'
      if (by === 'approved') approved = instant(one.at)
      if (one.event === 'approved') pull = numberOf(one.pull)
      moved = { by, at: instant(one.at), approved, pull }
      unmoved = null
      form = one.blob
      if (ended !== null) ended = endedAfter<EndedForm>(ended, form, one.event === 'approved')
    } else if (one.event === 'ended') {
      // A night that was under way when the file moved on ended what stood when it began.
      if (form === undefined || form === one.blob)
        ended = { blob: one.blob, why: one.why, at: instant(one.at), task: one.task ?? null }
    } else if (one.event === 'discovered') discovered.push(...one.items.map(seenOf))
    else if (one.event === 'suspended') suspended = one.blob
    else if (one.event === 'reinstated') suspended = null
  }
  // A line that belongs to another file was put there by somebody else than us.
  const readable = bad === null && events.every(({ grant }) => grant === file)
  const stands = [...standing.values()]
  const had = [...holders.values()]
  return {
    file,
    standing: stands,
    ended,
    refused: refused.size === 0 ? NO_REFUSALS : refused,
    // Most often everybody who had it has it still: one list for both.
    holders: had.every((one, at) => one === stands[at]) ? stands : had,
    removals: removals.length === 0 ? NOTHING : removals,
    suspended,
    moved,
    unmoved,
    discovered: discovered.length === 0 ? NOTHING : discovered,
    outside: foldOutside(events),
    uses: file.startsWith(EMERGENCIES) ? usesIn(file, events) : NOTHING,
    readable
  }
}

// One of each for all: most files have none of these, and there may be hundreds of thousands of files.
const NO_REFUSALS: FileRecord['refused'] = new Map()
const NOTHING: readonly never[] = []
const EMERGENCIES = 'grants/emergency/'

type Turned = Extract<Event, { readonly event: 'refused' | 'held' }>

/**
 * Whether it tells of a change of the file that was not taken over, rather than of a grant that a run could not issue: the
 * one must never make anybody forget the other.
 */
function isOfChange({ pull, code }: Turned): boolean {
  return pull !== null || code === UNPROVED || code === REDUCTION_WITHHELD
}

function unmovedOf({ blob, event, code, why }: Turned): Unmoved {
  return { blob, state: event, code, why }
}

function holderOf({ system, principal, principalId, blob }: Holder): Holder {
  return { system: intern(system), principal: intern(principal), principalId: intern(principalId), blob }
}

function seenOf({
  firstSeen,
  lastUsed,
  ...rest
}: Extract<Event, { readonly event: 'discovered' }>['items'][number]): Seen {
  return { ...rest, firstSeen: instant(firstSeen), lastUsed: lastUsed === null ? null : instant(lastUsed) }
}

function isHeld(one: Event): one is HeldEvent {
  return ['issued', 'extended', 'shortened', 'updated'].includes(one.event)
}

function place({ system, principal }: { readonly system: string; readonly principal: string }): string {
  return `${system} ${principal}`
}

function standingOf(grant: string, one: HeldEvent): Standing {
  const [system = '', entitlement = ''] = one.entitlement.split('/')
  return {
    grant,
    system: intern(one.system),
    account: intern(one.account),
    principal: intern(one.principal),
    principalId: intern(one.principalId),
    from: one.from === null ? null : instant(one.from),
    until: instant(one.until),
    pieces: piecesOf(grant, one.statements),
    entitlement: entitlementName(system, entitlement),
    blob: one.blob ?? ''
  }
}
