import type { Patience } from './patience.ts'

/** Requests that were sent, repeated ones counted, and what the last answer says of the time. */
export interface Counted {
  read: number
  write: number
  /** Header `Date` of the last answer, in milliseconds; null: none. */
  date: number | null
}

/** One request may take so long, body included. Milliseconds. */
const LONGEST = 60_000
const EMPTY: ReadonlySet<number> = new Set([204, 205, 304])

type Fetch = typeof globalThis.fetch

/**
 * How octokit's requests reach the network: counted, stopped with the run, and read whole. An answer that breaks off, or
 * that calls itself JSON and isn't, is a failure to be tried again, never a text.
 */
export function transport(counted: Counted, patience: Patience, stop: AbortSignal): Fetch {
  return async (input, init) => {
    patience.check()
    const method = init?.method ?? 'GET'
    if (isRead(method)) counted.read++
    else counted.write++
    const started = performance.now()
    try {
      const signal = AbortSignal.any([stop, AbortSignal.timeout(LONGEST)])
      const answer = await whole(await fetch(input, { ...init, signal }))
      const date = Date.parse(answer.headers.get('date') ?? '')
      counted.date = Number.isNaN(date) ? null : date
      return answer
    } catch (error) {
      patience.lose(performance.now() - started)
      throw error
    }
  }
}

async function whole(response: Response): Promise<Response> {
  const text = await response.text()
  if (response.ok && isJson(response) && !parses(text)) throw new TypeError('the answer is not whole')
  const headers = new Headers(response.headers)
  correctReset(headers)
  return new Response(EMPTY.has(response.status) ? null : text, { status: response.status, headers })
}

function isJson({ status, headers }: Response): boolean {
  return !EMPTY.has(status) && /^application\/json\b/u.test(headers.get('content-type') ?? '')
}

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The throttling plugin reckons from this machine's clock when a limit ends, GitHub by its own: they may differ. */
function correctReset(headers: Headers): void {
  const [reset, date] = [Number(headers.get('x-ratelimit-reset')), Date.parse(headers.get('date') ?? '')]
  if (!(reset > 0) || Number.isNaN(date)) return
  headers.set('x-ratelimit-reset', String(Math.ceil(reset + (Date.now() - date) / 1000)))
}

/** Whether a call of this method only reads. */
export function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD'
}
