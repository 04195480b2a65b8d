import { readDuration } from '../../book/duration.ts'
import type { Check } from '../check.ts'

/** An entitlement’s `maxDuration` is above its risk tier’s. */
export const maxDurationOverTier: Check = {
  code: 'max-duration-over-tier',
  severity: 'error',
  doc: 'An entitlement’s `maxDuration` is above its risk tier’s.',
  fix: 'Lower it, or remove it: the tier’s limit then holds.',
  *run({ book }) {
    const risks = book.settings?.data.risk
    if (!risks) return
    for (const { data, path } of book.entitlements.values()) {
      const tier = risks[data.risk].maxDuration
      const [own, most] = [readDuration(data.maxDuration ?? ''), readDuration(tier)]
      if (own === null || most === null || own <= most) continue
      yield {
        message: `"maxDuration" ${data.maxDuration} is above the ${tier} of risk ${data.risk}.`,
        fix: `Set ${tier} or less, or remove the field: the tier's limit then holds.`,
        file: path,
        pointer: ['maxDuration']
      }
    }
  }
}
