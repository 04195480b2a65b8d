import { createHash } from 'node:crypto'
import type { Book } from '../book/book.ts'
import { UsageError } from '../book/errors.ts'
import { logLine } from '../render/escape.ts'
import type { RenewDocument } from '../render/output/renew.ts'
import { renewBody, renewTitle, type Renewed } from '../render/propose/renew.ts'
import type { CommandModule, Common, ExitStatus, Io } from './command.ts'
import { judgeProposed } from './steps/propose/judge-proposed.ts'
import { openOne } from './steps/propose/open-one.ts'
import { namedFiles, renewalOf, subjectIn, type NamedFile, type Renewal } from './steps/propose/renewal.ts'
import { openStand, type Stand } from './steps/propose/stand.ts'
import { tellFindings, tellOpened, tellRefused, type OpenedDocument } from './steps/propose/tell.ts'

/** `grantbook renew FILE…`: opens one pull request that moves the end of grants, or re-attests workloads. */
export const command: CommandModule = {
  formats: ['text', 'json'],
  example: 'npx grantbook renew grants/systems/aws-prod/billing-read/alice.yaml --expires 14d',
  describe: (c) => {
    c.argument('<file...>', 'files of grants, expired ones too, and of workloads to be re-attested').option(
      '--expires <end>',
      'a day, an instant, or how long from now: 8h, 14d'
    )
  },
  run: async (args, options, common, io) => {
    const expires = options['expires']
    if (typeof expires !== 'string' || expires === '')
      throw new UsageError('--expires is missing: until when, such as --expires 14d or --expires 2026-12-14.')
    const stand = await openStand(common, io)
    try {
      return await renew(stand, namedFiles(args, stand, io.cwd), expires, common, io)
    } finally {
      stand.source.close()
    }
  }
}

function document(told: OpenedDocument): RenewDocument {
  return told
}

async function renew(
  stand: Stand,
  files: readonly NamedFile[],
  expires: string,
  common: Common,
  io: Io
): Promise<ExitStatus> {
  const renewals: Exclude<Renewal, { readonly refused: string }>[] = []
  for (const file of files) {
    const renewal = await renewalOf(stand, file, expires)
    if ('refused' in renewal) return tellRefused(renewal.refused, common, io, document)
    renewals.push(renewal)
    if (renewal.removedBy !== null && !common.quiet)
      io.err(
        `note: ${logLine(`${renewal.path} was removed by ${renewal.removedBy.slice(0, 12)}; it is put back as it was, with the new end.`)}\n`
      )
  }
  const subjects = [...new Set(files.map(subjectIn))]
  const { report, after } = await judgeProposed(stand, renewals, subjects)
  if (tellFindings(report, common, io))
    return tellRefused('No pull request was opened: see the errors.', common, io, document)
  const renewed: Renewed[] = []
  for (const renewal of renewals) {
    const words = wordsOf(after, renewal.path)
    if (words) renewed.push({ ...renewal, ...words })
    else return tellRefused(`${renewal.path} is not valid: ${MEND}.`, common, io, document)
  }
  const title = renewTitle(renewed)
  const opened = await openOne(stand, {
    branch: branchOf(files),
    title,
    body: renewBody(renewed, stand.me, stand.now),
    message: title,
    files: renewals.map(({ path, text }) => ({ path, text }))
  })
  return tellOpened(opened, stand, common, io, document)
}

const MEND = 'have it mended first, grantbook validate says what is wrong'

/** What is said of a file that is renewed; null: it isn't valid. */
function wordsOf(book: Book, path: string): Pick<Renewed, 'kind' | 'who' | 'what' | 'reason'> | null {
  const grant = book.grants.get(path)
  const glass = grant?.kind === 'emergency' ? ' (break-glass)' : ''
  if (grant) return { kind: 'grant', who: grant.subject, what: `${grant.name}${glass}`, reason: grant.reason }
  const workload = [...book.workloads.values()].find((one) => one.path === path)
  return workload
    ? { kind: 'workload', who: workload.id, what: 'the workload itself', reason: workload.data.purpose }
    : null
}

/** The same for the same files: of one by what it names, of several by a digest of their paths. */
function branchOf(files: readonly NamedFile[]): string {
  const [only, ...others] = files
  if (only && others.length === 0) {
    if (only.identity.kind === 'workload') return `renew/workload/${only.identity.id}`
    const { kind, system, entitlement, subject } = only.identity
    return `renew/${kind === 'emergency' ? 'emergency/' : ''}${system}/${entitlement}/${subject}`
  }
  const paths = files.map(({ path }) => path).toSorted()
  return `renew/several/${createHash('sha256').update(paths.join('\n')).digest('hex').slice(0, 12)}`
}
