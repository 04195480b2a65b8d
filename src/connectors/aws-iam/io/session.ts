import { InternalError } from '../../../book/errors.ts'
import type { Live, Session, SessionPorts, SystemContext } from '../../connector.ts'
import { judge } from '../judge.ts'
import { kindOf, limitsFrom } from '../limits.ts'
import { liveOf, Detail } from '../live.ts'
import { instanceOf, settingsOf } from '../names.ts'
import type { House } from '../outside/view.ts'
import { documentsOf, missingDocuments } from '../documents.ts'
import { readActivity, type Trail } from './activity.ts'
import { boundaryDocuments, readManaged } from './boundaries.ts'
import { readAccount } from './bulk.ts'
import { clean } from './clean.ts'
import {
  iamClient,
  Meter,
  trailClient,
  trailRegion,
  type Credentials,
  type Transport,
  type Wire
} from './client.ts'
import { converge } from './converge.ts'
import { assume, unreachable } from './identity.ts'
import { given } from './pages.ts'
import { guess } from '../import/guess.ts'
import { readOutside, viewWhole } from './outside/read.ts'
import { remediate } from './outside/remediate.ts'
import { restore } from './outside/restore.ts'
import { Writer } from './writer.ts'

/** Opens an account: checks who we are, then reads and writes nothing until asked. Throws UnableError. */
export async function openSession(
  system: SystemContext,
  ports: SessionPorts,
  transport: Transport | null = null
): Promise<Session> {
  const settings = settingsOf(system)
  const wire: Wire = { ports, region: settings.region, transport, meter: new Meter() }
  const credentials = await assume(wire, settings)
  return sessionOf(system, wire, credentials)
}

function sessionOf(system: SystemContext, wire: Wire, credentials: Credentials | null): Session {
  const { ports, meter } = wire
  const iam = iamClient(wire, credentials)
  const instance = instanceOf(system)
  const { account } = settingsOf(system)
  const house = houseOf(system)
  const trail = (): ReturnType<typeof trailClient> => trailClient(wire, credentials)
  const may = (purpose: SessionPorts['purpose']): void => {
    if (ports.purpose !== purpose)
      throw new InternalError(`A session opened for ${DOING[ports.purpose]} was asked to ${purpose}.`)
  }
  const cache = new Map<string, string | null>()
  return {
    serverTime: () => meter.serverTime,
    async read() {
      try {
        const detail = await readAccount(iam, () => given(meter.serverTime ?? undefined, 'Date header'))
        return liveOf(system.id, detail, instance)
      } catch (error) {
        throw unreachable(error)
      }
    },
    async judge(live, goals) {
      const detail = detailOf(live)
      return judge(detail, goals, account, await boundaryDocuments(iam, detail, goals, cache, ports.log))
    },
    async documents(live) {
      const { account: read } = detailOf(live)
      for (const arn of missingDocuments(read))
        if (!cache.has(arn)) cache.set(arn, await readManaged(iam, arn, ports.log))
      return documentsOf(read, instance, cache)
    },
    async clean(live) {
      may('write')
      return clean(new Writer(iam, instance, ports), detailOf(live), live.misplaced, ports)
    },
    async converge(goal, live) {
      may('write')
      const { account: read } = detailOf(live)
      const limits = limitsFrom(read.summary)[kindOf(goal.principal)]
      return converge(
        { iam, instance, ports, limits },
        goal,
        live.principals.get(goal.principal)?.principalId ?? null
      )
    },
    outside(live, explained) {
      return readOutside({ iam, trail, house, managed: cache, ports }, detailOf(live), explained)
    },
    activity(asked) {
      return readActivity({ iam, account, trails: () => trailsOf(wire, credentials), ports }, asked)
    },
    async guess(live, explained, terms) {
      const { view, unread } = await viewWhole({ iam, house, managed: cache, ports }, detailOf(live))
      const [organization = ''] = system.repository.split('/')
      const gaps = unread.map(({ why }) => why)
      return guess({ view, house, explained, organization, terms, unread: gaps })
    },
    async remediate(principal, items, explained, save) {
      may('remediate')
      if (system.entry.data.outOfBand !== 'revoke') {
        const why = 'The system says “outOfBand: report”: nothing in it is ever taken away.'
        return items.map(({ id }) => ({ id, state: 'kept', why, saved: null }))
      }
      return remediate({ iam, house, ports }, principal, items, explained, save)
    },
    async restore(principal, saved) {
      may('restore')
      return restore({ iam, house, ports }, principal, saved)
    },
    calls: () => ({ read: meter.read, write: meter.write })
  }
}

/** CloudTrail where IAM's events are kept, and in the system's own region: nobody can ask all of them at once. */
async function trailsOf(wire: Wire, credentials: Credentials | null): Promise<readonly Trail[] | null> {
  const trails: Trail[] = []
  for (const region of new Set([trailRegion(wire), wire.region])) {
    const client = await trailClient(wire, credentials, region)
    if (!client) return null
    trails.push({ region, client })
  }
  return trails
}

const DOING = { read: 'reading', write: 'writing', remediate: 'remediating', restore: 'restoring' } as const

/** What is the system's own in its account, by its file. */
function houseOf(system: SystemContext): House {
  const { account, readRole, writeRole, remediateRole } = settingsOf(system)
  return {
    number: account,
    instance: instanceOf(system),
    own: new Set([readRole, writeRole, remediateRole].filter((role) => role !== undefined)),
    known: new Set(system.entry.data.known)
  }
}

function detailOf(live: Live): Detail {
  if (live.detail instanceof Detail) return live.detail
  throw new InternalError('An account was read by another connector.')
}
