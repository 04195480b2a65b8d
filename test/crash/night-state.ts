import { Git } from '../../src/sandbox/forge/git/git.ts'
import type { Repository } from '../../src/sandbox/forge/state-repository.ts'
import { ACCOUNT } from '../support/book.ts'
import { REPOSITORY, type ForgeScene } from '../support/forge-scene.ts'

/** What a night leaves behind, without what differs from run to run: instants, numbers, ids of objects. */
export interface NightState {
  readonly pulls: readonly string[]
  readonly issues: readonly string[]
  readonly branches: readonly string[]
  readonly account: readonly string[]
  /** By file: which events the record has, in order. */
  readonly record: readonly string[]
}

/** Reads it from the forge and the account themselves. */
export function nightState(scene: ForgeScene): NightState {
  const git = new Git(scene.forge.directory(REPOSITORY))
  const repository = repositoryOf(scene)
  const main = repository.refs.get('refs/heads/main') ?? ''
  const ours = [...repository.refs].filter(([ref]) => ref.startsWith('refs/heads/grantbook/'))
  return {
    pulls: [...repository.pulls.values()]
      .map(({ headRef, merged, number }) => {
        const issue = repository.issues.get(number)
        const said = issue?.comments.map(({ body }) => body) ?? []
        return masked([
          headRef,
          issue?.state,
          merged === null,
          issue?.title,
          issue?.body,
          issue?.labels.length,
          said
        ])
      })
      .toSorted(),
    issues: [...repository.issues.values()]
      .flatMap(({ body, number, state, title }) =>
        repository.pulls.has(number) ? [] : [masked([title, state, body])]
      )
      .toSorted(),
    branches: ours.map(([ref, head]) => masked([ref, filesOf(git, main, head)])).toSorted(),
    account: accountOf(scene),
    record: recordOf(git, repository.refs.get('refs/heads/evidence') ?? '')
  }
}

function repositoryOf({ forge }: ForgeScene): Repository {
  const found = [...forge.state.repositories.values()].find(({ name }) => name === 'access')
  if (!found) throw new Error('no repository')
  return found
}

function masked(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/gu, 'T')
    .replaceAll(/#\d+|\/(?:pull|issues)\/\d+/gu, '#N')
    .replaceAll(/[0-9a-f]{40}/gu, 'ID')
}

/** Texts of what a commit has differently from main. */
function filesOf(git: Git, main: string, head: string): readonly unknown[] {
  return git
    .diff(git.mergeBase(main, head), head)
    .map(({ path }) => [path, git.file(head, path)?.toString('utf8') ?? null])
}

function accountOf({ sandbox }: ForgeScene): readonly string[] {
  const { groups, policies, roles, users } = sandbox.snapshot(ACCOUNT)
  return [
    ...users.map(({ attached, groups: member, inline, keys, login, name }) =>
      JSON.stringify([name, inline, attached, member, keys.length, login !== null])
    ),
    ...roles.map(({ attached, inline, name, trust }) => JSON.stringify([name, inline, attached, trust])),
    ...groups.map(({ attached, inline, name }) => JSON.stringify([name, inline, attached])),
    ...policies.map(({ arn, versions }) => JSON.stringify([arn, versions.map(({ document }) => document)]))
  ]
}

/** What is told once more by a run that tries again says nothing new. */
const AGAIN = new Set(['failed', 'started', 'saved'])

function recordOf(git: Git, head: string): readonly string[] {
  const folder = git.at(head, 'events')
  const read = (tree: string, below: string): readonly string[] =>
    (git.tree(tree) ?? []).flatMap(({ id, mode, name }) => {
      if (mode === '040000') return read(id, `${below}${name}/`)
      const lines = (git.blob(id)?.toString('utf8') ?? '').split('\n').filter(Boolean)
      const events = lines.map((line, at) => toldAs(JSON.parse(line) as Told, lines.slice(0, at)))
      return [`${below}${name}: ${events.filter((event) => !AGAIN.has(event)).join(' ')}`]
    })
  return folder === null ? [] : read(folder.id, '')
}

interface Told {
  readonly event: string
  readonly observed?: boolean
}

/** What a killed run extended and couldn't say is found done: the next one says that it is issued, as observed. */
function toldAs({ event, observed }: Told, before: readonly string[]): string {
  const wasIssued = before.some((line) => (JSON.parse(line) as Told).event === 'issued')
  return event === 'issued' && observed === true && wasIssued ? 'extended' : event
}
