import { SETTINGS_PATH } from '../../book/paths.ts'
import type { Check } from '../check.ts'

/** There is no `grants/grantbook.yaml`. */
export const settingsMissing: Check = {
  code: 'settings-missing',
  severity: 'error',
  doc: 'There is no `grants/grantbook.yaml`.',
  fix: 'Add it; without settings no limit is known.',
  *run({ book }) {
    if (book.tree.entries.has(SETTINGS_PATH)) return
    yield {
      message: `There is no "${SETTINGS_PATH}": no limit, no tier and no owner is known.`,
      fix: `Add ${SETTINGS_PATH}.`,
      file: SETTINGS_PATH,
      pointer: []
    }
  }
}
