import { rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { AT, HERE, refusal, Stage, WORLD } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await Stage.start({
    ...WORLD,
    repositories: [
      { name: 'access', from: 'book', write: ['finance'] },
      { name: 'access', owner: 'eve', fork: 'acme/access' }
    ]
  })
})
beforeEach(() => stage.reset())
afterAll(() => stage.close())

const events = (number: number) =>
  (stage.repository.issues.get(number)?.timeline ?? []).map(({ event }) => event)
const get = async (number: number) =>
  (await stage.kit('alice-acme').pulls.get({ ...HERE, pull_number: number })).data

describe('opening', () => {
  test('says whence, whither and what', async () => {
    const head = await stage.branch('request')
    const number = await stage.pull('request')
    const pull = await get(number)
    expect(pull).toMatchObject({
      number: 1,
      state: 'open',
      merged: false,
      mergeable: true,
      mergeable_state: 'clean',
      commits: 1,
      changed_files: 1,
      additions: 1,
      deletions: 0,
      user: { login: 'alice-acme', id: 583_231, type: 'User' },
      head: { ref: 'request', sha: head, label: 'acme:request', repo: { full_name: 'acme/access' } },
      base: { ref: 'main', sha: stage.tip('main'), repo: { default_branch: 'main' } },
      created_at: '2026-11-20T09:00:00Z'
    })
    expect(stage.repository.refs.get('refs/pull/1/head')).toBe(head)
  })

  test.each([
    ['no such head', 'nope', 'main', 422],
    ['no such base', 'request', 'nope', 422],
    ['nothing new', 'main', 'main', 422]
  ])('%s is refused', async (_why, head, base, status) => {
    await stage.branch('request')
    const call = stage.kit('alice-acme').pulls.create({ ...HERE, head, base, title: 'T' })
    expect(await refusal(call)).toMatchObject({ status, message: 'Validation Failed' })
    expect(stage.repository.pulls.size).toBe(0)
  })

  test('a second one of the same branch is refused until the first is closed', async () => {
    const number = await stage.pull('request')
    const kit = stage.kit('alice-acme')
    expect(
      await refusal(kit.pulls.create({ ...HERE, head: 'request', base: 'main', title: 'T' }))
    ).toMatchObject({ status: 422 })
    await kit.pulls.update({ ...HERE, pull_number: number, state: 'closed' })
    expect((await kit.pulls.create({ ...HERE, head: 'request', base: 'main', title: 'T' })).data.number).toBe(
      2
    )
  })

  test('from a fork, whose objects the repository has', async () => {
    stage.repository.collaborators.set(666, 'read')
    const eve = stage.kit('eve')
    await eve.repos.createOrUpdateFileContents({
      owner: 'eve',
      repo: 'access',
      path: 'grants/e.yaml',
      message: 'E',
      content: 'ZQ=='
    })
    const { data } = await eve.pulls.create({ ...HERE, head: 'eve:main', base: 'main', title: 'Mine' })
    expect(data).toMatchObject({
      head: { label: 'eve:main', repo: { full_name: 'eve/access', fork: true } },
      mergeable: true
    })
    await stage.clone()
    await stage.inClone('fetch', '-q', 'origin', `refs/pull/${data.number}/head`)
    expect(await stage.inClone('show', 'FETCH_HEAD:grants/e.yaml')).toBe('e')
    // Who may not write to the base may not merge into it.
    expect(await refusal(eve.pulls.merge({ ...HERE, pull_number: data.number }))).toMatchObject({
      status: 403
    })
  })
})

