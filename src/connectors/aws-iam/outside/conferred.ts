import { canonicalDocument, digestOf } from './canonical.ts'
import type { Saved } from './saved.ts'
import type { Fresh, Thing } from './thing.ts'
import { documentIn, type View } from './view.ts'

/**
 * Digest of all that a thing on a user, role or group really gives, and to whom: a group's name, or a policy's, stays the
 * same when somebody writes more into it or puts more people there. Null: some of it can't be read.
 */
export function conferredBy(
  thing: Thing | Saved,
  { holder, view }: Pick<Fresh, 'holder' | 'view'>
): string | null {
  const what = givenBy(thing, view)
  if ('id' in holder || what === null) return what
  return holder.members ? digestOf({ what, members: holder.members }) : null
}

function givenBy(thing: Thing | Saved, view: View): string | null {
  switch (thing.what) {
    case 'inline':
      return digestOf(canonicalDocument(thing.document))
    case 'attached':
      return managed(thing.arn, view)
    case 'member': {
      const group = view.account.groups.get(thing.group)
      const attached = group?.attached.toSorted().map((arn) => managed(arn, view))
      if (!group || !attached || attached.includes(null)) return null
      const inline = group.inline.map(({ document }) => digestOf(canonicalDocument(document))).toSorted()
      return digestOf({ inline, attached })
    }
    case 'key':
    case 'login':
    default:
      return null
  }
}

function managed(arn: string, view: View): string | null {
  const document = documentIn(view, arn)
  return document === null ? null : digestOf(canonicalDocument(document))
}
