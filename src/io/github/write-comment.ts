import { z } from 'zod'
import { clip } from './clip.ts'
import type { GitHub, Reading } from './github.ts'
import { pages } from './pages.ts'
import { parsed, send } from './read.ts'

const comment = z.object({
  id: z.int().min(1),
  body: z.string().nullish(),
  html_url: z.string().nullish(),
  performed_via_github_app: z.object({ slug: z.string().nullish() }).nullish()
})

/** GitHub takes 65,536 characters. */
const LONGEST = 65_000

/** A comment that stands. */
export interface WrittenComment {
  readonly id: number
  readonly url: string | null
  /** False: it said the same already. */
  readonly written: boolean
}

/**
 * Our one comment on a pull request: the App's oldest with this marker is edited in place, and made if there is none.
 * Anybody can write the marker, so that the App is what tells ours. If it can't be told whether there is one, none is
 * made.
 */
export async function writeComment(
  github: GitHub,
  number: number,
  { app, marker, body }: { readonly app: string; readonly marker: string; readonly body: string }
): Promise<Reading<WrittenComment>> {
  const what = `comment on #${number}`
  const listed = await pages(github, {
    what: `comments on #${number}`,
    route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    item: comment,
    parameters: { issue_number: number }
  })
  if (!listed.ok) return listed
  const ours = listed.value.filter(
    (each) => each.performed_via_github_app?.slug === app && (each.body ?? '').includes(marker)
  )
  const [oldest] = ours.toSorted((a, b) => a.id - b.id)
  const text = clip(body, LONGEST)
  if (oldest && sameText(oldest.body ?? '', text))
    return { ok: true, value: { id: oldest.id, url: oldest.html_url ?? null, written: false } }
  const sent = oldest
    ? await send(github, what, 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
        comment_id: oldest.id,
        body: text
      })
    : await send(github, what, 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        issue_number: number,
        body: text
      })
  if (!sent.ok) return sent
  const stands = parsed(what, sent.value, comment)
  if (!stands.ok) return stands
  return { ok: true, value: { id: stands.value.id, url: stands.value.html_url ?? null, written: true } }
}

/** GitHub may hand lines back with other ends. */
function sameText(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n').trim() === b.replaceAll('\r\n', '\n').trim()
}
