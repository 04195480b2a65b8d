import { LookupEventsCommand, type CloudTrailClient, type LookupAttribute } from '@aws-sdk/client-cloudtrail'
import { GetRoleCommand, type IAMClient } from '@aws-sdk/client-iam'
import type { Act, Activity, ActivityAsked } from '../../activity.ts'
import type { SessionPorts } from '../../connector.ts'
import { isBy, readTrace, type Trace } from '../activity.ts'
import { confers } from '../confers.ts'
import { bareName } from '../names.ts'
import { SESSION_SECONDS } from '../role.ts'
import { tell } from './errors.ts'
import { orNothing } from './outside/or-nothing.ts'
import { PACE } from './outside/trail.ts'
import { instant } from './pages.ts'

/** CloudTrail of one region. */
export interface Trail {
  readonly region: string
  readonly client: CloudTrailClient
}

/** What asking needs of its session. */
export interface Asker {
  readonly iam: IAMClient
  /** Number of the account. */
  readonly account: string
  /** Regions to ask in; null: there is no CloudTrail beside this IAM. */
  readonly trails: () => Promise<readonly Trail[] | null>
  readonly ports: Pick<SessionPorts, 'sleep' | 'signal'>
}

/** Most requests for one principal: twenty seconds. */
export const MOST_REQUESTS = 40
/** Most lines of each kind that are told. */
export const MOST_ACTS = 40
/** Most sessions whose doings are asked for one by one. */
const MOST_SESSIONS = 10

/**
 * What a principal did in a time: by its own name, and in every session that it opened of a role that it held, by the
 * session's own key id, which nobody chooses. Sessions may last an hour longer. Never throws for what can't be read.
 */
export async function readActivity(asker: Asker, asked: ActivityAsked): Promise<Activity> {
  const roles = asked.targets.flatMap((target) => confers(target).assumes)
  const unread: string[] = []
  const lastUsed = await lastUses(asker, roles, unread)
  const trails = await asker.trails()
  if (!trails) {
    unread.push('There is no CloudTrail beside this IAM.')
    return { uses: [], changes: [], cut: false, lastUsed, unread }
  }
  const search = new Search(asker, asked, unread)
  await search.follow(trails, roles)
  // Found newest first; what came within one second stays in order.
  const traces = [...search.found.values()].toReversed().toSorted((a, b) => a.act.at - b.act.at)
  const uses = traces.filter(({ assumed }) => assumed !== null && roles.includes(assumed))
  const changes = traces.filter(({ readOnly, assumed }) => !readOnly && assumed === null)
  const cut = search.cut || uses.length > MOST_ACTS || changes.length > MOST_ACTS
  return { uses: last(uses), changes: last(changes), cut, lastUsed, unread }
}

function last(traces: readonly Trace[]): readonly Act[] {
  return traces.slice(-MOST_ACTS).map(({ act }) => act)
}

async function lastUses(
  { iam }: Asker,
  roles: readonly string[],
  unread: string[]
): Promise<Activity['lastUsed']> {
  const found: { what: string; at: Activity['lastUsed'][number]['at'] }[] = []
  for (const what of roles) {
    try {
      const answer = await orNothing(iam.send(new GetRoleCommand({ RoleName: bareName(what) })))
      found.push({ what, at: instant(answer?.Role?.RoleLastUsed?.LastUsedDate) })
    } catch (error) {
      const { code, message } = tell(error)
      unread.push(`When ${what} was last used: ${code}: ${message}`)
    }
  }
  return found
}

/** Looks through event histories within a number of requests. */
class Search {
  readonly found = new Map<string, Trace>()
  cut = false
  readonly #asker: Asker
  readonly #asked: ActivityAsked
  readonly #unread: string[]
  #requests = 0

  constructor(asker: Asker, asked: ActivityAsked, unread: string[]) {
    this.#asker = asker
    this.#asked = asked
    this.#unread = unread
  }

  async follow(trails: readonly Trail[], roles: readonly string[]): Promise<void> {
    const { principal } = this.#asked
    const { account } = this.#asker
    const isOwn = (trace: Trace): boolean => isBy(trace, account, principal)
    const beginnings: readonly LookupAttribute[] = principal.startsWith('user/')
      ? [{ AttributeKey: 'Username', AttributeValue: bareName(principal) }]
      : roles.map((role) => ({ AttributeKey: 'ResourceName', AttributeValue: role }))
    const reached: Trail[] = []
    for (const trail of trails) {
      let answered = true
      for (const attribute of beginnings) answered &&= await this.#look(trail, attribute, isOwn)
      if (answered) reached.push(trail)
    }
    const held = new Set(roles)
    const sessions = [...this.found.values()].flatMap(({ session, assumed }) =>
      session !== null && assumed !== null && held.has(assumed) ? [session] : []
    )
    if (sessions.length > MOST_SESSIONS) this.cut = true
    for (const session of sessions.slice(0, MOST_SESSIONS))
      for (const trail of reached)
        await this.#look(trail, { AttributeKey: 'AccessKeyId', AttributeValue: session }, () => true)
  }

  /** Newest first, page by page. False: it could not be read to its end. */
  async #look(
    { region, client }: Trail,
    attribute: LookupAttribute,
    isOwn: (trace: Trace) => boolean
  ): Promise<boolean> {
    const { sleep, signal } = this.#asker.ports
    const { from, until } = this.#asked
    let token: string | undefined
    try {
      do {
        signal.throwIfAborted()
        if (this.#requests >= MOST_REQUESTS) {
          this.cut = true
          return true
        }
        if (this.#requests++ > 0) await sleep(PACE)
        const page = await client.send(
          new LookupEventsCommand({
            LookupAttributes: [attribute],
            StartTime: new Date(from),
            EndTime: new Date(until + SESSION_SECONDS * 1000),
            ...(token !== undefined && { NextToken: token })
          })
        )
        for (const { CloudTrailEvent: text, Resources: named } of page.Events ?? []) {
          const trace = readTrace(
            text ?? '',
            (named ?? []).flatMap(({ ResourceName: name }) => name ?? [])
          )
          if (trace && isOwn(trace)) this.found.set(trace.id, trace)
        }
        token = page.NextToken
      } while (token !== undefined)
      return true
    } catch (error) {
      const { code, message } = tell(error)
      this.#unread.push(`CloudTrail in ${region}: ${code}: ${message}`)
      return false
    }
  }
}
