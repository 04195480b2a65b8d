import type { Check } from '../check.ts'
import { startInName } from '../emergencies.ts'

/** A retrospective’s file name doesn’t end with a real instant. */
export const retrospectiveStart: Check = {
  code: 'retrospective-start',
  severity: 'error',
  doc: 'A retrospective’s file name doesn’t end with a real instant.',
  fix: 'Name it after the start of the emergency: `alice.20261121T0310Z.yaml`.',
  *run({ book }) {
    for (const { start, path } of book.retrospectives.values()) {
      if (startInName(start) !== null) continue
      yield {
        message: `"${start}" in the file's name is not a real instant.`,
        fix: 'Name the file after the start of the emergency, as in alice.20261121T0310Z.yaml.',
        file: path,
        pointer: []
      }
    }
  }
}
