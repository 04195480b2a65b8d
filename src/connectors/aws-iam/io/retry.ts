import type { RetryErrorInfo, RetryStrategyV2, StandardRetryToken } from '@smithy/types'
import type { SessionPorts } from '../../connector.ts'
import { isRecord } from '../policy.ts'
import { codeOf, metadataOf, statusOf } from './errors.ts'

/** How often one request is tried at most. */
export const MAX_ATTEMPTS = 10

/** Longest wait between two tries, in milliseconds, and the shortest first one. */
const LONGEST = 20_000
const FIRST = 200
const FIRST_WHEN_BUSY = 1000

/** AWS's names for "too fast" (as the SDK's own list has them, without `LimitExceeded`, which in IAM is a quota and final). */
const TOO_FAST: ReadonlySet<string> = new Set([
  'Throttling',
  'Throttled',
  'RequestThrottled',
  'TooManyRequests',
  'RequestLimitExceeded',
  'SlowDown',
  'PriorRequestNotComplete',
  'BandwidthLimitExceeded',
  'ServiceUnavailable'
])
/** Somebody else is changing the same entity, or IAM is still busy with our last change. The SDK gives up on both. */
const BUSY: ReadonlySet<string> = new Set(['ConcurrentModification', 'EntityTemporarilyUnmodifiable'])
const BROKEN: ReadonlySet<string> = new Set([
  'TimeoutError',
  'RequestTimeout',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN'
])

/** AWS's names for "your clock is wrong", after which the SDK signs by AWS's clock. */
const SKEWED: ReadonlySet<string> = new Set([
  'RequestTimeTooSkewed',
  'RequestExpired',
  'RequestInTheFuture',
  'InvalidSignature',
  'SignatureDoesNotMatch'
])

/** Whether the same request may succeed if it is sent again. */
export function isRetryable(error: unknown): boolean {
  const code = codeOf(error)
  const cause = isRecord(error) ? error['code'] : undefined
  const skewMended = metadataOf(error)['clockSkewCorrected'] === true
  return (
    TOO_FAST.has(code) ||
    BUSY.has(code) ||
    BROKEN.has(code) ||
    (typeof cause === 'string' && BROKEN.has(cause)) ||
    statusOf(error) >= 500 ||
    statusOf(error) === 429 ||
    (skewMended && SKEWED.has(code))
  )
}

/** Milliseconds to wait before try number `count` + 1: full jitter below a doubling ceiling. */
export function delayOf(error: unknown, count: number, random: () => number): number {
  const code = codeOf(error)
  const first = TOO_FAST.has(code) || BUSY.has(code) ? FIRST_WHEN_BUSY : FIRST
  return Math.ceil(random() * Math.min(LONGEST, first * 2 ** count))
}

/** Our own patience in place of the SDK's. It waits by the given sleep, so the SDK itself never does. */
export function retryStrategy({
  sleep,
  random,
  signal
}: Pick<SessionPorts, 'sleep' | 'random' | 'signal'>): RetryStrategyV2 {
  return {
    acquireInitialRetryToken: () => Promise.resolve(token(0)),
    refreshRetryTokenForRetry: async (last, info: RetryErrorInfo) => {
      const count = last.getRetryCount() + 1
      if (count >= MAX_ATTEMPTS || signal.aborted || !isRetryable(info.error))
        throw new Error('not to be tried again')
      await sleep(delayOf(info.error, count - 1, random))
      return token(count)
    },
    recordSuccess: () => undefined
  }
}

/** The SDK is told to wait no time at all: we have waited already. */
function token(count: number): StandardRetryToken {
  return { getRetryCount: () => count, getRetryDelay: () => 0, getRetryCost: () => undefined }
}