describe('changing', () => {
  test('another base is told in the timeline', async () => {
    await stage.branch('other')
    const number = await stage.pull('request')
    stage.sandbox.clock.set(AT + 60_000)
    const kit = stage.kit('bob-acme')
    const { data } = await kit.pulls.update({ ...HERE, pull_number: number, base: 'other', title: 'New' })
    expect(data).toMatchObject({ title: 'New', base: { ref: 'other', sha: stage.tip('other') } })
    const timeline = stage.repository.issues.get(number)?.timeline ?? []
    expect(timeline.map(({ actor, at, event }) => [event, actor, at])).toEqual([
      ['renamed', 101, AT + 60_000],
      ['base_ref_changed', 101, AT + 60_000]
    ])
  })

  test('a push moves the head; a deleted branch closes; a branch that came back may be reopened', async () => {
    const number = await stage.pull('request')
    const head = await stage.branch('request', 'grants/more.yaml')
    expect((await get(number)).head.sha).toBe(head)
    const kit = stage.kit('alice-acme')
    await kit.git.deleteRef({ ...HERE, ref: 'heads/request' })
    expect(await get(number)).toMatchObject({ state: 'closed', merged: false, head: { sha: head } })
    expect(await refusal(kit.pulls.update({ ...HERE, pull_number: number, state: 'open' }))).toMatchObject({
      status: 422
    })
    await kit.git.createRef({ ...HERE, ref: 'refs/heads/request', sha: head })
    await kit.pulls.update({ ...HERE, pull_number: number, state: 'open' })
    expect(events(number)).toEqual(['head_ref_deleted', 'closed', 'head_ref_restored', 'reopened'])
  })

  test('a force push is told in the timeline', async () => {
    const number = await stage.pull('request')
    const other = await stage.branch('other')
    await stage.kit('bob-acme').git.updateRef({ ...HERE, ref: 'heads/request', sha: other, force: true })
    expect((await get(number)).head.sha).toBe(other)
    expect(events(number)).toEqual(['head_ref_force_pushed'])
  })

  test('only the author and who may write change one', async () => {
    const number = await stage.pull('request')
    const call = stage.kit('reader').pulls.update({ ...HERE, pull_number: number, title: 'Mine' })
    expect(await refusal(call)).toEqual({ status: 403, message: 'Resource not accessible by integration' })
    expect(await refusal(stage.kit('eve').pulls.get({ ...HERE, pull_number: number }))).toMatchObject({
      status: 404
    })
  })
})

