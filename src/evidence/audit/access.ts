import { resolveEntitlement } from '../../book/bundles.ts'
import type { Grant } from '../../book/book.ts'
import { effectiveWindow } from '../../book/effective.ts'
import { entitlementName } from '../../book/ids.ts'
import { readInstant, writeInstant, type Instant } from '../../book/instant.ts'
import { identify, systemPath } from '../../book/paths.ts'
import { quote } from '../../book/quote.ts'
import type { ConnectorCore } from '../../connectors/connector.ts'
import type { Event, HeldEvent } from '../events.ts'
import { CLOCKS, type Tell } from './approvals.ts'
import type { ApprovedBook } from './approved-book.ts'
import type { FileState, StandingNow } from './file-state.ts'

type Revoked = Extract<Event, { readonly event: 'revoked' }>

/** What access is judged by. */
export interface AccessFacts {
  readonly path: string
  readonly at: Instant
  readonly approved: ApprovedBook
  /** Connector of a name; null if this version has none. */
  readonly connector: (name: string) => ConnectorCore | null
  /** Where the event stands. */
  readonly line: number
  readonly commit: string
}

/** Judges one event that says what a grant has from then on, and follows it. */
export function judgeHeld(one: HeldEvent, state: FileState, facts: AccessFacts, tell: Tell): void {
  const standing = find(state, one)
  const until = readInstant(one.until, 'end')
  judgeForm(one, state, facts, tell)
  if (until === null) tell('time-impossible', `It ends at ${one.until}, which is no real instant.`)
  else {
    if (one.event !== 'issued') judgeDirection(one, standing, until, tell)
    if (one.event !== 'shortened') judgeWindow(one, until, state, facts, tell)
  }
  judgePlace(one, facts, tell)
  judgeAfterEnd(one, state, facts, tell)
  state.standing = state.standing.filter((other) => other !== standing)
  const { system, principal, blob } = one
  const { line, commit } = facts
  state.standing.push({ system, principal, blob, until: until ?? facts.at, line, commit })
}

/** Judges one removal, and follows it. What nobody issued can only have been put there by somebody else, or by a run that was killed. */
export function judgeRevoked(one: Revoked, state: FileState, tell: Tell): void {
  const standing = find(state, one)
  const known = standing !== undefined || state.found || state.left.length > 0 || state.form !== null
  if (!known && one.cause !== 'drift')
    tell('nothing-stood', `${one.principal} in ${quote(one.system)} lost what the record never gave.`)
  state.standing = state.standing.filter((other) => other !== standing)
}

function find(
  state: FileState,
  { system, principal }: { readonly system: string; readonly principal: string }
): StandingNow | undefined {
  return state.standing.find((one) => one.system === system && one.principal === principal)
}

/** The chain itself: exactly this content must have been approved, by then, and not have left. */
function judgeForm({ blob }: HeldEvent, state: FileState, { path, at }: AccessFacts, tell: Tell): void {
  if (state.form !== null && state.form.blob === blob) {
    if (at < state.since - CLOCKS)
      tell(
        'issued-too-soon',
        `${quote(path)} was issued at ${writeInstant(at)}, before its approval at ${writeInstant(state.since)}.`
      )
    return
  }
  // A run that was under way when the file moved on has issued what was approved when it began.
  const left = state.left.findLast((one) => one.blob === blob)
  if (left && at <= left.at) return
  const now = state.form === null ? 'no approved form' : `the approved form ${state.form.blob}`
  const spent = left ? ' That form was approved once and is spent.' : ''
  tell('issued-unapproved', `${quote(path)} was issued as ${blob ?? 'no content'}, but has ${now}.${spent}`)
}

/** What was ended before its time stays ended in that form. A run that was under way then could not know. */
function judgeAfterEnd(one: HeldEvent, { ended }: FileState, { at }: AccessFacts, tell: Tell): void {
  if (!ended || ended.blob !== one.blob || at <= ended.at || one.event === 'shortened') return
  tell('issued-after-end', `It was ${one.event} after it had been ended at ${writeInstant(ended.at)}.`)
}

function judgeDirection(one: HeldEvent, standing: StandingNow | undefined, until: Instant, tell: Tell): void {
  if (!standing) {
    tell('nothing-stood', `${one.principal} in ${quote(one.system)} had nothing that could be ${one.event}.`)
    return
  }
  const wrong =
    (one.event === 'extended' && until < standing.until) ||
    (one.event === 'shortened' && until > standing.until)
  if (wrong)
    tell(
      'direction-wrong',
      `It was ${one.event} to ${one.until}, although it ended at ${writeInstant(standing.until)} before.`
    )
}

