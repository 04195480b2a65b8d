import { AwsError } from './error.ts'
import type { Call } from './operation.ts'
import { RULES } from './params.ts'

/** One page of a listing. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly isTruncated: boolean
  readonly marker: string | null
}

/**
 * Cuts one page out of a sorted listing: at most `MaxItems` (100 if not given, at most 1,000) after `Marker`. The
 * marker holds the last key that was given, so that what is made or deleted between two pages neither repeats nor
 * hides anything else. Under a `short` fault the page is half as long: IAM reserves itself that.
 */
export function pageOf<T>(sorted: readonly T[], key: (item: T) => string, call: Call): Page<T> {
  const marker = call.params.optional('Marker', { ...RULES.any, max: 2048 })
  const asked = call.params.integer('MaxItems', 1, 1000) ?? 100
  const most = call.shortPage ? Math.max(1, Math.floor(asked / 2)) : asked
  const after = marker === null ? null : readMarker(marker)
  const start = after === null ? 0 : firstAfter(sorted, key, after)
  const items = sorted.slice(start, start + most)
  const last = items.at(-1)
  const isTruncated = start + items.length < sorted.length
  return { items, isTruncated, marker: isTruncated && last !== undefined ? writeMarker(key(last)) : null }
}

/** The members that every paged answer has. */
export function pageFields(page: Page<unknown>): { IsTruncated: boolean; Marker: string | null } {
  return { IsTruncated: page.isTruncated, Marker: page.marker }
}

function firstAfter<T>(sorted: readonly T[], key: (item: T) => string, after: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const item = sorted[middle]
    if (item !== undefined && key(item) <= after) low = middle + 1
    else high = middle
  }
  return low
}

function writeMarker(key: string): string {
  return Buffer.from(`after ${key}`).toString('base64')
}

function readMarker(marker: string): string {
  const text = Buffer.from(marker, 'base64').toString()
  if (!text.startsWith('after ') || writeMarker(text.slice(6)) !== marker) {
    throw new AwsError('ValidationError', 'Invalid Marker')
  }
  return text.slice(6)
}
