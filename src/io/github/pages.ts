import type { z } from 'zod'
import type { GitHub, Reading } from './github.ts'
import { ask, gap, NOT_THERE, parsed, type Parameters } from './read.ts'

const PER_PAGE = 100
/** No listing of ours is longer; GitHub stops many at as much. Items. */
const MOST = 10_000

/** How a listing is told. */
export interface Listing<T> {
  readonly what: string
  readonly route: string
  readonly item: z.ZodType<T>
  readonly parameters?: Parameters
  /** Where in a page its items are; the page itself if absent. */
  readonly pick?: (page: unknown) => unknown
  /** `cursor`: pages have no numbers, and what follows a full one can't be asked for without its link. */
  readonly paging?: 'number' | 'cursor'
  /** Whether what was read so far suffices: then nothing more is asked for. */
  readonly enough?: (found: readonly T[]) => boolean
}

/**
 * Reads a listing to its end, following `Link`, and nothing but all of it is an answer: a page that is missing, of another
 * shape or that leads elsewhere is a gap, and so is a listing that goes on beyond {@link MOST} items.
 */
export async function pages<T>(github: GitHub, listing: Listing<T>): Promise<Reading<readonly T[]>> {
  const { what, route, item, parameters = {}, pick = (page) => page, paging = 'number', enough } = listing
  const all: T[] = []
  const seen = new Set<string>()
  let next: string | null = null
  for (let page = 1; ; page++) {
    const asked =
      next === null
        ? await ask(github, what, route, { per_page: PER_PAGE, ...parameters })
        : await ask(github, what, `GET ${next}`)
    if (asked.kind === 'gap') return { ok: false, gap: asked.gap }
    if (asked.kind === 'absent') return gap(what, page === 1 ? NOT_THERE : `page ${page} is missing`)
    const items = parsed(what, pick(asked.answer.data), item.array())
    if (!items.ok) return items
    all.push(...items.value)
    if (enough?.(all) === true) return { ok: true, value: all }
    if (all.length > MOST) return gap(what, `the listing goes on beyond ${MOST} entries`, false)
    const link = asked.answer.headers['link']
    const url = nextOf(typeof link === 'string' ? link : '')
    if (url === null) {
      // A chain of links that was cut looks like an end, but an end has no full page before it without another after it.
      if (items.value.length < PER_PAGE || paging === 'cursor') return { ok: true, value: all }
      return confirmEnd(github, listing, page + 1, all)
    }
    if (!isSameOrigin(url, github) || seen.has(url))
      return gap(what, `page ${page} doesn’t lead to another one`)
    seen.add(url)
    next = url
  }
}

/** Asks for the page after a full last one: it must be there, and empty. */
async function confirmEnd<T>(
  github: GitHub,
  { what, route, item, parameters = {}, pick = (page) => page }: Listing<T>,
  page: number,
  all: readonly T[]
): Promise<Reading<readonly T[]>> {
  const asked = await ask(github, what, route, { per_page: PER_PAGE, ...parameters, page })
  if (asked.kind === 'gap') return { ok: false, gap: asked.gap }
  if (asked.kind === 'absent') return gap(what, `page ${page} is missing`)
  const items = parsed(what, pick(asked.answer.data), item.array())
  if (!items.ok) return items
  return items.value.length === 0
    ? { ok: true, value: all }
    : gap(what, `the listing breaks off after page ${page - 1}`)
}

function nextOf(link: string): string | null {
  return /<([^<>]+)>\s*;\s*rel="?next"?/u.exec(link)?.[1] ?? null
}

/** The token goes where it belongs and nowhere else, whatever a header says. */
function isSameOrigin(url: string, { octokit }: GitHub): boolean {
  const base = octokit.request.endpoint.DEFAULTS.baseUrl
  return URL.canParse(url) && new URL(url).origin === new URL(base).origin
}
