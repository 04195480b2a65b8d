import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { gitEnv } from '../../../src/sandbox/forge/git/environment.ts'
import { Git } from '../../../src/sandbox/forge/git/git.ts'
import { beforePush, capabilitiesIn, listRefs } from '../../../src/sandbox/forge/git-refs.ts'
import { Stage } from './stage.ts'

let stage: Stage
let git: Git
beforeEach(async () => {
  stage = await Stage.start()
  git = new Git(stage.forge.directory('acme/access'))
})
afterEach(() => stage.close())

const line = (text: string): string => (text.length + 4).toString(16).padStart(4, '0') + text
const asking = (...options: readonly string[]): Buffer =>
  Buffer.from(
    `${line('command=ls-refs\n')}${line('agent=git/2.39.5')}${line('object-format=sha1')}0001${options.map((one) => line(`${one}\n`)).join('')}0000`
  )
const told = (args: readonly string[], input: Buffer, protocol = 'version=2'): Buffer =>
  spawnSync('git', [...args, git.dir], { input, env: gitEnv({ GIT_PROTOCOL: protocol }) }).stdout

/** A branch, a tag of a tag, a pull request and what nobody may see. */
function refs(): void {
  const { repository } = stage
  const tip = stage.tip('main')
  const tag = (name: string, object: string, type: string): string =>
    git.writeTag(`object ${object}\ntype ${type}\ntag ${name}\ntagger A <a@b> 0 +0000\n\nx\n`)
  const inner = tag('inner', tip, 'commit')
  git.refs.set(repository, 'refs/heads/zebra', tip)
  git.refs.set(repository, 'refs/heads/a/b', tip)
  git.refs.set(repository, 'refs/heads/ä', tip)
  git.refs.set(repository, 'refs/tags/plain', tip)
  git.refs.set(repository, 'refs/tags/twice', tag('twice', inner, 'tag'))
  git.refs.set(repository, 'refs/pull/1/head', tip)
  git.refs.set(repository, 'refs/pullers', tip)
  git.refs.set(repository, 'refs/internal/x', tip)
  // Some in one file, some in files of their own, one in both.
  git.refs.write(repository.refs)
  git.refs.set(repository, 'refs/heads/later', tip)
  git.refs.set(repository, 'refs/heads/zebra', git.commit(tip)?.parents[0] ?? tip)
}

describe('what is told of refs without git is what git would tell', () => {
  test.each([
    [[]],
    [['peel', 'symrefs', 'unborn', 'ref-prefix HEAD', 'ref-prefix refs/heads/', 'ref-prefix refs/tags/']],
    [['peel', 'ref-prefix refs/heads/main']],
    [['symrefs', 'ref-prefix HEAD']],
    [['ref-prefix refs/nothing']]
  ])('to a fetch: %j', (options) => {
    refs()
    const request = asking(...options)
    const real = told(['upload-pack', '--stateless-rpc'], request)
    expect(real.length).toBeGreaterThanOrEqual(4)
    expect(listRefs(git, request)?.toString()).toBe(real.toString())
  })

  test.each([[['peel', 'symrefs', 'unborn']], [['symrefs']]])(
    'where there is no default branch: %j',
    (options) => {
      git.refs.set(stage.repository, 'refs/heads/main', null)
      const request = asking(...options)
      const real = told(['upload-pack', '--stateless-rpc'], request)
      expect(listRefs(git, request)?.toString()).toBe(real.toString())
    }
  )

  test.each([
    ['with refs', refs],
    ['with none', () => git.refs.set(stage.repository, 'refs/heads/main', null)]
  ])('to a push, %s', (_, prepare) => {
    prepare()
    const real = told(['receive-pack', '--stateless-rpc', '--http-backend-info-refs'], Buffer.alloc(0))
    const whole = Buffer.concat([Buffer.from(`${line('# service=git-receive-pack\n')}0000`), real])
    const capabilities = capabilitiesIn(whole) ?? ''
    expect(capabilities).toContain('report-status')
    expect(beforePush(git, capabilities).toString()).toBe(whole.toString())
  })

  test.each([
    ['another command', Buffer.from(`${line('command=fetch\n')}00010000`)],
    ['an option of another time', asking('peel', 'surprise')],
    ['a broken line', Buffer.from('00ffcommand=ls-refs')],
    ['nothing', Buffer.alloc(0)]
  ])('and %s is left to git', (_, request) => {
    expect(listRefs(git, request)).toBeNull()
  })
})