/** Not longer than the file and its subject's own end allow, and not after that. */
function judgeWindow(
  one: HeldEvent,
  until: Instant,
  state: FileState,
  { path, at, approved }: AccessFacts,
  tell: Tell
): void {
  const identity = identify(path)
  if (identity?.kind !== 'grant' && identity?.kind !== 'emergency') return
  const { book } = approved
  if (until <= at) {
    tell('issued-outside-window', `It was ${one.event} at ${one.at} until ${one.until}, when that was over.`)
    return
  }
  const suspension = book.suspensions.get(identity.subject)
  if (suspension) {
    const end = suspension.data.until === undefined ? Infinity : readInstant(suspension.data.until, 'end')
    if (approved.changedAt(suspension.path) < at && (end === null || at < end))
      tell('issued-suspended', `${quote(identity.subject)} was suspended when this was ${one.event}.`)
  }
  const { grant } = state
  if (!grant || state.form?.blob !== one.blob) return
  if (grant.expires !== null && until > grant.expires)
    tell('issued-outside-window', `It ends at ${one.until}, but its file at ${writeInstant(grant.expires)}.`)
  const from = one.from === null ? at : (readInstant(one.from, 'start') ?? at)
  if (grant.hasStarts && (grant.starts === null || from < grant.starts))
    tell('issued-outside-window', `It begins before its file’s own start.`)
  const subject = book.people.get(identity.subject) ?? book.workloads.get(identity.subject)
  // What changed while the run was under way could not bind it.
  if (!subject || approved.changedAt(subject.path) >= at) return
  const { window, end } = effectiveWindow(book, slim(path, grant, identity))
  if (window && end !== 'orphaned' && end !== 'expires' && until > window.until)
    tell(
      'issued-outside-window',
      `It ends at ${one.until}, but ${quote(identity.subject)} at ${writeInstant(window.until)}.`
    )
}

/** Only what says when a grant holds; nothing else of it is asked for. */
function slim(
  path: string,
  { expires, starts, hasStarts, requester, task }: NonNullable<FileState['grant']>,
  identity: {
    readonly kind: 'grant' | 'emergency'
    readonly system: string
    readonly entitlement: string
    readonly subject: string
  }
): Grant {
  const { kind, system, entitlement, subject } = identity
  const name = entitlementName(system, entitlement)
  const rest = { reason: '', ticket: null, incident: null, blob: '' }
  return {
    kind,
    path,
    system,
    entitlement,
    name,
    subject,
    expires,
    starts,
    hasStarts,
    requester,
    task,
    ...rest
  }
}

/** That it went where the approved files say: this entitlement, one of its systems, this subject’s account there. */
function judgePlace(one: HeldEvent, { path, at, approved, connector }: AccessFacts, tell: Tell): void {
  const identity = identify(path)
  if (identity?.kind !== 'grant' && identity?.kind !== 'emergency') {
    tell('issued-elsewhere', `${quote(path)} is no grant, so nothing can be issued for it.`)
    return
  }
  const name = entitlementName(identity.system, identity.entitlement)
  if (one.entitlement !== name) {
    tell('issued-elsewhere', `${quote(one.entitlement)} was issued for a grant of ${quote(name)}.`)
    return
  }
  const { book } = approved
  const resolved = resolveEntitlement(book, name)
  const system = book.systems.get(one.system)
  const moved = [systemPath(one.system), resolved?.entitlement.path ?? path].some(
    (file) => approved.changedAt(file) >= at
  )
  // An update may be the very thing that takes a system out; a shortening never gives anything.
  if (moved || one.event === 'shortened' || !resolved || resolved.missing.length > 0) return
  if (!resolved.systems.includes(one.system) || !system) {
    tell('issued-elsewhere', `${quote(name)} gives nothing in ${quote(one.system)}.`)
    return
  }
  const core = connector(system.data.connector)
  const subject = book.people.get(identity.subject) ?? book.workloads.get(identity.subject)
  if (!core || !subject || approved.changedAt(subject.path) >= at) return
  const context = { id: one.system, entry: system, repository: book.settings?.data.repository ?? '' }
  const account = subject.data.accounts?.[one.system]
  if (account === undefined || core.checkAccount(account, context).length > 0) {
    tell('issued-elsewhere', `${quote(identity.subject)} has no account in ${quote(one.system)}.`)
    return
  }
  if (core.principalOf(account) !== one.principal)
    tell(
      'issued-elsewhere',
      `It was issued to ${one.principal}; the account of ${quote(identity.subject)} is ${core.principalOf(account)}.`
    )
  if (core.checkSettings(system.data.settings).length === 0) {
    const real = core.identityOf(system.data.settings)
    if (real !== one.account)
      tell(
        'issued-elsewhere',
        `It was issued in the account ${quote(one.account)}; ${quote(one.system)} is ${quote(real)}.`
      )
  }
}
