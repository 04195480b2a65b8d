import type { Considered, FoundThing } from '../../../compose/import/baseline.ts'
import { judgeProposed } from '../propose/judge-proposed.ts'
import type { Stand } from '../propose/stand.ts'

/** So often what is left is judged anew: without one file another may have nothing against it, or something. */
const ROUNDS = 5

/**
 * Takes out whatever would not validate, so that every pull request does: judged by all that `validate` judges by, as if
 * it stood on the default branch. What is taken out is told, with what is against it. Where errors remain that no file of
 * ours is to blame for, nothing is proposed at all.
 */
export async function withoutErrors(
  stand: Stand,
  all: readonly Considered[]
): Promise<readonly Considered[]> {
  let kept = all
  for (let round = 1; round <= ROUNDS; round++) {
    const files = kept.flatMap(({ file }) => (file === null ? [] : [file]))
    if (files.length === 0) return kept
    const { report } = await judgeProposed(stand, files, null)
    const errors = report.findings.filter(({ severity }) => severity === 'error')
    if (errors.length === 0) return kept
    const byFile = new Map<string, string>()
    for (const { file, code, message } of errors)
      if (!byFile.has(file)) byFile.set(file, `${code}: ${message}`)
    const ours = files.filter(({ path }) => byFile.has(path))
    const whole = ours.length === 0 || round === ROUNDS ? (errors[0]?.message ?? '') : null
    kept = kept.map((one) => {
      const why = one.file === null ? null : (byFile.get(one.file.path) ?? whole)
      return why === null ? one : { thing: leave(one.thing, why), file: null }
    })
  }
  return kept
}

/** A thing of which nothing is made after all. */
export function leave(thing: FoundThing, why: string): FoundThing {
  return { ...thing, state: 'left', path: null, why: [...thing.why, why] }
}
