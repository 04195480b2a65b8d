import { z } from 'zod'
import type { Reading } from '../github.ts'
import { pages } from '../pages.ts'
import { someone } from '../shapes.ts'
import { isAuthor } from './author.ts'
import { write, type Desk } from './desk.ts'
import { bodyOf, sameText } from './proposal.ts'

const comment = z.object({ id: z.int().min(1), body: z.string().nullish(), user: someone })

/** Says something once under an issue or a pull request: our own comment with these very words isn't written again. */
export async function sayOnce(desk: Desk, number: number, text: string): Promise<Reading<boolean>> {
  const listed = await pages(desk.github, {
    what: `comments on #${number}`,
    route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    item: comment,
    parameters: { issue_number: number }
  })
  if (!listed.ok) return listed
  const body = bodyOf(text)
  const said = listed.value.some((each) => isAuthor(each.user, desk.by) && sameText(each.body ?? '', body))
  if (said) return { ok: true, value: false }
  const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'
  const sent = await write(desk, `comment on #${number}`, route, { issue_number: number, body })
  return sent.ok ? { ok: true, value: true } : sent
}
