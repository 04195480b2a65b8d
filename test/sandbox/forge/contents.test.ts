import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { HERE, refusal, Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await Stage.start()
})
beforeEach(() => stage.reset())
afterAll(() => stage.close())

const GITHUB = { name: 'GitHub', email: 'noreply@github.com' }
const put = (by: string, more: object = {}) =>
  stage.kit(by).repos.createOrUpdateFileContents({
    ...HERE,
    path: 'grants/new.yaml',
    branch: 'main',
    message: 'New',
    content: 'aGk=',
    ...more
  })

describe('a commit through the API', () => {
  test('by an App is GitHub’s own, and Verified', async () => {
    const bot = [...stage.forge.state.accounts.values()].find(({ login }) => login === 'grantbook-acme[bot]')
    const { data } = await put('grantbook-acme')
    expect(data.commit).toMatchObject({
      author: {
        name: 'grantbook-acme[bot]',
        email: `${bot?.id}+grantbook-acme[bot]@users.noreply.github.com`
      },
      committer: GITHUB,
      verification: { verified: true, reason: 'valid' }
    })
  })

  test('by an App that names somebody else is not', async () => {
    const { data } = await put('grantbook-acme', { author: { name: 'Olga', email: 'olga@acme.example' } })
    expect(data.commit).toMatchObject({
      author: { name: 'Olga', email: 'olga@acme.example' },
      committer: { name: 'grantbook-acme[bot]' },
      verification: { verified: false, reason: 'unsigned' }
    })
  })

  test('by a user is his, and unsigned', async () => {
    const { data } = await put('bob-acme')
    expect(data.commit).toMatchObject({
      author: { email: 'bob@acme.example' },
      committer: { email: 'bob@acme.example' },
      verification: { verified: false }
    })
  })

  test('from a tree, commit by commit', async () => {
    const kit = stage.kit('grantbook-acme')
    const main = stage.tip('main')
    const { data: tree } = await kit.git.createTree({
      ...HERE,
      base_tree: main,
      tree: [
        { path: 'grants/deep/er/b.yaml', mode: '100644', type: 'blob', content: 'b\n' },
        { path: 'grants/a.yaml', mode: '100644', type: 'blob', sha: null }
      ]
    })
    const { data: commit } = await kit.git.createCommit({
      ...HERE,
      message: 'M',
      tree: tree.sha,
      parents: [main]
    })
    expect(commit).toMatchObject({ committer: GITHUB, verification: { verified: true } })
    await kit.git.updateRef({ ...HERE, ref: 'heads/main', sha: commit.sha })
    const { data } = await kit.git.getTree({ ...HERE, tree_sha: 'main', recursive: '1' })
    expect(data.tree.map(({ mode, path, type }) => [mode, type, path])).toEqual([
      ['100644', 'blob', 'README.md'],
      ['040000', 'tree', 'grants'],
      ['040000', 'tree', 'grants/deep'],
      ['040000', 'tree', 'grants/deep/er'],
      ['100644', 'blob', 'grants/deep/er/b.yaml']
    ])
    // git itself finds nothing wrong with what was written.
    await stage.clone()
    expect((await stage.git('-C', 'clone', 'fsck', '--strict')).status).toBe(0)
  })
})

describe('a commit through the API is refused', () => {
  test.each<[string, object, number, string]>([
    [
      'without the id of what it replaces',
      { path: 'grants/a.yaml' },
      422,
      'Invalid request.\n\n"sha" wasn\'t supplied.'
    ],
    [
      'with another id',
      { path: 'grants/a.yaml', sha: '0'.repeat(40) },
      409,
      `grants/a.yaml does not match ${'0'.repeat(40)}`
    ],
    ['into .git', { path: '.git/config' }, 422, 'path contains a malformed path component'],
    ['upward', { path: 'grants/../../x' }, 422, 'path contains a malformed path component'],
    ['on a branch that isn’t there', { branch: 'nope' }, 404, 'Branch nope not found'],
    ['of what isn’t Base64', { content: '{}' }, 422, 'content is not valid Base64']
  ])('%s', async (_what, more, status, message) => {
    const before = stage.tip('main')
    expect(await refusal(put('bob-acme', more))).toEqual({ status, message })
    expect(stage.tip('main')).toBe(before)
  })
})

test.each([
  ['refs/pull/1/head', 422],
  ['refs/heads', 422],
  ['refs/heads/a..b', 422],
  ['refs/heads/a b', 422],
  ['refs/heads/.hidden', 422],
  ['refs/heads/x.lock', 422],
  ['refs/heads/main/below', 422],
  ['refs/heads/../../config', 422],
  ['refs/heads/main', 422]
])('no ref %j can be made', async (ref, status) => {
  const call = stage.kit('bob-acme').git.createRef({ ...HERE, ref, sha: stage.tip('main') })
  expect(await refusal(call)).toMatchObject({ status })
  expect([...stage.repository.refs.keys()]).toEqual(['refs/heads/main'])
})
