import { optionalText } from '../body.ts'
import { invalid } from '../error.ts'
import type { Context } from '../route.ts'

/** GitHub's limits of a title and of a body, in characters. Source: the messages of its 422. */
const LONGEST = { title: 256, body: 65_536 } as const

/** A title of an issue or a pull request that GitHub takes. */
export function titleFrom(title: string, resource: 'Issue' | 'PullRequest'): string {
  if (title.trim() === '') throw invalid({ resource, field: 'title', code: 'missing_field' })
  check(title, resource, 'title')
  return title
}

/** The body that was sent; null: none. */
export function bodyFrom(context: Context, resource: 'Issue' | 'PullRequest'): string | null {
  const body = optionalText(context, 'body', resource)
  if (body !== null) check(body, resource, 'body')
  return body
}

function check(text: string, resource: string, field: 'title' | 'body'): void {
  if (text.length <= LONGEST[field]) return
  const message = `${field} is too long (maximum is ${LONGEST[field]} characters)`
  throw invalid({ resource, field, code: 'custom', message })
}
