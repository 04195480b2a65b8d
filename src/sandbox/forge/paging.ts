import type { Context, Reply } from './route.ts'

const LARGEST = 100
const USUAL = 30

/**
 * One page of a listing with GitHub's `Link` header: `per_page` (30, at most 100) and `page`. `write` makes the answer's
 * form of one item and is called for this page only; `wrap` puts the page into an object (`{total_count, check_runs}`).
 */
export function listed<T>(
  context: Context,
  items: readonly T[],
  write: (item: T) => unknown,
  wrap: (page: readonly unknown[], total: number) => unknown = (page) => page
): Reply {
  const { page, size } = asked(context)
  const last = Math.max(1, Math.ceil(items.length / size))
  const shown = items.slice((page - 1) * size, page * size).map(write)
  const links: string[] = []
  const link = (rel: string, to: number): void => {
    links.push(`<${address(context, { per_page: String(size), page: String(to) })}>; rel="${rel}"`)
  }
  if (page > 1) link('prev', Math.min(page - 1, last))
  if (page < last) link('next', page + 1)
  if (page < last) link('last', last)
  if (page > 1) link('first', 1)
  return {
    status: 200,
    body: wrap(shown, items.length),
    headers: links.length > 0 ? { link: links.join(', ') } : {}
  }
}

/**
 * One page of a listing that goes by `before` and `after` cursors, as `GET …/activity`. Items must be in the order in
 * which they are listed, with ids that don't repeat.
 */
export function listedByCursor<T extends { readonly id: number }>(
  context: Context,
  items: readonly T[],
  write: (item: T) => unknown
): Reply {
  const { size } = asked(context)
  const after = readCursor(context.query.get('after'))
  const before = readCursor(context.query.get('before'))
  const index = (id: number | null): number => (id === null ? -1 : items.findIndex((one) => one.id === id))
  const end = before === null ? null : index(before)
  const start = end === null ? index(after) + 1 : Math.max(0, end - size)
  const shown = items.slice(start, end ?? start + size)
  const links: string[] = []
  const link = (rel: string, name: 'before' | 'after', item: T): void => {
    const other = name === 'before' ? 'after' : 'before'
    const to = address(context, { per_page: String(size), [name]: writeCursor(item.id) }, other)
    links.push(`<${to}>; rel="${rel}"`)
  }
  const [first, final] = [shown[0], shown.at(-1)]
  if (final && items.indexOf(final) < items.length - 1) link('next', 'after', final)
  if (first && start > 0) link('prev', 'before', first)
  return { status: 200, body: shown.map(write), headers: links.length > 0 ? { link: links.join(', ') } : {} }
}

function asked(context: Context): { size: number; page: number } {
  const size = Math.min(LARGEST, positive(context.query.get('per_page')) ?? USUAL)
  return {
    size: context.short ? Math.max(1, Math.floor(size / 2)) : size,
    page: positive(context.query.get('page')) ?? 1
  }
}

function positive(written: string | null): number | null {
  return written !== null && /^[1-9]\d{0,8}$/u.test(written) ? Number(written) : null
}

function address(context: Context, change: Readonly<Record<string, string>>, without?: string): string {
  const query = new URLSearchParams(context.query)
  if (without !== undefined) query.delete(without)
  for (const [name, value] of Object.entries(change)) query.set(name, value)
  return `${context.url}?${query.toString()}`
}

function writeCursor(id: number): string {
  return Buffer.from(`cursor:${id}`).toString('base64url')
}

function readCursor(written: string | null): number | null {
  const found = written === null ? null : /^cursor:(\d+)$/u.exec(Buffer.from(written, 'base64url').toString())
  return found ? Number(found[1]) : null
}
