import type { OutOfBand } from '../../book/kinds/out-of-band.ts'
import { markdownCode, markdownText } from '../escape.ts'
import { requestBody, requestTitle, type RequestView } from './request.ts'
import { table } from './parts.ts'

type Item = OutOfBand['items'][number]

/** What is told of the access that a request adopts. */
export interface AdoptView {
  /** Path of the file about it. */
  readonly path: string
  readonly principal: string
  /** What the entitlement gives just so. */
  readonly items: readonly Item[]
  /** What else was found on the principal. */
  readonly rest: readonly Item[]
  readonly policy: 'report' | 'revoke'
}

/** Title of the pull request, and first line of its commit: ids and instants alone. */
export function adoptTitle(view: Pick<RequestView, 'asked' | 'until'>): string {
  return `Adopt ${requestTitle(view)}`
}

/** Its body: the request, what it adopts, and what becomes of that. */
export function adoptBody(view: RequestView, { path, principal, items, rest, policy }: AdoptView): string {
  const then =
    policy === 'revoke'
      ? 'Once the grant is issued, the next night records that it gives just this, saves the foreign form and takes it away; a membership of a group is taken over as it is, and ends with the grant.'
      : 'Once the grant is issued, the next night records that it gives just this. In this system nothing is taken away by a machine: the foreign form is told until somebody has removed it.'
  const left =
    rest.length === 0
      ? []
      : [
          `Not adopted by this, and to be decided on in ${markdownCode(path)}:`,
          ...table(
            ['also found', 'first seen'],
            rest.map(({ what, firstSeen }) => [markdownText(what), markdownText(firstSeen)])
          )
        ]
  return [
    requestBody(view),
    `It adopts what was found outside on ${markdownText(principal)}:`,
    ...table(
      ['has', 'first seen', 'made by', 'last used'],
      items.map(({ what, firstSeen, by, lastUsed }) => [
        markdownText(what),
        markdownText(firstSeen),
        markdownText(by),
        markdownText(lastUsed ?? 'not known')
      ])
    ),
    then,
    ...left
  ].join('\n\n')
}
