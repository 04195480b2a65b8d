import type { Instant } from '../../../book/instant.ts'

/** One page of any of IAM's lists. */
interface Page {
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

/**
 * All pages of a list. Pages may be short, so only `IsTruncated` says whether more follow; a page that says so without a
 * marker would silently cut the list, and is an error.
 */
export async function allPages<P extends Page>(
  fetch: (marker: { readonly Marker?: string }) => Promise<P>
): Promise<readonly P[]> {
  const pages: P[] = []
  let marker: { readonly Marker?: string } = {}
  for (;;) {
    const page = await fetch(marker)
    pages.push(page)
    if (page.IsTruncated !== true) return pages
    if (page.Marker === undefined || page.Marker === '')
      throw new Error('IAM cut a list short without saying where it goes on.')
    marker = { Marker: page.Marker }
  }
}

/** A policy document as it was written; IAM returns documents URL-encoded (RFC 3986). */
export function plainDocument(document: string | undefined): string {
  if (document === undefined || document.startsWith('{')) return document ?? ''
  try {
    return decodeURIComponent(document)
  } catch {
    return document
  }
}

/** A field that IAM always fills; its absence is an answer that we can't trust. */
export function given<T>(value: T | undefined, field: string): T {
  if (value === undefined) throw new Error(`IAM’s answer has no ${field}.`)
  return value
}

/** A date of an answer as an instant, to the second; null if there is none that can be read. */
export function instant(date: Date | undefined): Instant | null {
  const at = date?.getTime() ?? Number.NaN
  return Number.isFinite(at) ? Math.floor(at / 1000) * 1000 : null
}
