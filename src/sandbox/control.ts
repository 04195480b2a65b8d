import { z } from 'zod'
import { readInstant, writeInstant } from '../book/instant.ts'
import type { HttpReply, HttpRequest } from './http.ts'
import type { RecordedCall, Sandbox } from './sandbox.ts'

const clockBody = z.strictObject({ now: z.string() })
const faultsBody = z.array(
  z.strictObject({
    service: z.enum(['iam', 'sts', 'cloudtrail', 'forge']),
    operation: z.string().optional(),
    call: z.number().int().min(1).optional(),
    times: z.number().int().min(1).optional(),
    kind: z.enum([
      'throttle',
      'error-before',
      'error-after',
      'drop-before',
      'drop-after',
      'stale',
      'short',
      'denied'
    ]),
    code: z.string().optional(),
    writes: z.number().int().min(1).optional()
  })
)
const resetBody = z.strictObject({ state: z.boolean().optional() })

/** What the control URL may do. */
export interface Controlled extends Pick<Sandbox, 'calls' | 'clearCalls' | 'clock' | 'setFaults'> {
  /** Everything as it was at the start. */
  startOver(): void
}

/** Serves the part of the control URL after its prefix: `GET/PUT /clock`, `PUT /faults`, `GET /calls`, `POST /reset`. */
export function control(sandbox: Controlled, route: string, request: HttpRequest): HttpReply {
  switch (`${request.method} ${route}`) {
    case 'GET /clock':
      return json({ now: writeInstant(sandbox.clock.now()) })
    case 'PUT /clock':
      return setClock(sandbox, request)
    case 'PUT /faults':
      return setFaults(sandbox, request)
    case 'GET /calls':
      return json(countCalls(sandbox.calls()))
    case 'POST /reset':
      return reset(sandbox, request)
    default:
      return json(
        {
          error: `No ${request.method} ${route}. There are GET and PUT /clock, PUT /faults, GET /calls, POST /reset.`
        },
        404
      )
  }
}

/** Calls counted by kind and by operation, and one by one. */
export function countCalls(calls: readonly RecordedCall[]): object {
  const operations: Record<string, number> = {}
  for (const call of calls) {
    const name = `${call.service}:${call.operation}`
    operations[name] = (operations[name] ?? 0) + 1
  }
  return {
    total: calls.length,
    read: calls.filter((call) => call.kind === 'read').length,
    write: calls.filter((call) => call.kind === 'write').length,
    operations: Object.fromEntries(Object.entries(operations).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    calls: calls.map((call) => ({ ...call, at: writeInstant(call.at) }))
  }
}

function setClock(sandbox: Controlled, request: HttpRequest): HttpReply {
  const body = read(clockBody, request)
  const now = body === null ? null : readInstant(body.now, 'start')
  if (now === null) return json({ error: 'PUT /clock takes {"now": "2026-11-20T09:00:00Z"}.' }, 400)
  sandbox.clock.set(now)
  return json({ now: writeInstant(now) })
}

function setFaults(sandbox: Controlled, request: HttpRequest): HttpReply {
  const body = read(faultsBody, request)
  if (body === null) {
    return json(
      {
        error:
          'PUT /faults takes a list such as [{"service": "iam", "operation": "PutUserPolicy", "kind": "throttle", "times": 2}].'
      },
      400
    )
  }
  sandbox.setFaults(
    body.map(({ call, code, kind, operation, service, times, writes }) => ({
      service,
      kind,
      ...(operation === undefined ? {} : { operation }),
      ...(call === undefined ? {} : { call }),
      ...(times === undefined ? {} : { times }),
      ...(code === undefined ? {} : { code }),
      ...(writes === undefined ? {} : { writes })
    }))
  )
  return json({ faults: body.length })
}

function reset(sandbox: Controlled, request: HttpRequest): HttpReply {
  const body = request.body === '' ? {} : read(resetBody, request)
  if (body === null)
    return json({ error: 'POST /reset takes nothing, or {"state": true} to start the world over.' }, 400)
  sandbox.clearCalls()
  if (body.state === true) sandbox.startOver()
  return json({ ok: true })
}

function read<T>(schema: z.ZodType<T>, request: HttpRequest): T | null {
  try {
    return schema.safeParse(JSON.parse(request.body)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function json(value: object, status = 200): HttpReply {
  return { status, type: 'application/json', body: `${JSON.stringify(value)}\n` }
}
