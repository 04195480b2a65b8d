import { few } from '../../book/few.ts'
import { writeInstant, readInstant } from '../../book/instant.ts'
import type { Event, HeldEvent } from '../events.ts'
import { NOTHING_KEPT } from '../record-outside.ts'

/** Where GitHub shows what events name. */
export interface Links {
  /** `https://github.com` */
  readonly server: string
  /** `owner/name`, by the approved settings; null: not known, so commits have no link. */
  readonly repository: string | null
}

/** One event in plain words. Other people’s text is in it as it is: whoever prints it escapes it. */
export interface Told {
  readonly at: string
  readonly event: Event['event'] | 'adopted at genesis' | 'not judged yet'
  /** One sentence after the other. */
  readonly text: string
  /** Where it can be looked up: the pull request, then main’s commit. */
  readonly links: readonly string[]
}

/** Tells one event of a grant. */
export function tell(event: Event, links: Links): Told {
  return { at: event.at, event: event.event, text: sentence(event), links: linksOf(event, links) }
}

/** What genesis did for a grant that nobody approved before. */
export function tellAdopted(
  { at, by, commit, recovered }: Extract<Event, { readonly event: 'genesis' }>,
  links: Links
): Told {
  const again = recovered === null ? '' : ` An earlier record was given up then: ${recovered.why}.`
  const text = `Adopted at genesis, begun by ${by}, as it stood on main. No approval of it is recorded here.${again}`
  return { at, event: 'adopted at genesis', text, links: commitLink(commit, links) }
}

function sentence(event: Event): string {
  switch (event.event) {
    case 'requested':
      return event.requester === null
        ? `Requested in ${event.pull}.`
        : `Requested by ${event.requester} in ${event.pull}.`
    case 'approved':
      return approved(event)
    case 'reduced':
      return `Reduced${event.pull === null ? ' by a push to main, without a pull request' : ` in ${event.pull}`}: ${ended(event.what)} That only takes access away, so it needed no approval.`
    case 'issued':
    case 'extended':
    case 'shortened':
    case 'updated':
      return given(event)
    case 'failed':
      return `Could not be done (${event.action} in ${event.system}): ${ended(event.why)}`
    case 'held':
    case 'refused': {
      const what = event.event === 'held' ? 'Held back' : 'Refused'
      const which = event.pull === null ? `in ${event.system}` : `as ${event.pull} brought it`
      return `${what} ${which} (${event.code}): ${ended(event.why)}`
    }
    case 'ended':
      return `Ended early: ${ended(event.why)}`
    case 'revoked':
      return `${event.observed ? 'Found revoked' : 'Revoked'} from ${event.principal} in ${event.system}: ${ended(event.why)} A session that was open then may have lasted until ${event.sessionsUntil}.`
    case 'saved':
      if (event.saved === NOTHING_KEPT)
        return `To be taken away from ${event.principal} in ${event.system}, and can’t be put back: ${ended(event.item)}`
      return `Saved as ${event.id}, to be taken away from ${event.principal} in ${event.system}: ${ended(event.item)}`
    case 'discovered':
      return `Found outside on ${event.principal}: ${list(event.items.map(({ what, firstSeen, by }) => `${what} (first seen ${firstSeen}, made by ${by})`))}.`
    case 'adopted':
      return `Adopted: ${event.into} gives just ${things(event.items)}, so the foreign form may go.`
    case 'tolerated':
      return `Tolerated until ${event.until}, and ${event.owner} answers for it: ${things(event.items)}.`
    case 'declined':
      return `Declined: ${event.person} (${event.login}) closed ${event.pull} as ${event.as} at ${event.closed}, which decides to take away ${things(event.items)}.`
    case 'restored':
      return `Stands again, as its approved file allows: ${things(event.items)}.`
    case 'suspended':
    case 'reinstated':
      return `${upper(event.event)}: ${ended(event.why)}`
    case 'transferred':
      return transferred(event)
    case 'reviewed':
      return `Reviewed by ${event.review} in ${event.pull}: ${event.verdict}. That covers what began from ${event.from} until ${event.until}.`
    case 'used':
      return used(event)
    case 'genesis':
    case 'sealed':
    case 'started':
    case 'finished':
    case 'heartbeat':
    default:
      return `${upper(event.event)}.`
  }
}