describe('merging', () => {
  const merge = (number: number, method: 'merge' | 'squash' | 'rebase', by = 'bob-acme') =>
    stage.kit(by).pulls.merge({ ...HERE, pull_number: number, merge_method: method })
  const associated = async (sha: string): Promise<number[]> => {
    const { data } = await stage
      .kit('carol-acme')
      .repos.listPullRequestsAssociatedWithCommit({ ...HERE, commit_sha: sha })
    return data.map(({ number }) => number)
  }
  const commit = async (sha: string) =>
    (await stage.kit('carol-acme').repos.getCommit({ ...HERE, ref: sha })).data

  test('by a merge commit', async () => {
    const before = stage.tip('main')
    const number = await stage.pull('request')
    const head = stage.tip('request')
    await merge(number, 'merge')
    const tip = await commit(stage.tip('main'))
    expect(tip).toMatchObject({
      parents: [{ sha: before }, { sha: head }],
      author: { login: 'bob-acme' },
      commit: {
        message: 'Merge pull request #1 from acme/request\n\nRequest request',
        committer: { name: 'GitHub', email: 'noreply@github.com' },
        verification: { verified: true, reason: 'valid' }
      }
    })
    expect(await get(number)).toMatchObject({
      state: 'closed',
      merged: true,
      merged_by: { login: 'bob-acme' },
      merge_commit_sha: tip.sha,
      merged_at: '2026-11-20T09:00:00Z',
      commits: 1,
      changed_files: 1
    })
    expect([await associated(tip.sha), await associated(head), await associated(before)]).toEqual([
      [1],
      [1],
      []
    ])
    expect(events(number)).toEqual(['merged', 'closed'])
    expect(stage.repository.activity.at(-1)).toMatchObject({
      type: 'pr_merge',
      ref: 'refs/heads/main',
      before,
      after: tip.sha,
      actor: 101
    })
  })

  test('by a squash', async () => {
    const before = stage.tip('main')
    const number = await stage.pull('request')
    await stage.branch('request', 'grants/more.yaml', 'more\n', 'bob-acme')
    const head = stage.tip('request')
    await merge(number, 'squash')
    const tip = await commit(stage.tip('main'))
    expect(tip).toMatchObject({
      parents: [{ sha: before }],
      author: { login: 'alice-acme' },
      commit: {
        message:
          'Request request (#1)\n\n* Add grants/request.yaml\n\n* Add grants/more.yaml\n\nCo-authored-by: bob-acme <bob@acme.example>'
      }
    })
    expect([await associated(tip.sha), await associated(head)]).toEqual([[1], [1]])
    expect((tip.files ?? []).map(({ filename }) => filename)).toEqual([
      'grants/more.yaml',
      'grants/request.yaml'
    ])
  })

  test('by a rebase', async () => {
    const number = await stage.pull('request')
    await stage.branch('request', 'grants/more.yaml')
    await stage.branch('main', 'grants/meanwhile.yaml')
    const base = stage.tip('main')
    await merge(number, 'rebase')
    const tip = await commit(stage.tip('main'))
    const first = await commit(tip.parents[0]?.sha ?? '')
    expect(first.parents.map(({ sha }) => sha)).toEqual([base])
    expect([tip.commit.message, first.commit.message]).toEqual([
      'Add grants/more.yaml',
      'Add grants/request.yaml'
    ])
    expect(tip.committer).toMatchObject({ login: 'bob-acme' })
    expect([await associated(tip.sha), await associated(first.sha)]).toEqual([[1], [1]])
  })

  test('two pull requests at once both land whole', async () => {
    const [one, two] = [await stage.pull('one'), await stage.pull('two')]
    await Promise.all([merge(one, 'merge'), merge(two, 'merge', 'carol-acme')])
    const { data } = await stage.kit('alice-acme').repos.getContent({ ...HERE, path: 'grants' })
    expect(Array.isArray(data) && data.map(({ name }) => name)).toEqual(['a.yaml', 'one.yaml', 'two.yaml'])
  })

  test.each([
    ['a draft', 405, 'Pull Request is still a draft'],
    ['another head than was seen', 409, 'Head branch was modified. Review and try the merge again.'],
    ['a conflict', 405, 'Pull Request is not mergeable'],
    ['a closed one', 405, 'Pull Request is not mergeable']
  ])('%s is refused', async (what, status, message) => {
    await stage.branch('request', 'grants/a.yaml', 'a: 2\n').catch(() => undefined)
    const kit = stage.kit('alice-acme')
    const { data } = await kit.repos.getContent({ ...HERE, path: 'grants/a.yaml' })
    const sha = Array.isArray(data) ? '' : data.sha
    const put = (branch: string, content: string) =>
      kit.repos.createOrUpdateFileContents({
        ...HERE,
        path: 'grants/a.yaml',
        branch,
        sha,
        message: 'A',
        content
      })
    await put('request', 'YQ==')
    const draft = what === 'a draft'
    const { data: pull } = await kit.pulls.create({
      ...HERE,
      head: 'request',
      base: 'main',
      title: 'T',
      draft
    })
    if (what === 'a conflict') await put('main', 'Yg==')
    if (what === 'a closed one')
      await kit.pulls.update({ ...HERE, pull_number: pull.number, state: 'closed' })
    const before = stage.tip('main')
    const expected = what === 'another head than was seen' ? { sha: before } : {}
    const call = kit.pulls.merge({ ...HERE, pull_number: pull.number, ...expected })
    expect(await refusal(call)).toEqual({ status, message })
    expect(stage.tip('main')).toBe(before)
  })

  test('a method that the repository doesn’t allow is refused', async () => {
    const number = await stage.pull('request')
    stage.repository.merging.squash = false
    expect(await refusal(merge(number, 'squash'))).toEqual({
      status: 405,
      message: 'Squash merges are not allowed on this repository.'
    })
  })

  test('by a push of a hand-made merge', async () => {
    const number = await stage.pull('request')
    await stage.clone('carol-acme')
    const before = stage.tip('main')
    await stage.inClone('merge', '-q', '--no-ff', '-m', 'By hand', 'origin/request')
    await stage.inClone('push', '-q', 'origin', 'HEAD:main')
    expect(await get(number)).toMatchObject({
      merged: true,
      merged_by: { login: 'carol-acme' },
      merge_commit_sha: stage.tip('main')
    })
    expect(await associated(stage.tip('main'))).toEqual([number])
    expect(stage.repository.activity.at(-1)).toMatchObject({ type: 'push', before, actor: 102 })
  })

  test('by a push of the head itself', async () => {
    const number = await stage.pull('request')
    await stage.branch('request', 'grants/more.yaml')
    await stage.clone('carol-acme')
    await stage.inClone('push', '-q', 'origin', 'origin/request:main')
    expect(await get(number)).toMatchObject({ merged: true, commits: 2, changed_files: 2 })
    expect(await associated(stage.tip('main'))).toEqual([number])
  })

  test('a plain push belongs to no pull request', async () => {
    await stage.pull('request')
    await stage.clone()
    const sha = await stage.commit('grants/direct.yaml', 'x\n')
    await stage.inClone('push', '-q', 'origin', 'HEAD:main')
    expect(await associated(sha)).toEqual([])
  })

  test('the branch goes after the merge where that is wished', async () => {
    stage.repository.merging.deleteBranch = true
    const number = await stage.pull('request')
    const head = stage.tip('request')
    await merge(number, 'squash')
    expect(stage.repository.refs.has('refs/heads/request')).toBe(false)
    expect(events(number)).toEqual(['merged', 'closed', 'head_ref_deleted'])
    await stage.clone()
    await stage.inClone('fetch', '-q', 'origin', head)
  })

  test('what was stacked on a branch that goes is led on, and the timeline tells', async () => {
    stage.repository.merging.deleteBranch = true
    const below = await stage.pull('below')
    const kit = stage.kit('alice-acme')
    await kit.git.createRef({ ...HERE, ref: 'refs/heads/above', sha: stage.tip('below') })
    const above = await stage.branch('above').then(() => stage.pull('above', 'alice-acme', 'below'))
    await merge(below, 'merge')
    expect(await get(above)).toMatchObject({
      state: 'open',
      base: { ref: 'main' },
      commits: 1,
      changed_files: 1
    })
    expect(events(above)).toEqual(['automatic_base_change_succeeded'])
  })

  test('a branch that is deleted by hand closes what was stacked on it', async () => {
    await stage.branch('below')
    const kit = stage.kit('alice-acme')
    await kit.git.createRef({ ...HERE, ref: 'refs/heads/above', sha: stage.tip('below') })
    const above = await stage.branch('above').then(() => stage.pull('above', 'alice-acme', 'below'))
    await kit.git.deleteRef({ ...HERE, ref: 'heads/below' })
    expect(await get(above)).toMatchObject({ state: 'closed', merged: false })
    expect(events(above)).toEqual(['base_ref_deleted', 'closed'])
  })

  test('a commit that isn’t on main yet belongs to the open pull requests that have it', async () => {
    const one = await stage.pull('one')
    await stage.kit('alice-acme').git.createRef({ ...HERE, ref: 'refs/heads/two', sha: stage.tip('one') })
    const head = stage.tip('one')
    const two = await stage.branch('two').then(() => stage.pull('two'))
    expect(await associated(head)).toEqual([one, two])
    expect(await associated(stage.tip('two'))).toEqual([two])
  })

  test('bringing a branch up to date merges the base into it', async () => {
    const number = await stage.pull('request')
    const kit = stage.kit('bob-acme')
    expect(await refusal(kit.pulls.updateBranch({ ...HERE, pull_number: number }))).toMatchObject({
      status: 422
    })
    const old = stage.tip('request')
    await stage.branch('main', 'grants/meanwhile.yaml')
    const { status } = await kit.pulls.updateBranch({ ...HERE, pull_number: number, expected_head_sha: old })
    expect(status).toBe(202)
    const pull = await get(number)
    expect(pull.head.sha).toBe(stage.tip('request'))
    expect(pull.changed_files).toBe(1)
    expect((await commit(pull.head.sha)).parents.map(({ sha }) => sha)).toEqual([old, stage.tip('main')])
  })
})

