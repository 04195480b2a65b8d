import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { UsageError } from '../../book/errors.ts'
import type { Instant } from '../../book/instant.ts'
import { gitEnv } from './git/environment.ts'
import { Git } from './git/git.ts'
import type { Repository } from './state-repository.ts'

// Pushes become loose objects, which this process reads by itself; nothing is ever thrown away, so that a snapshot's
// objects stay. `allowAnySHA1InWant`: GitHub lets commits be fetched by their ids.
const CONFIG = `[core]
	repositoryformatversion = 0
	bare = true
	logAllRefUpdates = false
	fsync = none
[gc]
	auto = 0
[maintenance]
	auto = false
[http]
	receivepack = true
[fetch]
	unpackLimit = 100000
[receive]
	unpackLimit = 100000
	autogc = false
	denyDeleteCurrent = refuse
	advertiseAtomic = true
	advertisePushOptions = true
	hideRefs = refs/pull
[uploadpack]
	allowAnySHA1InWant = true
	allowFilter = true
	hideRefs = refs/internal
[transfer]
	fsckObjects = false
`

/** The folder in which all bare repositories of one forge lie; it goes when the forge is closed. */
export class Disk {
  readonly root: string
  readonly #gits = new Map<number, Git>()
  #views = 0

  constructor() {
    this.root = mkdtempSync(join(tmpdir(), 'grantbook-forge-'))
  }

  /** The git directory of a repository. */
  git(repository: Pick<Repository, 'id'>): Git {
    const known = this.#gits.get(repository.id)
    if (known) return known
    const made = new Git(join(this.root, `${repository.id}.git`))
    this.#gits.set(repository.id, made)
    return made
  }

  /** Makes the git directory of a repository, and fills it from a folder. A fork has all objects of its parent's network. */
  create(
    repository: Repository,
    from: string | null,
    by: { name: string; email: string },
    now: Instant
  ): void {
    const git = this.git(repository)
    mkdirSync(join(git.dir, 'hooks'), { recursive: true })
    if (repository.parent === null) mkdirSync(join(git.dir, 'objects'), { recursive: true })
    else symlinkSync(join(this.git({ id: repository.parent }).dir, 'objects'), join(git.dir, 'objects'))
    this.#write(git, repository)
    if (from === null) return
    if (!existsSync(from) || !statSync(from).isDirectory())
      throw new UsageError(
        `The world’s repository ${repository.name} is to come from ${from}, which is not a folder.`
      )
    if (isRepository(from)) copyRepository(git, repository, from)
    else copyFiles(git, repository, from, by, now)
    git.refs.write(repository.refs)
  }

  /** The name of a folder in which a repository's refs stand as they once did; its objects are the same. */
  view(repository: Repository): string {
    this.#views += 1
    const name = `${repository.id}-view-${this.#views}.git`
    const git = new Git(join(this.root, name))
    mkdirSync(git.dir)
    symlinkSync(join(this.git(repository).dir, 'objects'), join(git.dir, 'objects'))
    this.#write(git, repository)
    return name
  }

  /** Takes everything away. */
  remove(): void {
    rmSync(this.root, { recursive: true, force: true })
  }

  #write(git: Git, repository: Repository): void {
    writeFileSync(join(git.dir, 'config'), CONFIG)
    writeFileSync(join(git.dir, 'HEAD'), `ref: refs/heads/${repository.defaultBranch}\n`)
    git.refs.write(repository.refs)
  }
}

function isRepository(folder: string): boolean {
  return (
    existsSync(join(folder, '.git')) ||
    (existsSync(join(folder, 'HEAD')) && existsSync(join(folder, 'objects')))
  )
}

function copyRepository(git: Git, repository: Repository, from: string): void {
  const source = resolve(from)
  run(git.dir, [
    'fetch',
    '--quiet',
    '--no-auto-gc',
    source,
    '+refs/heads/*:refs/heads/*',
    '+refs/tags/*:refs/tags/*'
  ])
  const listing = run(git.dir, ['for-each-ref', '--format=%(objectname) %(refname)'])
  for (const [, id = '', ref = ''] of listing.matchAll(/^([0-9a-f]{40}) (.+)$/gmu))
    repository.refs.set(ref, id)
}

function copyFiles(
  git: Git,
  repository: Repository,
  from: string,
  by: { name: string; email: string },
  now: Instant
): void {
  const index = join(git.dir, 'first-index')
  const env = { GIT_WORK_TREE: resolve(from), GIT_INDEX_FILE: index }
  run(git.dir, ['add', '--all', '.'], env, from)
  const tree = run(git.dir, ['write-tree'], env).trim()
  rmSync(index, { force: true })
  const who = { ...by, at: now }
  const commit = git.writeCommit({
    tree,
    parents: [],
    author: who,
    committer: who,
    message: 'Initial commit\n'
  })
  repository.refs.set(`refs/heads/${repository.defaultBranch}`, commit)
}

function run(dir: string, args: readonly string[], env: Record<string, string> = {}, cwd?: string): string {
  const done = spawnSync('git', ['--git-dir', dir, ...args], {
    env: gitEnv(env),
    maxBuffer: 1 << 30,
    ...(cwd === undefined ? {} : { cwd })
  })
  if (done.status !== 0)
    throw new UsageError(
      `git ${args[0] ?? ''} failed while the sandbox was built: ${done.stderr.toString().trim()}`
    )
  return done.stdout.toString('utf8')
}
