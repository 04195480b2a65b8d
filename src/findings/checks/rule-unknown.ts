import type { Check } from '../check.ts'

/** An exception is to a rule that has no file. */
export const ruleUnknown: Check = {
  code: 'rule-unknown',
  severity: 'error',
  doc: 'An exception is to a rule that has no file.',
  fix: 'Name a rule that exists, or remove the exception.',
  *run({ book, ruleExists }) {
    for (const { data, path } of book.exceptions.values()) {
      if (ruleExists(data.rule)) continue
      yield {
        message: `There is no rule "${data.rule}" in "rules/".`,
        fix: 'Correct the id, or remove the exception.',
        file: path,
        pointer: ['rule']
      }
    }
  }
}
