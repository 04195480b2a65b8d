import type { Entry } from '../../book/book.ts'
import { inactive } from '../active.ts'
import type { CheckContext } from '../context.ts'
import type { Check, Told } from '../check.ts'

/** An owner or backup has left or is suspended. */
export const ownerInactive: Check = {
  code: 'owner-inactive',
  severity: 'warning',
  doc: 'An owner or backup has left or is suspended.',
  fix: 'Name somebody who is active.',
  *run(context) {
    const { book } = context
    for (const entry of book.workloads.values()) {
      yield* told(context, entry, 'owner', entry.data.owner)
      yield* told(context, entry, 'backup', entry.data.backup)
    }
    for (const entry of [...book.systems.values(), ...book.entitlements.values()]) {
      yield* told(context, entry, 'owner', entry.data.owner)
    }
  }
}

function* told(
  context: CheckContext,
  { path }: Entry<unknown>,
  field: 'owner' | 'backup',
  id: string | undefined
): Generator<Told> {
  const why = id === undefined ? null : inactive(context, id)
  if (why === null) return
  yield {
    message: `The ${field} "${id}" ${why}.`,
    fix: 'Name a person who is active.',
    file: path,
    pointer: [field]
  }
}
