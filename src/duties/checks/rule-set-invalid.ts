import { nearest } from '../../book/nearest.ts'
import type { Check } from '../../findings/check.ts'
import { checkActionSet } from '../permissions/check-action-set.ts'
import { permissionRules } from '../permission-findings.ts'
import { BUILT_IN_SETS } from '../permissions/sets/index.ts'

/** A rule names an action set that doesn’t exist, or writes one that nothing can match. */
export const ruleSetInvalid: Check = {
  code: 'rule-set-invalid',
  severity: 'error',
  doc: 'A rule names an action set that doesn’t exist, or writes one that nothing can match.',
  fix: 'Name a built-in set or one under `sets`, and write actions as AWS does.',
  *run({ book, actions }) {
    for (const { data, path } of permissionRules(book)) {
      const own = Object.entries(data.sets ?? {})
      const names = [...BUILT_IN_SETS.map(({ id }) => id), ...own.map(([id]) => id)]
      for (const [index, name] of data.permissions.entries()) {
        if (names.includes(name)) continue
        const near = nearest(name, names)
        yield {
          message: `There is no action set "${name}".`,
          fix: near === null ? `There are: ${names.join(', ')}.` : `Did you mean "${near}"?`,
          file: path,
          pointer: ['permissions', index]
        }
      }
      for (const [id, paths] of own) {
        if (BUILT_IN_SETS.some((set) => set.id === id))
          yield {
            message: `"${id}" is a built-in set and can’t be written anew.`,
            fix: 'Give it another name.',
            file: path,
            pointer: ['sets', id],
            atKey: true
          }
        if (actions === null) continue
        const problems = checkActionSet(
          paths.map((needed) => ({ actions: needed })),
          actions
        )
        for (const { path: way, action, message, fix } of problems)
          yield { message, fix, file: path, pointer: ['sets', id, way, ...(action === null ? [] : [action])] }
      }
    }
  }
}
