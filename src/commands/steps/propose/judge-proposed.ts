import type { Book } from '../../../book/book.ts'
import type { Finding, Problem } from '../../../book/problem.ts'
import { secretProblems } from '../../../book/secret-problems.ts'
import { readYaml } from '../../../book/yaml/read.ts'
import { newProblems } from '../../../findings/differ.ts'
import { locate } from '../../../findings/locate.ts'
import { readReach } from '../../../findings/read-reach.ts'
import { standingDuties } from '../../../findings/standing-duties.ts'
import { keepObjects } from '../../../io/git/keep-objects.ts'
import { openChanged } from '../../../io/source.ts'
import { changeHistory, checkTree } from '../../check-tree.ts'
import { placed } from '../../placed.ts'
import { countFindings, type Report } from '../../../render/report.ts'
import { extentOf } from '../../../book/tree.ts'
import type { NewFile } from '../../../compose/grant-file.ts'
import { withGrants, type Stand } from './stand.ts'

/** What putting some files on the default branch would bring. */
export interface JudgedProposal {
  readonly report: Report
  /** Every governing file as it is then, and the grants of some subjects; the book as it is now, if none was asked for. */
  readonly after: Book
}

/**
 * Judges files as if they stood on the default branch's tip, by everything that `validate --base` judges by. Their texts
 * go into the clone's objects, where nothing leads to them; the working tree is neither read nor written. `subjects`: whose
 * grants the book afterwards shall hold; null: that book isn't needed. Throws UnableError.
 */
export async function judgeProposed(
  stand: Stand,
  files: readonly NewFile[],
  subjects: readonly string[] | null
): Promise<JudgedProposal> {
  const { root, now, source } = stand
  const secrets = files.flatMap(({ path, text }) => hiddenSecrets(path, text))
  if (secrets.length > 0) return { report: reportOf(secrets), after: stand.book }
  const ids = await keepObjects(
    root,
    files.map(({ text }) => text)
  )
  const changes = files.map(({ path }, index) => ({
    path,
    after: { path, mode: '100644', blob: ids[index] ?? null, size: null }
  }))
  const next = openChanged(root, source, changes)
  try {
    const paths = files.map(({ path }) => path)
    const added = new Set(paths)
    const sides = await readReach(source, next, paths)
    const history = await changeHistory(root, source.commit, sides.after.book, added, null)
    const judging = { now, approvedAt: null }
    const known = await checkTree(sides.before, { ...judging, changed: new Set(), history: null })
    const found = await checkTree(sides.after, { ...judging, changed: added, history })
    const problems: readonly Problem[] = [
      ...newProblems(known, found),
      ...standingDuties(known, found, added)
    ]
    const { findings, sources } = await placed(next, problems)
    const extent = extentOf(next.tree)
    const report = { findings, counts: countFindings(findings, extent.files, extent.grants), sources }
    const after = subjects === null ? stand.book : (await next.load(withGrants(next, subjects))).book
    return { report, after }
  } finally {
    next.close()
  }
}

/**
 * Everything in new files that looks like a secret: as it stands there, and in each value for itself, because an escape
 * before it (`\\t`) hides it from who reads the text. Such a file isn't written anywhere, nor shown.
 */
function hiddenSecrets(file: string, text: string): readonly Finding[] {
  const plain = secretProblems(file, ENCODER.encode(text))
  const { data } = readYaml(ENCODER.encode(text), LARGEST)
  const escaped = Object.entries(data ?? {}).flatMap(([key, value]): readonly Problem[] =>
    typeof value === 'string'
      ? secretProblems(file, ENCODER.encode(value)).map(({ at: _at, ...told }) => ({
          ...told,
          pointer: [key]
        }))
      : []
  )
  return locate(plain.length > 0 ? plain : escaped, () => text)
}

const ENCODER = new TextEncoder()
/** More than any file may have: sizes are judged elsewhere. */
const LARGEST = 1024 * 1024

function reportOf(findings: readonly Finding[]): Report {
  return { findings, counts: countFindings(findings, 0, 0), sources: () => null }
}
