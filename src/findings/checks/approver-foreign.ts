import { SETTINGS_PATH } from '../../book/paths.ts'
import type { Pointer } from '../../book/place.ts'
import type { Check, Told } from '../check.ts'

/** A team of another organisation is named as approver, governance or security. */
export const approverForeign: Check = {
  code: 'approver-foreign',
  severity: 'error',
  doc: 'A team of another organisation is named as approver, governance or security.',
  fix: 'Name a team of this organisation.',
  *run({ book }) {
    const settings = book.settings?.data
    if (!settings) return
    const ours = settings.organization.toLowerCase()
    yield* judge(ours, SETTINGS_PATH, ['governance'], settings.governance)
    yield* judge(ours, SETTINGS_PATH, ['security'], settings.security)
    for (const { data, path } of book.entitlements.values()) {
      for (const [index, one] of data.approvers.entries()) {
        if (typeof one === 'string') yield* judge(ours, path, ['approvers', index], one)
        else
          for (const [inner, each] of one.entries())
            yield* judge(ours, path, ['approvers', index, inner], each)
      }
      for (const [index, one] of (data.emergency?.approvers ?? []).entries()) {
        yield* judge(ours, path, ['emergency', 'approvers', index], one)
      }
    }
  }
}

function* judge(ours: string, file: string, pointer: Pointer, approver: string): Generator<Told> {
  const slash = approver.indexOf('/')
  if (slash === -1 || approver.slice(1, slash).toLowerCase() === ours) return
  yield {
    message: `${approver} is a team of another organisation than "${ours}": it can't own anything here.`,
    fix: `Name a team of "${ours}" (@${ours}/team) or an account (@login).`,
    file,
    pointer
  }
}
