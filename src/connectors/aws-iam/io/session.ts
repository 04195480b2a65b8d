import type { IAMClient } from '@aws-sdk/client-iam'
import { InternalError } from '../../../book/errors.ts'
import type { Live, Session, SessionPorts, SystemContext } from '../../connector.ts'
import { judge } from '../judge.ts'
import { kindOf, limitsFrom } from '../limits.ts'
import { liveOf, Detail } from '../live.ts'
import { instanceOf, settingsOf } from '../names.ts'
import { documentsOf, missingDocuments } from '../documents.ts'
import { boundaryDocuments, readManaged } from './boundaries.ts'
import { readAccount } from './bulk.ts'
import { clean } from './clean.ts'
import { iamClient, Meter, type Transport, type Wire } from './client.ts'
import { converge } from './converge.ts'
import { assume, unreachable } from './identity.ts'
import { given } from './pages.ts'
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
  return sessionOf(system, wire, iamClient(wire, credentials))
}

function sessionOf(system: SystemContext, { ports, meter }: Wire, iam: IAMClient): Session {
  const instance = instanceOf(system)
  const { account } = settingsOf(system)
  const mayWrite = (): void => {
    if (ports.purpose !== 'write') throw new InternalError('A session opened for reading was asked to write.')
  }
  const cache = new Map<string, string | null>()
  return {
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
      mayWrite()
      return clean(new Writer(iam, instance, ports), detailOf(live), live.misplaced, ports)
    },
    async converge(goal, live) {
      mayWrite()
      const { account: read } = detailOf(live)
      const limits = limitsFrom(read.summary)[kindOf(goal.principal)]
      return converge(
        { iam, instance, ports, limits },
        goal,
        live.principals.get(goal.principal)?.principalId ?? null
      )
    },
    calls: () => ({ read: meter.read, write: meter.write })
  }
}

function detailOf(live: Live): Detail {
  if (live.detail instanceof Detail) return live.detail
  throw new InternalError('An account was read by another connector.')
}
