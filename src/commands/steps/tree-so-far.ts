import type { Form } from '../../approval/facts.ts'
import type { FileEntry } from '../../book/tree.ts'
import type { ApprovedTree, Move } from '../../evidence/approved-tree.ts'
import { openApproved } from '../../io/git/approved.ts'
import { Overlay } from '../../io/git/overlay.ts'
import { openChanged, type Source } from '../../io/source.ts'
import type { Approving } from './authority.ts'
import { formOf } from './landed-commits.ts'

/** What moves a tree on: one path, and whether an approval proves its new form. */
export interface Moving extends Move {
  readonly proved: boolean
}

/** The approved tree while it moves, step by step, before anything is written. */
export class TreeSoFar implements Approving {
  readonly #root: string
  readonly #base: Source
  readonly #start: ApprovedTree
  readonly #moves = new Map<string, FileEntry | null>()
  #approved: ApprovedTree
  #source: Source

  private constructor(root: string, base: Source, start: ApprovedTree) {
    this.#root = root
    this.#base = base
    this.#start = start
    this.#approved = start
    this.#source = base
  }

  static async open(root: string, approved: ApprovedTree): Promise<TreeSoFar> {
    return new TreeSoFar(root, await openApproved(root, approved.evidence), approved)
  }

  get approved(): ApprovedTree {
    return this.#approved
  }
  get source(): Source {
    return this.#source
  }

  /** Paths that moved since it was opened. */
  get moved(): Iterable<string> {
    return this.#moves.keys()
  }

  formOf(path: string): Form | null {
    return formOf(this.#approved.entries.get(path))
  }

  /** Takes one step's moves; `sealed` is how far the default branch is judged with it. */
  move(moves: readonly Moving[], sealed: string): void {
    const unproved = new Map(this.#approved.unproved)
    for (const { path, proved } of moves) {
      const before = this.#approved.entries.get(path) ?? null
      if (proved) unproved.delete(path)
      else if (!unproved.has(path)) unproved.set(path, before)
    }
    for (const { path, to } of moves) this.#moves.set(path, to && { path, ...to, size: null })
    const changes = [...this.#moves].map(([path, after]) => ({ path, after }))
    const tree = new Overlay(this.#start, changes)
    if (this.#source !== this.#base) this.#source.close()
    this.#source = changes.length === 0 ? this.#base : openChanged(this.#root, this.#base, changes)
    const { evidence } = this.#start
    this.#approved = Object.assign(tree, { evidence, sealed, unproved })
  }

  close(): void {
    if (this.#source !== this.#base) this.#source.close()
    this.#base.close()
  }
}
