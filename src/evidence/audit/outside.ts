import { DAY, readDuration } from '../../book/duration.ts'
import { personEnd } from '../../book/effective.ts'
import { readInstant, writeInstant, type Instant } from '../../book/instant.ts'
import { identify, SETTINGS_PATH } from '../../book/paths.ts'
import { quote } from '../../book/quote.ts'
import type { Event } from '../events.ts'
import { NOTHING_KEPT } from '../record-outside.ts'
import { CLOCKS, type Tell } from './approvals.ts'
import type { ApprovedBook } from './approved-book.ts'
import type { FileState } from './file-state.ts'
import { newOutsideState, type OutsideState } from './outside-state.ts'
import { requiredFor } from './required.ts'

type Of<Kind extends Event['event']> = Extract<Event, { readonly event: Kind }>
type Thing = Of<'adopted'>['items'][number]

/** What such an event is judged by. */
export interface OutsideFacts {
  readonly path: string
  readonly at: Instant
  readonly approved: ApprovedBook
  /** State of another governed file; undefined: nothing was said of it. */
  readonly stateOf: (path: string) => FileState | undefined
}

/** Judges one event about access found outside by what the record said before it, and follows it. */
export function judgeOutside(event: Event, own: FileState, facts: OutsideFacts, tell: Tell): void {
  const state = (own.outside ??= newOutsideState())
  if (event.event === 'discovered') judgeDiscovered(event, state, facts, tell)
  else if (event.event === 'saved') judgeSaved(event, state)
  else if (event.event === 'tolerated') judgeTolerated(event, own, state, facts, tell)
  else if (event.event === 'adopted') judgeAdopted(event, state, facts, tell)
  else if (event.event === 'declined') judgeDeclined(event, state, facts, tell)
  else if (event.event === 'restored') judgeRestored(event, state, facts, tell)
  else if (event.event === 'revoked') judgeRemoved(event, state, facts, tell)
}

/** What nothing was kept of never comes back as ours. */
function judgeSaved({ item, saved: text }: Of<'saved'>, { saved }: OutsideState): void {
  if (text !== NOTHING_KEPT) saved.add(item)
}

/** A clock that was started once never starts anew. */
function judgeDiscovered(
  one: Of<'discovered'>,
  { seen }: OutsideState,
  { at }: OutsideFacts,
  tell: Tell
): void {
  for (const { id, digest, firstSeen } of one.items) {
    const since = readInstant(firstSeen, 'start')
    const known = seen.get(id)
    if (since === null || since > at + CLOCKS || (known && since > known.since))
      tell('found-clock-moved', `${id} is said to have been first seen at ${firstSeen}, later than it was.`)
    const first = Math.min(since ?? at, known?.since ?? Infinity)
    seen.set(id, { since: first, digests: new Set([...(known?.digests ?? []), digest]) })
  }
}

function judgeTolerated(
  one: Of<'tolerated'>,
  { form }: FileState,
  { file, proved }: OutsideState,
  { path, at }: OutsideFacts,
  tell: Tell
): void {
  const until = file ? readInstant(file.expires, 'end') : null
  const said =
    form?.blob === one.blob &&
    file?.decision === 'tolerate' &&
    file.principal === one.principal &&
    file.owner === one.owner &&
    file.reason !== undefined &&
    until !== null &&
    writeInstant(until) === one.until &&
    until > at - CLOCKS &&
    one.items.every((item) => file.items.some((other) => isSame(other, item)))
  if (!said || !proved)
    tell('tolerated-unapproved', `${quote(path)} has no approved form that lets just this stand until then.`)
}

function judgeAdopted(
  one: Of<'adopted'>,
  state: OutsideState,
  { at, stateOf }: OutsideFacts,
  tell: Tell
): void {
  requireFound(one.items, state, tell)
  const name = one.principal.split(':').slice(5).join(':')
  const stands = stateOf(one.into)?.standing.some(
    ({ system, principal, until }) => system === one.system && principal === name && until > at
  )
  if (stands !== true)
    tell(
      'adopted-without-grant',
      `${quote(one.into)} had given ${name} in ${quote(one.system)} nothing that stood then.`
    )
  for (const { id } of one.items) state.answered.add(id)
}

