import type { GroupDetail, PrincipalDetail } from '../account.ts'
import { resourceOf } from '../names.ts'
import { conferredBy } from './conferred.ts'
import type { Saved } from './saved.ts'
import type { Fresh, Thing } from './thing.ts'
import type { View } from './view.ts'
import { idOf } from './words.ts'

/** In which order things go: first what somebody could answer with, while the rest is taken away. */
const ORDER = ['key', 'login', 'member', 'attached', 'inline'] as const

/** Everything on a principal that could be taken away, by the id that it is found under, whether it is found or not. */
export function thingsOn({ holder, signIn }: Fresh): ReadonlyMap<string, Thing> {
  const things: (readonly [id: string, thing: Thing])[] = [
    ...(signIn?.keys ?? []).map(
      ({ id, active }) => [idOf('key', id), { what: 'key', key: id, active }] as const
    ),
    ...(signIn?.password === true ? [['login', { what: 'login' }] as const] : []),
    ...('groups' in holder ? holder.groups : []).map(
      (group) => [idOf('member', group), { what: 'member', group }] as const
    ),
    ...holder.attached.map((arn) => [idOf('attached', arn), { what: 'attached', arn }] as const),
    ...holder.inline.map(
      ({ name, document }) => [idOf('inline', name), { what: 'inline', name, document }] as const
    )
  ]
  return new Map(things.toSorted(([, a], [, b]) => ORDER.indexOf(a.what) - ORDER.indexOf(b.what)))
}

/** What is kept of a thing so that it can be put back; null for credentials, which nobody but IAM can make. */
export function savedOf(
  thing: Thing,
  fresh: Fresh,
  item: { readonly id: string; readonly digest: string }
): Saved | null {
  if (thing.what === 'key' || thing.what === 'login') return null
  const { id, digest } = item
  const principalId = 'id' in fresh.holder ? fresh.holder.id : null
  return { form: 'aws-iam/1', id, digest, principalId, confers: conferredBy(thing, fresh), ...thing }
}

/** The same principal with a saved thing on it, as it would be afterwards. */
export function withSaved(fresh: Fresh, saved: Saved): Fresh {
  const { holder, view } = fresh
  const grown = {
    ...holder,
    ...(saved.what === 'attached' && { attached: [...holder.attached, saved.arn] }),
    ...(saved.what === 'inline' && {
      inline: [...holder.inline, { name: saved.name, document: saved.document }]
    }),
    ...(saved.what === 'member' && 'groups' in holder && { groups: [...holder.groups, saved.group] })
  }
  return { ...fresh, holder: grown, view: viewOf(grown, view) }
}

/** A view of an account in which one holder is all there is, with the groups, documents and credentials of another view. */
export function viewOf(holder: PrincipalDetail | GroupDetail, rest: View): View {
  const isGroup = !('id' in holder)
  return {
    ...rest,
    account: {
      ...rest.account,
      principals: isGroup ? new Map() : new Map([[resourceOf(holder.arn), holder]]),
      groups: isGroup ? new Map([[holder.name, holder]]) : rest.account.groups
    }
  }
}
