import type { Faults } from '../faults.ts'
import type { Fault, RecordedCall, Sandbox } from '../sandbox.ts'
import { authenticate } from './authenticate.ts'
import type { Caller } from './caller.ts'
import { accountOf, type Cloud } from './cloud.ts'
import { AwsError } from './error.ts'
import { requestId } from './ids.ts'
import type { ServiceRequest } from './service-request.ts'
import { runRequest } from './services.ts'
import type { SignedRequest } from './signature.ts'
import { copyAccount, type AccountState } from './state.ts'
import { lookUpEvents } from './trail.ts'
import { readService, writeError, writeResult, type AwsService } from './wire.ts'

/** What goes back over HTTP. `drop`: nothing does, the connection dies. */
export interface Reply {
  readonly status: number
  readonly type: string
  readonly body: string
  readonly drop: boolean
  readonly headers: Readonly<Record<string, string>>
}

type Observer = Parameters<Sandbox['observe']>[0]

/** Every AWS request comes through here: who, what, faults, effect, record. */
export class Gateway {
  readonly cloud: Cloud
  readonly #faults: Faults
  readonly #calls: RecordedCall[]
  /** By account: how it stood before each write, oldest first, while a `stale` fault is set. */
  readonly #before = new Map<string, AccountState[]>()
  #observer: Observer = null
  #observed: unknown = null
  #count = 0

  constructor(cloud: Cloud, faults: Faults, calls: RecordedCall[]) {
    this.cloud = cloud
    this.#faults = faults
    this.#calls = calls
  }

  observe(observer: Observer): void {
    this.#observer = observer
  }

  /** The first error that an observer threw. */
  get observed(): unknown {
    return this.#observed
  }

  /** Forgets what was before: faults were set anew. */
  forgetHistory(): void {
    this.#before.clear()
  }

  handle(request: SignedRequest): Reply {
    this.#count += 1
    const id = requestId(`request ${this.#count}`)
    const asked = readService(request)
    let caller: Caller | null = null
    let reply: Reply
    try {
      const found = authenticate(this.cloud, request)
      caller = found.caller
      this.#tell('before', asked, caller)
      reply = this.#serve(asked, {
        ...found,
        operation: asked.operation,
        id,
        params: asked.params,
        body: request.body
      })
    } catch (error) {
      if (!(error instanceof AwsError)) throw error
      reply = answered(writeError(asked.service, error, id), id)
    }
    this.#calls.push({
      service: asked.service,
      operation: asked.operation,
      account: caller?.account ?? null,
      kind: asked.kind,
      at: this.cloud.clock.now(),
      status: reply.drop ? 0 : reply.status
    })
    if (caller) this.#tell('after', asked, caller)
    return reply
  }

  #serve(asked: ReturnType<typeof readService>, request: ServiceRequest): Reply {
    const { operation, service } = asked
    const fault = this.#faults.take(service, operation)
    if (fault?.kind === 'drop-before') return DROPPED
    const refused = fault ? faultError(fault) : null
    if (refused) throw refused
    const result = this.#effect(asked, request)
    if (fault?.kind === 'drop-after') return DROPPED
    if (fault?.kind === 'error-after') throw faultCode(fault)
    return answered(writeResult(service, operation, result, request.id), request.id)
  }

  #effect(asked: ReturnType<typeof readService>, request: ServiceRequest): ReturnType<typeof runRequest> {
    const { operation, service } = asked
    if (service === 'cloudtrail') return lookUpEvents(this.cloud, request)
    if (service === 'iam' && asked.kind === 'read') {
      const short = this.#faults.takeReading('short', service, operation) !== null
      return runRequest(this.cloud, service, request, {
        state: this.#past(operation, request.caller.account),
        short
      })
    }
    const state = accountOf(this.cloud, request.caller.account)
    const before = this.#faults.keepsHistory && service === 'iam' ? copyAccount(state) : null
    const result = runRequest(this.cloud, service, request, { state, short: false })
    if (before) this.#before.set(state.account, [...(this.#before.get(state.account) ?? []), before])
    return result
  }

  #past(operation: string, account: string): AccountState {
    const now = accountOf(this.cloud, account)
    const before = this.#before.get(account) ?? []
    if (before.length === 0) return now
    const fault = this.#faults.takeReading('stale', 'iam', operation)
    if (!fault) return now
    return before[Math.max(0, before.length - (fault.writes ?? before.length))] ?? now
  }

  #tell(phase: 'before' | 'after', asked: { service: AwsService; operation: string }, caller: Caller): void {
    try {
      this.#observer?.(phase, { service: asked.service, operation: asked.operation, account: caller.account })
    } catch (error) {
      this.#observed ??= error
    }
  }
}

const DROPPED: Reply = { status: 0, type: '', body: '', drop: true, headers: {} }

function answered(written: Pick<Reply, 'status' | 'type' | 'body'>, id: string): Reply {
  return { ...written, drop: false, headers: { 'x-amzn-requestid': id } }
}

function faultError(fault: Fault): AwsError | null {
  if (fault.kind === 'throttle') return new AwsError('Throttling', 'Rate exceeded')
  if (fault.kind === 'denied') return new AwsError('AccessDenied', 'Access denied by a fault of the sandbox')
  return fault.kind === 'error-before' ? faultCode(fault) : null
}

function faultCode(fault: Fault): AwsError {
  return new AwsError(
    fault.code ?? 'ServiceFailure',
    'The request processing has failed because of an unknown error'
  )
}
