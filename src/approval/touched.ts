import { identify, type PathIdentity } from '../book/paths.ts'
import type { Form } from './facts.ts'
import type { ProofQuestion } from './proof-input.ts'
import { reductionOf } from './reduction.ts'
import { sameForm } from './same.ts'

/** One path that a pull request changes. */
export interface Touched {
  readonly path: string
  /** Null: no kind of file has this shape. */
  readonly identity: PathIdentity | null
  /** What it is now in the approved tree, and what it becomes. Null: no file. */
  readonly approved: Form | null
  readonly after: Form | null
  /** Its form in the head and at the head's merge base. Undefined: the head doesn't change it. */
  readonly head: { readonly base: Form | null; readonly form: Form | null } | undefined
  /** Why it needs no approval; null if it does. */
  readonly free: string | null
}

/** Every path that a pull request changes, as it landed or, before that, as the head has it. Null: that can't be told. */
export function touchedBy(question: ProofQuestion): readonly Touched[] | null {
  const { facts, approvedForm, before, after } = question
  const { differences } = facts.content
  if (differences === null) return null
  const inHead = new Map(differences.map((one) => [one.path, { base: one.before, form: one.after }]))
  return (facts.landed?.differences ?? differences)
    .map(({ path, after: form }): Touched => {
      const approved = approvedForm(path)
      const free = sameForm(approved, form) ? 'It has its approved form.' : reductionOf(path, before, after)
      return { path, identity: identify(path), approved, after: form, head: inHead.get(path), free }
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
}
