import type { GitHub } from '../../../../src/io/github/github.ts'
import { openGitHub } from '../../../../src/io/github/open.ts'
import type { Author } from '../../../../src/io/github/propose/author.ts'
import { openDesk, type Desk } from '../../../../src/io/github/propose/desk.ts'
import type { OwnPull } from '../../../../src/io/github/propose/own-pulls.ts'
import type { Base, Proposal } from '../../../../src/io/github/propose/proposal.ts'
import type { Repository } from '../../../../src/sandbox/forge/state-repository.ts'
import { REPOSITORY, type ForgeScene, type Moment, type Patch } from '../../../support/forge-scene.ts'

export const APP: Author = { kind: 'app', slug: 'grantbook-acme' }
export const BRANCH = 'grantbook/expired/aws-prod/billing-read'
export const FILE = 'grants/systems/aws-prod/billing-read/alice.yaml'
export const OTHER = 'grants/systems/aws-prod/billing-read/bob.yaml'

/** What some files of main hold at the beginning, beside the book. */
export const FILES = { [FILE]: 'reason: first\n', [OTHER]: 'reason: other\n', 'notes/a.txt': 'a\n' }

/** One request that reached the forge: `pulls/create`, with `!` before what isn't a read. */
export function callsOf(scene: ForgeScene): readonly string[] {
  return scene.sandbox
    .calls()
    .filter(({ service }) => service === 'forge')
    .map(({ operation, kind }) => (kind === 'read' ? operation : `!${operation}`))
}

/** GitHub as somebody reaches it; after `lives` calls the process is dead, and no call reaches anything. */
export function githubOf(scene: ForgeScene, who = 'grantbook-acme', lives = Infinity): GitHub {
  const github = openGitHub(
    { ...scene.environment(), GITHUB_TOKEN: scene.token(who) },
    {
      clock: () => scene.sandbox.clock.now(),
      sleep: (ms) => passing(scene, ms),
      random: () => 0.5,
      signal: new AbortController().signal,
      log: () => {}
    }
  )
  let left = lives
  github.octokit.hook.wrap('request', (request, options) => {
    if (left < 1) throw new Error('the process is dead')
    left--
    return request(options)
  })
  return github
}

/** Nothing sleeps: the forge's clock goes on instead. */
function passing(scene: ForgeScene, ms: number): Promise<void> {
  scene.sandbox.clock.set(scene.sandbox.clock.now() + Math.ceil(ms / 1000) * 1000)
  return Promise.resolve()
}

/** The App's desk in a scene, or a person's. */
export function deskOf(
  scene: ForgeScene,
  {
    by = APP,
    lives,
    known
  }: { readonly by?: Author; readonly lives?: number; readonly known?: readonly OwnPull[] } = {}
): Desk {
  return openDesk({
    github: githubOf(scene, by.kind === 'app' ? by.slug : by.login, lives),
    root: scene.root,
    by,
    ...(known ? { known } : {})
  })
}

const fetched = new Set<string>()

/** Main of the forge, with its commit in the clone; what else the forge has isn't fetched. */
export async function baseOf(scene: ForgeScene): Promise<Base> {
  const tip = headOf(scene, 'main') ?? ''
  const key = `${scene.root} ${tip}`
  if (!fetched.has(key)) await scene.git('frank', 'fetch', '-q', 'origin', 'main')
  fetched.add(key)
  return { branch: 'main', tip }
}

/** Where a branch of the forge stands; null: there is none. */
export function headOf(scene: ForgeScene, branch = BRANCH): string | null {
  return repositoryOf(scene).refs.get(`refs/heads/${branch}`) ?? null
}

/** The repository as the forge holds it. */
export function repositoryOf(scene: ForgeScene): Repository {
  const [repository] = scene.forge.state.repositories.values()
  if (!repository) throw new RangeError('the scene has no repository')
  return repository
}

/** Deletes one file and changes another. */
export async function proposalOf(scene: ForgeScene, over: Partial<Proposal> = {}): Promise<Proposal> {
  return {
    branch: BRANCH,
    title: 'Remove what ended in aws-prod/billing-read',
    body: 'One grant ended.',
    message: 'Remove what ended\n\nGrantbook-Requester: alice',
    files: [{ path: FILE, text: null }],
    base: await baseOf(scene),
    reopen: true,
    ...over
  }
}

/** Pull requests of the forge as plain values. */
export async function pullsOf(scene: ForgeScene): Promise<readonly PullSeen[]> {
  const { value } = await scene.call('frank', 'GET', `/repos/${REPOSITORY}/pulls?state=all&direction=asc`)
  return value as PullSeen[]
}

export interface PullSeen {
  readonly number: number
  readonly state: 'open' | 'closed'
  readonly title: string
  readonly body: string
  readonly head: { readonly ref: string; readonly sha: string }
  readonly labels: readonly { readonly name: string }[]
}

/** The files that a branch of the forge has differently from main: `D path`. */
export async function changesOf(scene: ForgeScene, branch = BRANCH): Promise<readonly string[]> {
  const text = await gitOf(scene, 'diff', '--name-status', '--no-renames', `main...${branch}`)
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => line.replace('\t', ' '))
}

/** git in the forge's own repository. */
export function gitOf(scene: ForgeScene, ...args: readonly string[]): Promise<string> {
  return scene.git('frank', '-C', scene.forge.directory(REPOSITORY), ...args)
}

/** Everything on the forge as it was; the clone only gains objects. */
export function putBack(scene: ForgeScene, { forge, now }: Moment): void {
  scene.sandbox.observe(null)
  scene.forge.restore(forge)
  scene.sandbox.clock.set(now)
  scene.sandbox.clearCalls()
}

/** Somebody pushes one more commit onto a branch of ours; returns it. */
export async function pushOnto(
  scene: ForgeScene,
  who: string,
  files: Patch,
  branch = BRANCH
): Promise<string> {
  await scene.git(who, 'fetch', '-q', 'origin', `+refs/heads/${branch}:refs/heads/theirs`)
  await scene.git(who, 'checkout', '-q', '--force', '--detach', 'theirs')
  scene.write(files)
  const head = await scene.commit(who, 'Change it by hand')
  await scene.git(who, 'push', '-q', 'origin', `HEAD:refs/heads/${branch}`)
  await scene.git(who, 'update-ref', '-d', 'refs/heads/theirs')
  return head
}