test('files are told as GitHub does: renamed, changed in kind, binary, with their hunks', async () => {
  await stage.clone()
  await stage.inClone('mv', 'README.md', 'READ.md')
  symlinkSync('READ.md', join(stage.folder, 'clone/grants/link'))
  rmSync(join(stage.folder, 'clone/grants/a.yaml'))
  symlinkSync('/etc/passwd', join(stage.folder, 'clone/grants/a.yaml'))
  writeFileSync(join(stage.folder, 'clone/binary'), Buffer.from([0, 1, 2, 0]))
  await stage.commit('grants/b.yaml', 'b: 1\n')
  await stage.inClone('push', '-q', 'origin', 'HEAD:kinds')
  const kit = stage.kit('alice-acme')
  const { data: pull } = await kit.pulls.create({ ...HERE, head: 'kinds', base: 'main', title: 'T' })
  const { data } = await kit.pulls.listFiles({ ...HERE, pull_number: pull.number })
  expect(
    data.map(({ additions, deletions, filename, patch, previous_filename: previous, status }) => [
      filename,
      status,
      additions,
      deletions,
      previous ?? null,
      patch ?? null
    ])
  ).toEqual([
    ['READ.md', 'renamed', 0, 0, 'README.md', null],
    ['binary', 'added', 0, 0, null, null],
    [
      'grants/a.yaml',
      'changed',
      1,
      1,
      null,
      '@@ -1 +0,0 @@\n-a: 1\n@@ -0,0 +1 @@\n+/etc/passwd\n\\ No newline at end of file'
    ],
    ['grants/b.yaml', 'added', 1, 0, null, '@@ -0,0 +1 @@\n+b: 1'],
    ['grants/link', 'added', 1, 0, null, '@@ -0,0 +1 @@\n+READ.md\n\\ No newline at end of file']
  ])
})

