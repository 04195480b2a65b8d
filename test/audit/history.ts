import type { Form, PathDifference } from '../../src/approval/facts.ts'
import { writeInstant, type Instant } from '../../src/book/instant.ts'
import { CORES } from '../../src/commands/connectors.ts'
import { Auditor, type Audited } from '../../src/evidence/audit/auditor.ts'
import { MainLine } from '../../src/evidence/audit/main-line.ts'
import { readCommitObject, signCommitObject, writeCommitObject } from '../../src/evidence/commit-object.ts'
import type { Event } from '../../src/evidence/events.ts'
import { pathOfEvent, writeLine } from '../../src/evidence/lines.ts'
import type { Signer } from '../../src/evidence/signer.ts'
import type { Step } from '../../src/evidence/chain.ts'
import { testSigner } from '../io/git/evidence-scene.ts'
import { NOW, type Files } from '../support/book.ts'
import { Objects, type FileTree } from './objects.ts'

/** One commit to be. */
export interface Draft {
  readonly events: readonly Event[]
  readonly moves?: Readonly<Record<string, string | null>>
  readonly at?: Instant
  readonly signer?: Signer | null
  /** Further changes of the branch's files, by their whole path: what no writer of ours would do. */
  readonly forged?: Readonly<Record<string, string | null>>
  readonly parents?: readonly string[]
}

/** The default branch and the evidence branch of one made-up organisation, in memory. */
export class History {
  readonly objects = new Objects()
  readonly main: { commit: string; at: Instant; files: FileTree }[] = []
  readonly commits: string[] = []
  readonly signer: Signer
  #files = new Map<string, Form>()

  constructor(signer = testSigner(1)) {
    this.signer = signer
  }

  /** Id of a text as git's. */
  blob(text: string): string {
    return this.objects.text(text)
  }

  /** Lands changes on the default branch and returns the commit. */
  land(changes: Readonly<Record<string, string | null>> | Files, at: Instant = NOW): string {
    const files = new Map(this.main.at(-1)?.files)
    for (const [path, text] of Object.entries(changes)) {
      if (text === null) files.delete(path)
      else files.set(path, { mode: '100644', blob: this.blob(text) })
    }
    const parent = this.main.at(-1)?.commit ?? null
    const stamp = `Alice Example <alice@acme.example> ${at / 1000} +0000`
    const bytes = writeCommitObject(this.objects.tree(files), parent, stamp, `Change ${this.main.length}\n`)
    const commit = this.objects.put('commit', bytes)
    this.main.push({ commit, at, files })
    return commit
  }

  /** Appends a commit to the evidence branch as its writer does, and returns its id. */
  append({ events, moves = {}, at = NOW, signer = this.signer, forged = {}, parents }: Draft): string {
    for (const one of events) {
      const path = pathOfEvent(one)
      const old = this.#files.get(path)
      const text = old ? Buffer.from(this.objects.get(old.blob)).toString('utf8') : ''
      this.#set(path, text + writeLine(one))
    }
    for (const [path, text] of Object.entries(moves)) this.#set(`approved/${path}`, text)
    for (const [path, text] of Object.entries(forged)) this.#set(path, text)
    const stamp = `Grantbook <grantbook@users.noreply.github.com> ${at / 1000} +0000`
    const tree = this.objects.tree(this.#files)
    const parent = this.commits.at(-1) ?? null
    const bytes = rewriteParents(writeCommitObject(tree, parent, stamp, 'Record\n'), parents)
    const signed = signer ? signCommitObject(bytes, signer.sign(bytes)) : bytes
    const id = this.objects.put('commit', signed)
    this.commits.push(id)
    return id
  }

  /** Begins the record with the newest commit of the default branch. */
  genesis(over: Partial<Extract<Event, { readonly event: 'genesis' }>> = {}, at: Instant = NOW): string {
    const tip = this.main.at(-1)
    if (!tip) throw new Error('main is empty')
    for (const [path, form] of tip.files) this.#files.set(`approved/${path}`, form)
    const event: Event = {
      at: writeInstant(at),
      grant: null,
      blob: null,
      commit: tip.commit,
      by: 'carol',
      run: null,
      event: 'genesis',
      files: tip.files.size,
      signer: this.signer.publicKey,
      recovered: null,
      ...over
    }
    return this.append({ events: [event], at })
  }

  /** What a file of the branch holds now. */
  text(path: string): string {
    const form = this.#files.get(path)
    return form ? Buffer.from(this.objects.get(form.blob)).toString('utf8') : ''
  }

  mainLine(): MainLine {
    const main = new MainLine()
    let before: FileTree = new Map()
    for (const { commit, at, files } of this.main) {
      main.add(commit, at)
      for (const { path, after } of difference(before, files)) main.change(path, after)
      before = files
    }
    return main
  }

  #set(path: string, text: string | null): void {
    if (text === null) this.#files.delete(path)
    else this.#files.set(path, { mode: '100644', blob: this.blob(text) })
  }
}

