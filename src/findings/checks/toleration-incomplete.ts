import type { Check } from '../check.ts'

/** Access found outside is tolerated without owner or reason. */
export const tolerationIncomplete: Check = {
  code: 'toleration-incomplete',
  severity: 'error',
  doc: 'Access found outside is tolerated without owner or reason.',
  fix: 'Add both.',
  *run({ book }) {
    for (const { data, path } of book.outOfBand.values()) {
      if (data.decision !== 'tolerate') continue
      const lacking = (['owner', 'reason'] as const).filter((field) => data[field] === undefined)
      if (lacking.length === 0) continue
      yield {
        message: `To tolerate access found outside needs ${lacking.map((field) => `"${field}"`).join(' and ')}.`,
        fix: 'Say who owns it from now on, and why it may stand.',
        file: path,
        pointer: ['decision']
      }
    }
  }
}
