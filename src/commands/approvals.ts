import { UnableError, UsageError } from '../book/errors.ts'
import { fetchObjects } from '../io/git/remote.ts'
import { requireHistory } from '../io/git/pull-content.ts'
import type { GitHub, Reading } from '../io/github/github.ts'
import { findLanding, type Landing } from '../io/github/landed.ts'
import { readPull, type Pull } from '../io/github/pulls.ts'
import { readTip } from '../io/github/repository.ts'
import type { ApprovalsView } from '../render/approvals-view.ts'
import { mayColour } from './colour.ts'
import type { Common, CommandModule, Io } from './command.ts'
import { openApprovedSource } from './steps/approved-source.ts'
import { openGoverned } from './steps/github.ts'
import { provePull } from './steps/prove.ts'

/** `grantbook approvals`: who approved a pull request as what, and what is missing from whom. Only reads. */
export const command: CommandModule = {
  formats: ['text', 'json', 'markdown'],
  example: 'npx grantbook approvals --pull 12',
  describe: (c) => {
    c.option('--pull <n>', 'number of the pull request')
  },
  run: async (_, options, common, io) => {
    const number = readPullNumber(options['pull'])
    const view = await approvals(openGoverned(common, io), number, common)
    if (view.warning !== null && common.format === 'json' && !common.quiet) io.err(`${view.warning}\n`)
    io.out(await render(view, common, io))
    return view.verdict.state === 'approved' ? 0 : 1
  }
}

/** The number in `--pull`. Throws UsageError. */
export function readPullNumber(value: unknown): number {
  if (typeof value === 'string' && /^[1-9]\d{0,8}$/u.test(value)) return Number(value)
  const given = typeof value === 'string' ? `, not "${value}"` : ''
  throw new UsageError(`--pull takes the number of a pull request${given}: grantbook approvals --pull 12.`)
}

async function approvals(github: GitHub, number: number, { root, now }: Common): Promise<ApprovalsView> {
  await requireHistory(root)
  const pull = told(await readPull(github, number))
  const tip = told(await readTip(github, pull.defaultBranch))
  if ((await fetchObjects(root, github.remote, [tip])).size > 0)
    throw new UnableError(`git could not fetch ${tip}, the tip of the default branch.`)
  const landing = await landingOf(github, root, pull, tip)
  const merged = landing && { number, parent: landing.parent }
  const { source, unproved, evidence, warning } = await openApprovedSource(github, root, tip, merged)
  try {
    const base = { number, source, unproved, evidence, now, tip, names: true }
    const request = { ...base, ...(landing ? { landing } : {}) }
    const { verdict, facts } = told(await provePull(github, root, request))
    return { verdict, title: facts.title, warning }
  } finally {
    source.close()
  }
}

async function landingOf(github: GitHub, root: string, pull: Pull, tip: string): Promise<Landing | null> {
  if (pull.mergedAt === null || pull.into !== pull.defaultBranch) return null
  return told(await findLanding(github, root, pull, tip))
}

/** What was read. Throws UnableError if it wasn't: nothing can be said then. */
function told<T>(reading: Reading<T>): T {
  if (reading.ok) return reading.value
  const { what, why } = reading.gap
  throw new UnableError(`${what} can’t be read on GitHub: ${why}.`)
}

async function render(view: ApprovalsView, { format }: Common, io: Io): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../render/approvals-json.ts')).renderApprovalsJson(view)
    case 'markdown':
      return (await import('../render/approvals-markdown.ts')).renderApprovalsMarkdown(view)
    default:
      return (await import('../render/approvals-text.ts')).renderApprovalsText(view, mayColour(io))
  }
}
