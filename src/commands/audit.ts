import { UnableError, UsageError } from '../book/errors.ts'
import { Auditor } from '../evidence/audit/auditor.ts'
import type { AuditProblem } from '../evidence/audit/codes.ts'
import { MainLine } from '../evidence/audit/main-line.ts'
import { readPublicKey } from '../evidence/sshsig.ts'
import { readMainLine } from '../io/git/audit-main.ts'
import { comesFrom, evidenceHead, mainTip } from '../io/git/audit-refs.ts'
import { requireRepository } from '../io/git/revision.ts'
import { walkForAudit } from '../io/git/audit-walk.ts'
import { mainOf } from '../io/git/evidence-main.ts'
import { compareWithGitHub } from '../io/github/audit-records.ts'
import { openGitHub } from '../io/github/open.ts'
import { renderAuditJson } from '../render/audit-json.ts'
import { renderAuditText } from '../render/audit-text.ts'
import type { Anchor, AuditView } from '../render/audit-view.ts'
import { logLine } from '../render/escape.ts'
import type { CommandModule, Common, Io } from './command.ts'
import { CORES } from './connectors.ts'
import { knownHeads, type KnownHead } from './steps/known-heads.ts'

/** `grantbook audit`: verifies the whole record from a clone. Writes nothing anywhere. */
export const command: CommandModule = {
  formats: ['text', 'json'],
  example: 'npx grantbook audit --head 3f786850e387550fdab836ed7e6dc881de23001b',
  describe: (c) => {
    c.option('--evidence <ref>', 'the branch to audit; otherwise the fetched one, else this repository’s own')
      .option('--signer <key>', 'the key that signed the first commit, from outside: "ssh-ed25519 AAAA…"')
      .option('--head <sha>', 'a head of the branch that was noted elsewhere: the branch must contain it')
  },
  run: async (_args, options, common, io) => {
    const view = await audit(options, common, io)
    io.out(common.format === 'json' ? renderAuditJson(view) : renderAuditText(view))
    return view.count === 0 ? 0 : 1
  }
}

async function audit(options: Readonly<Record<string, unknown>>, common: Common, io: Io): Promise<AuditView> {
  const { root } = common
  await requireRepository(root)
  const signer = signerFrom(options['signer'])
  const noted = headFrom(options['head'])
  const [head, tip] = [await evidenceHead(root, text(options['evidence'])), await mainTip(root)]
  const main = tip === null ? new MainLine() : await readMainLine(root, tip)
  const auditor = new Auditor({ signer, main, connector: (name) => CORES.get(name) ?? null })
  if (head === null)
    return { ...withProblems(auditor, [NO_EVIDENCE]), head, anchor: { state: 'none' }, github: OFFLINE }
  const told = progress(common, io)
  for await (const step of walkForAudit(root, head, mainOf(root, tip ?? head, signer !== null), told.tell))
    auditor.step(step)
  told.end()
  const asked = await askGitHub(auditor, tip, common, io)
  const { anchor, problems } = await anchorOf(root, head, noted, asked.heads)
  return {
    ...withProblems(auditor, [...problems, ...asked.problems]),
    head,
    anchor,
    github: asked.said
  }
}

const OFFLINE = 'GitHub was not asked: GITHUB_TOKEN and GITHUB_REPOSITORY are not both set.'

interface Asked {
  /** Heads of the branch that GitHub remembers; none too if nobody could be asked. */
  readonly heads: readonly KnownHead[]
  readonly problems: readonly AuditProblem[]
  readonly said: string
}

