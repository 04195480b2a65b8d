import type { Fault } from '../sandbox.ts'
import { ApiError, notFound, notForIntegration } from './error.ts'
import { secondaryLimit } from './limits.ts'

/** What a fault answers instead of the effect; null: it lets the effect happen. */
export function faultError(fault: Fault): ApiError | null {
  if (fault.kind === 'throttle') {
    return fault.code === 'primary'
      ? new ApiError(403, 'API rate limit exceeded for the sandbox.', {
          headers: { 'x-ratelimit-remaining': '0' }
        })
      : secondaryLimit(1)
  }
  if (fault.kind === 'denied') return fault.code === '404' ? notFound() : notForIntegration()
  return fault.kind === 'error-before' ? serverError(fault) : null
}

/** 500, or the status that the fault's code names. */
export function serverError(fault: Fault): ApiError {
  const status = /^[45]\d\d$/u.test(fault.code ?? '') ? Number(fault.code) : 500
  return new ApiError(status, 'Server Error')
}
