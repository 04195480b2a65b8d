import { hasSubstance } from '../substance.ts'
import type { Check, Told } from '../check.ts'

/** A reason has fewer than 10 characters that aren’t blank. */
export const reasonTooShort: Check = {
  code: 'reason-too-short',
  severity: 'error',
  doc: 'A reason has fewer than 10 characters that aren’t blank.',
  fix: 'Say why, in words that an auditor understands a year later.',
  *run({ book }) {
    for (const { reason, path } of book.grants.values()) if (!hasSubstance(reason)) yield told(path)
    for (const { data, path } of book.exceptions.values()) if (!hasSubstance(data.reason)) yield told(path)
  }
}

function told(file: string): Told {
  return {
    message: 'The reason has fewer than 10 characters that aren’t blank.',
    fix: 'Say why this is needed, in words that an auditor understands a year later.',
    file,
    pointer: ['reason']
  }
}