/** With a token: the newest anchor, and GitHub’s own records of every approved pull request. */
async function askGitHub(auditor: Auditor, tip: string | null, common: Common, io: Io): Promise<Asked> {
  const { environment } = io
  if (!environment['GITHUB_TOKEN'] || !environment['GITHUB_REPOSITORY'])
    return { heads: [], problems: [], said: OFFLINE }
  const { settings } = auditor
  if (tip === null || settings === null)
    return { heads: [], problems: [], said: 'GitHub was not asked: the approved settings can’t be read.' }
  const github = openGitHub(environment, {
    clock: io.clock,
    sleep: io.sleep,
    random: io.random,
    signal: io.signal,
    log: (line) => common.quiet || io.err(`${logLine(line)}\n`)
  })
  const compared = await compareWithGitHub(github, auditor.pulls)
  const told = [`${compared.compared} pull requests were compared with what GitHub lists today.`]
  for (const why of compared.unread) told.push(`Not compared: ${why}.`)
  let heads: readonly KnownHead[] = []
  try {
    heads = await knownHeads(github, common.root, { tip, recorded: settings, own: null })
    if (heads.every(({ check }) => check === null))
      told.push('No check run on main names a head of the branch.')
  } catch (error) {
    if (!(error instanceof UnableError)) throw error
    told.push(error.message)
  }
  return { heads, problems: compared.problems, said: told.join(' ') }
}

const NO_EVIDENCE: AuditProblem = {
  code: 'no-evidence',
  file: null,
  line: null,
  commit: null,
  message:
    'There is no branch "evidence" here. Fetch it: git fetch origin evidence:refs/remotes/origin/evidence.'
}

function withProblems(
  auditor: Auditor,
  more: readonly AuditProblem[]
): Omit<AuditView, 'head' | 'anchor' | 'github'> {
  const audited = auditor.finish()
  return { ...audited, problems: [...audited.problems, ...more], count: audited.count + more.length }
}

/** The branch must contain every head that was noted outside it: the one that was given, and GitHub’s newest. */
async function anchorOf(
  root: string,
  head: string,
  given: string | null,
  heads: readonly KnownHead[]
): Promise<{ readonly anchor: Anchor; readonly problems: readonly AuditProblem[] }> {
  const noted = [
    ...(given === null ? [] : [{ id: given, source: 'as given by --head' }]),
    // Check runs first: they are what people can look up.
    ...heads.toSorted((a, b) => Number(a.check === null) - Number(b.check === null))
  ]
  const problems: AuditProblem[] = []
  for (const { id, source } of noted) {
    if (await comesFrom(root, head, id)) continue
    const message = `The branch stands at ${head}, which doesn’t contain ${id}, ${source}: its end was cut off, it was rewritten, or this clone is older. Fetch it again; if that commit is nowhere, look for a clone that has it.`
    problems.push({ code: 'head-missing', file: null, line: null, commit: null, message })
  }
  const [first] = noted
  if (!first) return { anchor: { state: 'none' }, problems }
  return problems.length > 0
    ? { anchor: { state: 'broken' }, problems }
    : { anchor: { state: 'contained', head: first.id, source: first.source }, problems }
}

function signerFrom(value: unknown): string | null {
  const given = text(value)
  if (given === null) return null
  const key = readPublicKey(given)
  if (key === null)
    throw new UsageError('--signer must be an Ed25519 key as settings name it: "ssh-ed25519 AAAA…".')
  return key
}

function headFrom(value: unknown): string | null {
  const given = text(value)
  if (given !== null && !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(given))
    throw new UsageError('--head must be the whole id of a commit: 40 (or 64) of 0-9 and a-f.')
  return given
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** One line that is written over, on a terminal; nothing elsewhere. */
function progress({ quiet }: Common, io: Io) {
  const shown = io.terminal.err && !quiet
  let last = 0
  return {
    tell: ({ done, all }: { readonly done: number; readonly all: number }) => {
      const share = Math.floor((done / all) * 100)
      if (!shown || share === last) return
      last = share
      io.err(`\rauditing ${done} of ${all} commits (${share} %)`)
    },
    end: () => {
      if (shown && last > 0) io.err('\r\u{1b}[K')
    }
  }
}
