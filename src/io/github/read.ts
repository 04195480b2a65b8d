import type { z } from 'zod'
import type { Gap } from '../../approval/facts.ts'
import { plain } from '../../book/quote.ts'
import { withoutSecrets } from '../../book/secrets.ts'
import type { GitHub, Reading } from './github.ts'

/** One answer of GitHub's, of a shape that nobody has looked at yet. */
export interface Answer {
  readonly data: unknown
  readonly headers: Readonly<Record<string, string | number | undefined>>
}

/** An answer, or that there is none (404), or why nothing can be told. These three are never mistaken for each other. */
export type Asked =
  | { readonly kind: 'found'; readonly answer: Answer }
  | { readonly kind: 'absent' }
  | { readonly kind: 'gap'; readonly gap: Gap }

export type Parameters = Readonly<Record<string, unknown>>

/** A gap that may be filled by trying again. */
export function gap(what: string, why: string, passing = true): { readonly ok: false; readonly gap: Gap } {
  return { ok: false, gap: { what, why, passing } }
}

/** Asks GitHub once (`GET /repos/{owner}/{repo}/…`, or a whole URL). `what` says in words what is asked for. */
export async function ask(
  github: GitHub,
  what: string,
  route: string,
  parameters: Parameters = {}
): Promise<Asked> {
  try {
    const { data, headers }: Answer = await github.octokit.request(route, {
      // What a route has no place for would become part of the query.
      ...(route.includes('{owner}') ? { owner: github.owner, repo: github.repo } : {}),
      ...parameters,
      headers: { 'x-github-api-version': API_VERSION, ...headersOf(parameters) }
    })
    return { kind: 'found', answer: { data, headers } }
  } catch (error) {
    if (statusOf(error) === 404) return { kind: 'absent' }
    return { kind: 'gap', gap: { what, why: whyNot(error, github), passing: true } }
  }
}

function headersOf({ headers }: Parameters): Readonly<Record<string, string>> {
  return typeof headers === 'object' && headers !== null ? Object.fromEntries(Object.entries(headers)) : {}
}

/** The version of GitHub's REST API that all shapes here are of. */
export const API_VERSION = '2022-11-28'

/** Asks for one thing that must be there and of this shape. */
export async function one<T>(
  github: GitHub,
  what: string,
  route: string,
  shape: z.ZodType<T>,
  parameters: Parameters = {}
): Promise<Reading<T>> {
  const asked = await ask(github, what, route, parameters)
  if (asked.kind === 'gap') return { ok: false, gap: asked.gap }
  if (asked.kind === 'absent') return gap(what, NOT_THERE)
  return parsed(what, asked.answer.data, shape)
}

/**
 * Changes something on GitHub. What makes something new isn't sent again after a server error, because it may have been
 * made: whoever wants to, looks first. `fine` are statuses that mean that nothing had to be done. Goes at GitHub's pace: it
 * may wait for the next minute, and once an hour's worth was written, nothing more is sent.
 */
export async function send(
  github: GitHub,
  what: string,
  route: string,
  parameters: Parameters,
  fine: readonly number[] = []
): Promise<Reading<unknown>> {
  if (!(await github.budget.take()))
    return gap(what, 'as much was written as GitHub allows in an hour; the next run goes on')
  try {
    const { data }: Answer = await github.octokit.request(route, {
      owner: github.owner,
      repo: github.repo,
      headers: { 'x-github-api-version': API_VERSION },
      ...(route.startsWith('POST ') ? { request: { retries: 0 } } : {}),
      ...parameters
    })
    return { ok: true, value: data }
  } catch (error) {
    if (fine.includes(statusOf(error) ?? 0)) return { ok: true, value: null }
    return gap(what, whyNot(error, github))
  }
}

/** What a 404 means where something must exist. */
export const NOT_THERE = 'there is no such thing, or the token may not see it (404)'

/** Looks at the shape of an answer: what doesn't fit was not understood, whatever it may mean. */
export function parsed<T>(what: string, data: unknown, shape: z.ZodType<T>): Reading<T> {
  const result = shape.safeParse(data)
  if (result.success) return { ok: true, value: result.data }
  const place = (result.error.issues[0]?.path ?? []).map(String).join('.')
  return gap(what, `the answer isn’t of the known shape${place === '' ? '' : ` at ${plain(place)}`}`)
}

/** Status of an answer that octokit throws; null for anything else. */
export function statusOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null
  // A connection that broke is thrown with status 500 and no answer.
  return 'response' in error && error.response !== undefined ? error.status : null
}

/** Why a call failed, on one line and without secrets. */
export function whyNot(error: unknown, { remote }: Pick<GitHub, 'remote'>): string {
  const status = statusOf(error)
  const said = error instanceof Error ? error.message : String(error)
  const hidden = remote.token === null ? said : said.replaceAll(remote.token, '[token]')
  const line = plain(withoutSecrets(hidden).slice(0, MOST_SAID))
  return status === null ? line : `${status}, ${line}`
}

const MOST_SAID = 200