function judgeDeclined(one: Of<'declined'>, state: OutsideState, facts: OutsideFacts, tell: Tell): void {
  const { path, at, approved } = facts
  requireFound(one.items, state, tell)
  const closed = readInstant(one.closed, 'end')
  if (closed === null || closed > at + CLOCKS)
    tell('time-impossible', `It was closed at ${one.closed}, after the event that counts it.`)
  const people = approved.peopleOf(one.number)
  const known = approved.proved.people.get(one.person)
  const end = known ? personEnd(known) : null
  const owns = requiredFor(path, approved.book, null)?.owners.has(one.as) === true
  const isSole = known !== undefined && people.size === 1 && people.has(one.person)
  const isGone = end === null || (closed !== null && end <= closed)
  if (!isSole || isGone || !owns || hasPart(one, state, facts))
    tell(
      'declined-by-nobody',
      `${one.login} (number ${one.number}) closed ${one.pull} as ${one.as}, and couldn’t decide on ${quote(path)} by that.`
    )
  for (const { id } of one.items) state.answered.add(id)
}

/** Whether whoever closed it has the access, or is to own it. */
function hasPart(
  { person, principal, system }: Of<'declined'>,
  { file }: OutsideState,
  { approved }: OutsideFacts
): boolean {
  if (file?.owner === person) return true
  const account = approved.book.people.get(person)?.data.accounts?.[system]
  const last = principal
    .slice(Math.max(principal.lastIndexOf('/'), principal.lastIndexOf(':')) + 1)
    .toLowerCase()
  const names = typeof account === 'object' && account !== null ? Object.values(account) : [account]
  return names.some(
    (name) => typeof name === 'string' && name.slice(name.lastIndexOf('/') + 1).toLowerCase() === last
  )
}

function judgeRestored(
  one: Of<'restored'>,
  state: OutsideState,
  { path, at }: OutsideFacts,
  tell: Tell
): void {
  const { file, proved, saved } = state
  const until = file?.decision === 'tolerate' ? readInstant(file.expires, 'end') : null
  const may =
    proved &&
    until !== null &&
    until > at - CLOCKS &&
    one.items.every((item) => saved.has(item.id) && file?.items.some((other) => isSame(other, item)) === true)
  if (!may)
    tell(
      'restored-unapproved',
      `${quote(path)} has no approved form by which what was saved could come back.`
    )
}

/** What is taken away was found, isn't let stand by an approved file, and was decided on or had its time. */
function judgeRemoved(
  { item, principal }: Of<'revoked'>,
  state: OutsideState,
  { path, at, approved }: OutsideFacts,
  tell: Tell
): void {
  if (item === undefined) return
  const seen = state.seen.get(item)
  const { file, answered } = state
  const given = file?.items.some(({ id }) => id === item) === true ? file : null
  const tolerated = given?.decision === 'tolerate' ? (readInstant(given.expires, 'end') ?? 0) : null
  const settings = approved.book.settings?.data.outOfBand
  // Whoever was at work when the settings changed went by the old ones.
  const isSteady = approved.changedAt(SETTINGS_PATH) < at - DAY / 4
  const due = seen ? seen.since + (readDuration(settings?.expiresAfter ?? '') ?? 0) : Infinity
  const isOver = !isSteady || at + CLOCKS >= due || answered.has(item) || given?.decision === 'revoke'
  const stands = tolerated !== null && tolerated > at + CLOCKS && seen?.digests.size === 1
  if (!seen || stands || !(isOver || tolerated !== null))
    tell(
      'removed-undecided',
      `${item} was taken from ${principal} (${quote(path)}) before anybody decided so or its time had passed.`
    )
}

function requireFound(items: readonly Thing[], { seen }: OutsideState, tell: Tell): void {
  const strange = items.find(({ id, digest }) => seen.get(id)?.digests.has(digest) !== true)
  if (strange) tell('nothing-found', `${strange.id} was never recorded as found just so.`)
}

function isSame(a: Thing, b: Thing): boolean {
  return a.id === b.id && a.digest === b.digest
}

/** Whether a path is that of a file about access found outside. */
export function isOutside(path: string): boolean {
  return identify(path)?.kind === 'out-of-band'
}
