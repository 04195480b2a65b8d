import { readInstant, type Instant } from '../book/instant.ts'
import { UsageError } from '../book/errors.ts'
import type { SandboxClock } from './clock.ts'
import { control } from './control.ts'
import { Faults } from './faults.ts'
import { API, ForgeGateway } from './forge/gateway.ts'
import { forgeHandle, tokensByName } from './forge/handle.ts'
import { Hub } from './forge/hub.ts'
import { ROUTES } from './forge/routes.ts'
import { listen, type HttpReply, type HttpRequest } from './http.ts'
import { accountKeys, answer, buildCloud } from './iam/aws.ts'
import { accountOf } from './iam/cloud.ts'
import { Gateway } from './iam/gateway.ts'
import { fromSnapshot, takeSnapshot } from './iam/snapshot.ts'
import type { RecordedCall, Sandbox } from './sandbox.ts'
import { checkWorld, type World } from './world.ts'

/** How a sandbox starts. */
export interface StartOptions {
  /** Chosen by the system if absent or 0. */
  readonly port?: number
  /** Where the clock stands, instead of the world's `now`. */
  readonly now?: Instant
  /** The folder from which relative paths of the world start; the working directory if absent. */
  readonly base?: string
}

/** Starts a sandbox on 127.0.0.1. Throws UsageError for a world of the wrong shape or one that IAM would refuse. */
export async function startSandbox(world: World, options: StartOptions = {}): Promise<Sandbox> {
  const checked = checkWorld(world)
  const begin = options.now ?? startOf(checked)
  const clock = makeClock(begin)
  const faults = new Faults()
  const calls: RecordedCall[] = []
  const cloud = buildCloud(checked, begin, clock)
  const gateway = new Gateway(cloud, faults, calls)
  const hub = checked.organization === undefined ? null : new Hub(checked, clock, begin, options.base ?? '.')
  const forge = hub && new ForgeGateway(hub, ROUTES, faults, calls)

  const setFaults: Sandbox['setFaults'] = (list) => {
    faults.set(list)
    gateway.forgetHistory()
    hub?.forgetHistory()
  }
  const clearCalls = (): void => {
    calls.length = 0
    setFaults([])
  }
  const startOver = (): void => {
    const fresh = buildCloud(checked, begin, clock)
    for (const [account, state] of fresh.accounts) cloud.accounts.set(account, state)
    cloud.sessions.clear()
    cloud.reports.clear()
    cloud.lastUse.clear()
    for (const [id, use] of fresh.lastUse) cloud.lastUse.set(id, use)
    cloud.trail.length = 0
    hub?.startOver()
    clock.set(begin)
  }
  const controlled = { calls: () => calls, clearCalls, clock, setFaults, startOver }
  const handle = (request: HttpRequest): HttpReply | null | Promise<HttpReply | null> => {
    const route = /^\/control(\/[^?]*)/u.exec(request.url)?.[1]
    if (route !== undefined) return control(controlled, route, request)
    if (forge?.serves(request.url) === true) return forge.handle(request)
    const reply = gateway.handle(request)
    return reply.drop ? null : reply
  }
  const server = await listen(options.port ?? 0, () => new Date(clock.now()), handle).catch(
    (error: unknown) => {
      hub?.close()
      throw error
    }
  )
  if (hub) {
    hub.api = `${server.url}${API}`
    hub.web = server.url
  }

  return {
    github: hub && { api: hub.api, git: hub.web, tokens: tokensByName(hub.state) },
    forge: forge && forgeHandle(forge),
    aws: {
      iam: `${server.url}/iam`,
      sts: `${server.url}/sts`,
      cloudtrail: `${server.url}/cloudtrail`,
      accounts: accountKeys(cloud)
    },
    control: `${server.url}/control`,
    clock,
    setFaults,
    calls: () => [...calls],
    clearCalls,
    observe: (observer) => {
      gateway.observe(observer)
      forge?.observe(observer)
    },
    can: (question) => answer(cloud, question),
    snapshot: (account) => takeSnapshot(accountOf(cloud, account)),
    restore: (account, snapshot) => {
      cloud.accounts.set(account, fromSnapshot(accountOf(cloud, account), snapshot))
      gateway.forgetHistory()
    },
    close: async () => {
      await server.close()
      await forge?.idle()
      hub?.close()
      const observed = gateway.observed ?? forge?.observed ?? null
      if (observed !== null) throw observed
    }
  }
}

function startOf(world: World): Instant {
  if (world.now === undefined) return Math.floor(Date.now() / 1000) * 1000
  const now = readInstant(world.now, 'start')
  if (now === null)
    throw new UsageError(`The world's "now" is not a real instant: ${world.now}. Write YYYY-MM-DDTHH:MM:SSZ.`)
  return now
}

function makeClock(begin: Instant): SandboxClock {
  let now = begin
  return {
    now: () => now,
    set: (at) => {
      now = Math.floor(at / 1000) * 1000
    }
  }
}