describe('listings stop where GitHub’s do', () => {
  test('250 commits, 3,000 files', async () => {
    await stage.clone()
    const script: string[] = []
    for (let n = 0; n < 260; n++) {
      script.push(`commit refs/heads/long`, `committer A <a@acme.example> ${AT / 1000} +0000`, 'data 1', 'x')
      if (n === 0) script.push(`from ${stage.tip('main')}`)
      const files = n === 259 ? 3010 : 1
      for (let file = 0; file < files; file++) script.push(`M 100644 inline many/${n}-${file}`, 'data 1', 'y')
    }
    writeFileSync(`${stage.folder}/stream`, `${script.join('\n')}\n`)
    await stage.inClone('-c', `alias.take=!git fast-import --quiet < ${stage.folder}/stream`, 'take')
    await stage.inClone('push', '-q', 'origin', 'long')
    const kit = stage.kit('alice-acme')
    const { data } = await kit.pulls.create({ ...HERE, head: 'long', base: 'main', title: 'Long' })
    expect(data).toMatchObject({ commits: 260, changed_files: 3269 })
    const commits = await kit.paginate(kit.pulls.listCommits, {
      ...HERE,
      pull_number: data.number,
      per_page: 100
    })
    const files = await kit.paginate(kit.pulls.listFiles, {
      ...HERE,
      pull_number: data.number,
      per_page: 100
    })
    expect([commits.length, files.length]).toEqual([250, 3000])
  })
})
