import { effectiveWindow } from '../../../book/effective.ts'
import { writeInstant } from '../../../book/instant.ts'
import { identify } from '../../../book/paths.ts'
import { filesNamed } from '../../../book/tree.ts'
import { grantPath, type Asked } from '../../../compose/grant-file.ts'
import type { Stand } from './stand.ts'

/**
 * Why a subject needn't, or can't, ask for an entitlement: a file for the two stands already. Null: none does, or only one
 * whose time is over, which a new request replaces.
 */
export function alreadyHeld({ book, source, now }: Stand, asked: Asked): string | null {
  const path = grantPath(asked)
  if (book.invalid.has(path))
    return `${path} is there already, and can’t be read as it stands on the default branch. Have it mended first: grantbook validate says what is wrong.`
  const kind = asked.incident === null ? 'grant' : 'emergency'
  for (const grant of book.grantsOfSubject.get(asked.subject) ?? []) {
    if (grant.kind !== kind || grant.name !== asked.entitlement) continue
    const { window } = effectiveWindow(book, grant)
    if (window && window.until <= now && grant.path === path) continue
    const what = `${asked.subject} ${(window?.from ?? now) > now ? 'will hold' : 'holds'} ${asked.entitlement} already`
    const until = window ? `, until ${writeInstant(window.until)}` : ''
    return `${what}${until} (${grant.path}). To renew it: npx grantbook renew ${grant.path} --expires ${asked.expires}`
  }
  const other = filesNamed(source.tree, `${asked.subject}.yaml`).find((file) => {
    const identity = identify(file.path)
    return (
      file.path !== path &&
      identity?.kind === kind &&
      `${identity.system}/${identity.entitlement}` === asked.entitlement
    )
  })
  return other ? `${asked.subject} has a file for ${asked.entitlement} already: ${other.path}.` : null
}