function approved({ approvals, pull, blob }: Extract<Event, { readonly event: 'approved' }>): string {
  const what = blob === null || blob === '' ? 'The deletion was approved' : 'Approved'
  const people = approvals.map(
    ({ person, login, as, at, commit, review }) =>
      `${person} (${login}) said yes ${as === 'consent' ? 'as the other side' : `as ${as}`} at ${at} on commit ${commit.slice(0, 12)}, review ${review}`
  )
  return people.length === 0
    ? `${what} in ${pull}, and nobody is named.`
    : `${what} in ${pull}: ${people.join('; ')}.`
}

function transferred({ from, to, consents }: Extract<Event, { readonly event: 'transferred' }>): string {
  const agreed = consents.map(
    ({ person, by }) =>
      `${person} ${by === 'review' ? 'by a review' : 'by opening the request or pushing to it'}`
  )
  const who = agreed.length > 0 ? `Agreed to by ${agreed.join(', ')}` : 'Governance alone decided'
  return `The workload went from ${from} to ${to}. ${who}.`
}

function used(event: Extract<Event, { readonly event: 'used' }>): string {
  const { system, principal, from, until, uses, changes, cut, unread } = event
  const [first, last] = [uses[0], uses.at(-1)]
  const often =
    first && last ? `${count(uses.length, 'time')}, first at ${first.at}, last at ${last.at}` : 'not once'
  const more = cut ? ' There was more than is told.' : ''
  const gaps = unread.length === 0 ? '' : ` Could not be read: ${ended(unread.join('; '))}`
  return `What ${system} tells of ${principal} from ${from} until ${until}: taken up ${often}; ${count(changes.length, 'change')}.${more}${gaps}`
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}

const GIVEN = {
  issued: 'Issued to',
  extended: 'Extended for',
  shortened: 'Shortened for',
  updated: 'Updated for'
} as const

function given(event: HeldEvent): string {
  const { principal, system, account, from, until, enforcement, observed, drift } = event
  const what = observed ? 'Found issued already to' : GIVEN[event.event]
  const real = account === '' || account === system ? '' : ` (account ${account})`
  const start = from === null ? '' : ` from ${from}`
  const end = readInstant(until, 'end')
  const who =
    enforcement === 'target'
      ? 'The system’s own policy ends it then.'
      : 'Only a run of Grantbook ends it then.'
  const again = drift === undefined ? '' : ` It was put back: ${ended(drift)}`
  return `${what} ${principal} in ${system}${real}${start} until ${end === null ? until : writeInstant(end)}. ${who}${again}`
}

function linksOf(event: Event, links: Links): readonly string[] {
  const pull = 'pull' in event && event.pull !== null ? pullLink(event.pull, links) : []
  const landed =
    event.event === 'approved' ||
    event.event === 'reduced' ||
    event.event === 'refused' ||
    event.event === 'held'
  return [...pull, ...(landed ? commitLink(event.commit, links) : [])]
}

function pullLink(pull: string, { server }: Links): readonly string[] {
  const match = /^([A-Za-z0-9-]+\/[A-Za-z0-9._-]+)#([1-9]\d*)$/u.exec(pull)
  return match ? [`${server}/${match[1]}/pull/${match[2]}`] : []
}

function commitLink(commit: string | null, { server, repository }: Links): readonly string[] {
  return commit === null || repository === null ? [] : [`${server}/${repository}/commit/${commit}`]
}

/** Ids of things, the first few of many. */
function things(items: readonly { readonly id: string }[]): string {
  return list(items.map(({ id }) => id))
}

function list(texts: readonly string[]): string {
  return few(texts, FEW, { between: '; ' })
}

const FEW = 10

/** With one full stop at its end. */
function ended(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`
}

function upper(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
