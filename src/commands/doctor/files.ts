import { UnableError } from '../../book/errors.ts'
import type { DoctorFacts, Known, OddFile } from '../../doctor/facts.ts'
import { CHANGE_ME } from '../../init/answers.ts'
import { pathOf } from '../../init/workflows.ts'
import { PRIVILEGED, WORKFLOW_NAMES, type WorkflowName } from '../../init/workflow-names.ts'
import { runGit, tryGit } from '../../io/git/run.ts'
import { readText } from '../../io/github/doctor-settings.ts'
import type { GitHub } from '../../io/github/github.ts'

/** Whether a commit has the privileged workflows itself: then there is no runner repository. */
export async function hasPrivileged(root: string, commit: string): Promise<boolean> {
  const texts = await Promise.all(PRIVILEGED.map((name) => textAt(root, commit, pathOf(name))))
  return texts.some((text) => text !== null)
}

/**
 * The text of each shipped workflow where it must stand. In a runner repository they are as `init --runner` writes them,
 * which is told by the same text except for what sets them off and whom they govern: `restore` takes that back.
 */
export async function workflowTexts(
  root: string,
  commit: string,
  runner: GitHub | null,
  restore: (name: WorkflowName, text: string) => string
): Promise<DoctorFacts['workflows']> {
  const texts = new Map<string, Known<string | null>>()
  for (const name of WORKFLOW_NAMES) {
    const path = pathOf(name)
    const elsewhere = runner !== null && PRIVILEGED.includes(name)
    if (runner !== null && name === 'review.yml') continue
    if (!elsewhere) {
      texts.set(path, { ok: true, value: await textAt(root, commit, path) })
      continue
    }
    const read = await readText(runner, path)
    const value = read.ok && read.value !== null ? restore(name, read.value) : null
    texts.set(path, read.ok ? { ok: true, value } : read)
  }
  return texts
}

async function textAt(root: string, commit: string, path: string): Promise<string | null> {
  const { status, stdout } = await tryGit(root, ['cat-file', 'blob', `${commit}:${path}`])
  return status === 0 ? stdout.toString('utf8') : null
}

/** Governed files and workflows that aren't plain ones. */
export async function oddFiles(root: string, commit: string): Promise<readonly OddFile[]> {
  const listing = await runGit(root, [
    'ls-tree',
    '-r',
    '-z',
    '--full-tree',
    commit,
    '--',
    'grants',
    '.github'
  ])
  return listing
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, mode, path] = /^(\d{6}) \S+ \S+\t(.*)$/su.exec(line) ?? []
      return mode === undefined || path === undefined || mode === '100644' ? [] : [{ path, mode }]
    })
}

/** Lines that `init` marked and nobody changed. Throws UnableError if git can't look. */
export async function placeholders(
  root: string,
  commit: string
): Promise<ReadonlyMap<string, readonly number[]>> {
  const args = [
    'grep',
    '-n',
    '-z',
    '-I',
    '--fixed-strings',
    '--full-name',
    '-e',
    CHANGE_ME,
    commit,
    '--',
    'grants'
  ]
  const { status, stdout, stderr } = await tryGit(root, args)
  if (status !== 0 && status !== 1) throw new UnableError(`git grep failed: ${stderr.split('\n')[0] ?? ''}`)
  const found = new Map<string, number[]>()
  for (const line of stdout.toString('utf8').split('\n')) {
    const [place = '', number = ''] = line.split('\0')
    const path = place.slice(commit.length + 1)
    if (path !== '' && /^\d+$/u.test(number)) found.set(path, [...(found.get(path) ?? []), Number(number)])
  }
  return found
}