function rewriteParents(bytes: Uint8Array, parents: readonly string[] | undefined): Uint8Array {
  if (!parents) return bytes
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replaceAll(/^parent .*\n/gmu, '')
  const lines = parents.map((parent) => `parent ${parent}\n`).join('')
  return Buffer.from(text.replace(/^(tree .*\n)/u, `$1${lines}`))
}

/** The steps of a branch of commits, oldest first, as a walk over git gives them. */
export function* stepsOf(
  objects: Objects,
  commits: readonly string[],
  mainTrees: ReadonlyMap<string, string> = new Map()
): Generator<Step> {
  let before: FileTree = new Map()
  for (const [index, id] of commits.entries()) {
    const object = objects.get(id)
    const tree = readCommitObject(object)?.tree
    const files = tree !== undefined && objects.has(tree) ? objects.files(tree) : new Map<string, Form>()
    const changes = difference(before, files)
    const step: Step = {
      id,
      object,
      changes,
      content: (blob) => (objects.has(blob) ? objects.get(blob) : undefined),
      genesis: null
    }
    yield index === 0 ? { ...step, genesis: genesisFacts(objects, step, files, mainTrees) } : step
    before = files
  }
}

function genesisFacts(
  objects: Objects,
  step: Step,
  files: FileTree,
  mainTrees: ReadonlyMap<string, string>
): NonNullable<Step['genesis']> {
  const own = new Map(
    [...files].flatMap(([path, form]) =>
      path.startsWith('approved/') ? [[path.slice('approved/'.length), form] as const] : []
    )
  )
  const named = step.changes
    .filter(({ path }) => path.startsWith('runs/'))
    .map(({ after }) => Buffer.from(step.content(after?.blob ?? '') ?? []).toString('utf8'))
    .join('')
  const commit = /"commit":"([0-9a-f]{40})"/u.exec(named)?.[1] ?? ''
  const main = mainTrees.get(commit) ?? null
  return { own: objects.tree(own), main, inHistory: main !== null }
}

/** What two trees have different, sorted by path as git does. */
export function difference(before: FileTree, after: FileTree): readonly PathDifference[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].toSorted()
  return paths.flatMap((path) => {
    const [old, now] = [before.get(path) ?? null, after.get(path) ?? null]
    return old?.blob === now?.blob && old?.mode === now?.mode ? [] : [{ path, before: old, after: now }]
  })
}

/** Audits the branch in memory. */
export function auditHistory(
  history: History,
  { commits = history.commits, signer = null }: { commits?: readonly string[]; signer?: string | null } = {}
): Audited {
  const auditor = new Auditor({
    signer,
    main: history.mainLine(),
    connector: (name) => CORES.get(name) ?? null
  })
  const trees = new Map(history.main.map(({ commit, files }) => [commit, history.objects.tree(files)]))
  for (const step of stepsOf(history.objects, commits, trees)) auditor.step(step)
  return auditor.finish()
}

/** The codes of what is wrong, in order. */
export function codes(audited: Audited): readonly string[] {
  return audited.problems.map(({ code }) => code)
}
