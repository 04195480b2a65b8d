import { InternalError } from '../book/errors.ts'
import { WORKFLOWS } from '../generated/shipped.js'
import { PRIVILEGED, WORKFLOW_NAMES, type WorkflowName } from './workflow-names.ts'

/** The Grantbook action that a repository uses: `acme/grantbook@<full commit>`, and the version for people. */
export interface Tool {
  readonly uses: string
  readonly version: string
}

/** The commit that stands where nobody has named one yet. No such commit exists: the workflow fails and says so. */
export const NO_COMMIT = '0'.repeat(40)

/** The step of the shipped workflows that runs what was checked out: this repository's own form. */
const OWN_STEP = /^( *- uses: )\.\/ #.*$/gmu
/** The same step as `init` writes it. */
const USED_STEP = /^( *- uses: )[A-Za-z0-9-]+\/[A-Za-z0-9._-]+@[0-9a-f]{40} # grantbook \S+$/gmu
const OWN_SUFFIX =
  './ # zizmor: ignore[self-repository] what was checked out above, which is the default branch'

/** Workflows for a repository that holds the book and runs everything, by path. */
export function ownWorkflows(tool: Tool): ReadonlyMap<string, string> {
  return new Map(WORKFLOW_NAMES.map((name) => [pathOf(name), withTool(WORKFLOWS[name], tool)]))
}

/** Workflows for a book whose privileged half runs elsewhere: feedback on pull requests alone. */
export function feedbackWorkflows(tool: Tool): ReadonlyMap<string, string> {
  const name: WorkflowName = 'pull-request.yml'
  return new Map([[pathOf(name), withTool(WORKFLOWS[name], tool)]])
}

/**
 * The privileged workflows for a runner repository that governs `repository` (`owner/name`). Nothing in the book's own
 * repository can start them, so they look by themselves every few minutes; `repository_dispatch` may make it sooner.
 */
export function runnerWorkflows(tool: Tool, repository: string): ReadonlyMap<string, string> {
  return new Map(
    PRIVILEGED.map((name) => [pathOf(name), forRunner(name, withTool(WORKFLOWS[name], tool), repository)])
  )
}

/** A workflow's text as this version ships it, whichever commit of the action it uses; for telling what was altered. */
export function asShipped(text: string): string {
  return text.replace(USED_STEP, `$1${OWN_SUFFIX}`)
}

/**
 * A workflow of a runner repository in this repository's own form, so that it can be compared with what is shipped.
 * Anything that isn't exactly what {@link runnerWorkflows} wrote stays as it is, and so differs.
 */
export function asOwn(name: WorkflowName, text: string, repository: string): string {
  const used = /^ *- uses: ([A-Za-z0-9-]+\/[A-Za-z0-9._-]+@[0-9a-f]{40}) # grantbook (\S+)$/mu.exec(text)
  const [, uses = '', version = ''] = used ?? []
  const shipped = runnerWorkflows({ uses, version }, repository).get(pathOf(name))
  return text === shipped ? WORKFLOWS[name] : text
}

/** Where a workflow stands in a repository. */
export function pathOf(name: WorkflowName): string {
  return `.github/workflows/${name}`
}

function withTool(text: string, { uses, version }: Tool): string {
  return text.replace(OWN_STEP, (_, indent: string) => `${indent}${uses} # grantbook ${version}`)
}

/** What sets the workflows off in a runner repository. */
const TRIGGERS: Readonly<Partial<Record<WorkflowName, string>>> = {
  'verdict.yml': triggers('3-59/5'),
  'apply.yml': triggers('1-59/10')
}

function triggers(minutes: string): string {
  return `on:
  schedule:
    - cron: "${minutes} * * * *"
  repository_dispatch:
    types: [grantbook]
  workflow_dispatch:
`
}

function forRunner(name: WorkflowName, text: string, repository: string): string {
  const [owner = '', repo = ''] = repository.split('/')
  const on = TRIGGERS[name]
  const begun = on === undefined ? text : text.replace(/^on:\n(?: .*\n)+/mu, on)
  return replaced(begun, [
    [
      '          private-key: ${{ secrets.GRANTBOOK_APP_KEY }}\n',
      `          owner: ${owner}\n          repositories: ${repo}\n`
    ],
    ['          persist-credentials: false\n', `          repository: ${repository}\n`]
  ]).replaceAll('GRANTBOOK_REPOSITORY: ${{ github.repository }}', `GRANTBOOK_REPOSITORY: ${repository}`)
}

/** Puts `after` behind each `line`, which must be there. */
function replaced(text: string, pairs: readonly (readonly [string, string])[]): string {
  let all = text
  for (const [line, after] of pairs) {
    if (!all.includes(line)) throw new InternalError(`A shipped workflow has no line "${line.trim()}"`)
    all = all.replaceAll(line, line + after)
  }
  return all
}
