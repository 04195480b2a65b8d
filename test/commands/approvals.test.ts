import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { approvalsOutput } from '../../src/render/output/approvals.ts'
import type { ForgeSnapshot } from '../../src/sandbox/forge/hub.ts'
import { grant, grantPath, type Files } from '../support/book.ts'
import { BOOK, Scene } from './approvals-scene.ts'

let scene: Scene
let begin: ForgeSnapshot
const GRANT = grantPath('billing-read', 'bob')
const FILES: Files = { [GRANT]: grant('2026-12-31') }

beforeAll(async () => {
  scene = await Scene.start()
  begin = scene.forge.snapshot()
})
beforeEach(() => {
  scene.forge.restore(begin)
})
afterEach(() => scene.sandbox.setFaults([]))
afterAll(() => scene.stop())

function parse(out: string) {
  return approvalsOutput.parse(JSON.parse(out))
}

describe('the command line', () => {
  it.each([
    [['approvals'], '--pull takes the number of a pull request: grantbook approvals --pull 12.'],
    [['approvals', '--pull', '0'], '--pull takes the number of a pull request, not "0"'],
    [['approvals', '--pull', '1e3'], '--pull takes the number of a pull request, not "1e3"'],
    [['approvals', '--pull', '1', 'x'], 'too many arguments'],
    [['approvals', '--pull', '1', '--format', 'sarif'], 'Unknown format "sarif"']
  ])('%o is usage', async (args, message) => {
    const ran = await scene.run(args)
    expect([ran.status, ran.out]).toEqual([2, ''])
    expect(ran.err).toContain(message)
  })

  it.each([
    ['GITHUB_REPOSITORY', 'GITHUB_REPOSITORY is not set'],
    ['GITHUB_TOKEN', 'GITHUB_TOKEN is not set']
  ])('without %s says so', async (name, message) => {
    const ran = await scene.run(['approvals', '--pull', '1'], { [name]: '' })
    expect([ran.status, ran.out]).toEqual([2, ''])
    expect(ran.err).toContain(message)
  })

  it('a number that is an issue’s, or nobody’s, is no pull request', async () => {
    const issue = await scene.api('alice-acme', 'POST', '/repos/acme/access/issues', { title: 'A question' })
    for (const number of [Number(issue['number']), 999]) {
      const ran = await scene.approvals(number, '--format', 'json')
      expect([ran.status, ran.out]).toEqual([2, ''])
      expect(ran.err).toContain(`pull request #${number} can’t be read on GitHub`)
    }
  })
})

describe('without evidence', () => {
  it('a request waits for its owners, by name, and then is approved', async () => {
    const { number } = await scene.request(FILES)
    const waiting = await scene.approvals(number, '--format', 'json')
    expect(waiting.status).toBe(1)
    expect(waiting.err).toContain('This repository has no evidence yet')
    expect(parse(waiting.out)).toMatchObject({
      ok: false,
      pull: number,
      head: scene.rev('HEAD'),
      base: scene.rev('main'),
      state: 'missing',
      paths: [
        {
          path: GRANT,
          blob: scene.rev(`HEAD:${GRANT}`),
          state: 'missing',
          approvals: [],
          missing: [{ from: ['@acme/billing'], count: 1, could: ['carol', 'dave'] }]
        }
      ]
    })
    scene.wait(60)
    const review = await scene.review(number, 'carol-acme')
    const ran = await scene.approvals(number, '--format', 'json')
    expect(ran.status).toBe(0)
    expect(JSON.parse(ran.out)).toEqual({
      format: 1,
      ok: true,
      pull: number,
      head: scene.rev('HEAD'),
      base: scene.rev('main'),
      state: 'approved',
      why: null,
      paths: [
        {
          path: GRANT,
          blob: scene.rev(`HEAD:${GRANT}`),
          state: 'approved',
          approvals: [
            {
              login: 'carol-acme',
              person: 'carol',
              as: '@acme/billing',
              review,
              commit: scene.rev('HEAD'),
              at: '2026-11-20T09:01:00Z'
            }
          ],
          missing: []
        }
      ]
    })
  })

  it('tells people the same in words', async () => {
    const { number } = await scene.request(FILES, 'alice-acme', 'Give ::error::bob <b>access</b>\u001b[31m')
    const waiting = await scene.approvals(number)
    expect(waiting.status).toBe(1)
    expect(waiting.out).toContain(`missing ${GRANT}`)
    expect(waiting.out).toContain('could     carol, dave')
    expect(waiting.out).not.toContain('\u001b')
    await scene.review(number, 'dave-acme')
    const ran = await scene.approvals(number)
    expect(ran.status).toBe(0)
    expect(ran.out).toContain('approved  dave (@dave-acme) as @acme/billing')
    const markdown = await scene.approvals(number, '--format', 'markdown')
    expect(markdown.out).toContain('## Approved')
    expect(markdown.out).toContain(`| \`${GRANT}\` | approved | dave as \`@acme/billing\` |`)
    expect(markdown.out).not.toContain('<b>')
  })

  it('writes nothing', async () => {
    const { number } = await scene.request(FILES)
    scene.sandbox.clearCalls()
    await scene.approvals(number)
    expect(scene.sandbox.calls().filter(({ kind }) => kind === 'write')).toEqual([])
  })
})

describe('who doesn’t count', () => {
  it.each([
    ['the requester', 'bob-acme', 'alice-acme', 'bob-acme'],
    ['somebody invited', 'alice-acme', 'bob-acme', 'bob-acme'],
    ['somebody of another team', 'alice-acme', 'gina-acme', 'gina-acme'],
    ['somebody without a file', 'alice-acme', 'evan-acme', 'evan-acme'],
    ['a bot', 'alice-acme', 'robot-acme', 'robot-acme']
  ])('%s', async (_, author, reviewer) => {
    const { number } = await scene.request(FILES, author)
    if (author !== reviewer) await scene.review(number, reviewer)
    const ran = await scene.approvals(number, '--format', 'json')
    expect([ran.status, parse(ran.out).state]).toEqual([1, 'missing'])
    expect(parse(ran.out).paths[0]?.approvals).toEqual([])
  })

  it('who pushed, even onto another’s request', async () => {
    const { number, branch } = await scene.request(FILES)
    scene.wait(60)
    scene.clone.commit({ ...FILES, [GRANT]: grant('2027-01-31') })
    await scene.push(branch, 'dave-acme', '--force')
    scene.wait(60)
    await scene.review(number, 'dave-acme')
    const found = parse((await scene.approvals(number, '--format', 'json')).out)
    expect(found.state).not.toBe('approved')
    expect(found.paths.flatMap(({ approvals }) => approvals)).toEqual([])
  })

  it('whoever took over a renamed account’s old name', async () => {
    const { number } = await scene.request(FILES)
    const carol = [...scene.forge.state.accounts.values()].find(({ login }) => login === 'carol-acme')
    const evan = [...scene.forge.state.accounts.values()].find(({ login }) => login === 'evan-acme')
    if (!carol || !evan) throw new Error('no such accounts')
    const tokens = { carol: scene.forge.token('carol-acme'), evan: scene.forge.token('evan-acme') }
    carol.login = 'carol-new'
    evan.login = 'carol-acme'
    expect(scene.forge.token('carol-acme')).toBe(tokens.evan)
    await scene.review(number, 'carol-acme')
    expect(parse((await scene.approvals(number, '--format', 'json')).out).state).toBe('missing')
    await scene.review(number, 'carol-new')
    const ran = await scene.approvals(number, '--format', 'json')
    expect(parse(ran.out).paths[0]?.approvals).toMatchObject([{ login: 'carol-new', person: 'carol' }])
  })

  it('an approval after which something else was pushed', async () => {
    const { number, branch } = await scene.request(FILES)
    await scene.review(number, 'carol-acme')
    expect((await scene.approvals(number)).status).toBe(0)
    scene.wait(60)
    scene.clone.write({})
    scene.clone.git('checkout', '-q', 'HEAD', '--', '.')
    scene.clone.commit({ ...FILES, [GRANT]: grant('2027-03-31') })
    await scene.push(branch, 'alice-acme')
    expect((await scene.approvals(number)).status).toBe(1)
  })
})

describe('a review of a commit', () => {
  const stamped = (number: number, commit: string): void => {
    const [repository] = [...scene.forge.state.repositories.values()]
    const review = repository?.pulls.get(number)?.reviews[0]
    if (!review) throw new Error('no such review')
    review.commit = commit
  }

  it('that nobody has any more doesn’t count, and stops nothing else', async () => {
    const { number } = await scene.request(FILES)
    await scene.review(number, 'carol-acme')
    stamped(number, 'f'.repeat(40))
    const ran = await scene.approvals(number, '--format', 'json')
    expect([ran.status, parse(ran.out).state]).toEqual([1, 'missing'])
    await scene.review(number, 'dave-acme')
    expect((await scene.approvals(number)).status).toBe(0)
  })

  it('of other content doesn’t count, whoever wrote its id there', async () => {
    const { number } = await scene.request(FILES)
    await scene.review(number, 'carol-acme')
    stamped(number, scene.rev('main'))
    expect((await scene.approvals(number)).status).toBe(1)
  })
})

describe('calls', () => {
  const many = (count: number): Files =>
    Object.fromEntries(
      Array.from({ length: count }, (_, n) => [grantPath('billing-read', `person-${n}`), grant('2026-12-31')])
    )

  async function counted(count: number, reviewed: boolean): Promise<readonly string[]> {
    const { number } = await scene.request(many(count))
    if (reviewed) await scene.review(number, 'carol-acme')
    scene.sandbox.clearCalls()
    const ran = await scene.approvals(number, '--format', 'json')
    expect(parse(ran.out).paths).toHaveLength(count)
    return scene.calls().filter((operation) => !operation.startsWith('git-'))
  }

  it('are as many for 200 grants as for one', async () => {
    const one = await counted(1, true)
    expect(await counted(200, true)).toEqual(one)
    expect(one.toSorted()).toEqual([
      'checks/list-for-ref',
      'issues/list-events-for-timeline',
      'pulls/get',
      'pulls/get',
      'pulls/get',
      'pulls/list-reviews',
      'repos/get-branch',
      // Of the branch, of the default branch, and of the record.
      'repos/list-activities',
      'repos/list-activities',
      'repos/list-activities',
      'teams/check-permissions-for-repo-in-org',
      'teams/get-membership-for-user-in-org'
    ])
    const missing = await counted(1, false)
    expect(await counted(200, false)).toEqual(missing)
    expect(missing).toContain('teams/list-members-in-org')
  })
})

describe('bad weather', () => {
  const OPERATIONS = [
    'pulls/get',
    'pulls/list-reviews',
    'issues/list-events-for-timeline',
    'repos/list-activities',
    'repos/get-branch',
    'teams/check-permissions-for-repo-in-org',
    'teams/get-membership-for-user-in-org'
  ] as const

  it('never makes approved what isn’t, nor hides that something could not be read', async () => {
    const { number } = await scene.request(FILES)
    await scene.review(number, 'carol-acme')
    for (const [index, operation] of OPERATIONS.entries()) {
      const kind = index % 2 === 0 ? 'denied' : 'drop-before'
      scene.sandbox.setFaults([{ service: 'forge', operation, kind, times: 100 }])
      const ran = await scene.approvals(number, '--format', 'json')
      expect([operation, ran.status === 1 || ran.status === 2]).toEqual([operation, true])
      expect(ran.out === '' ? 'refused' : parse(ran.out).state).toBe('refused')
      expect(ran.err + ran.out).not.toContain(scene.forge.token('grantbook-acme'))
    }
    scene.sandbox.setFaults([])
    expect((await scene.approvals(number)).status).toBe(0)
  })

  it('that passes is waited out', async () => {
    const { number } = await scene.request(FILES)
    await scene.review(number, 'carol-acme')
    for (const kind of ['throttle', 'short'] as const) {
      scene.sandbox.setFaults([{ service: 'forge', operation: 'pulls/list-reviews', kind, times: 1 }])
      expect([kind, (await scene.approvals(number)).status]).toEqual([kind, 0])
    }
  })
})

describe('with evidence', () => {
  it('the approved tree is what counts, and what was merged is shown as it was judged', async () => {
    const begun = await scene.run(['genesis', '--by', 'gina'])
    expect([begun.err, begun.status]).toEqual(['', 0])
    const { number, branch } = await scene.request(FILES)
    scene.wait(60)
    await scene.review(number, 'carol-acme')
    const ran = await scene.approvals(number, '--format', 'json')
    expect([ran.err, ran.status]).toEqual(['', 0])
    scene.wait(60)
    for (const method of ['merge', 'squash', 'rebase']) {
      const before = scene.forge.snapshot()
      const merge = `/repos/acme/access/pulls/${number}/merge`
      await scene.api('carol-acme', 'PUT', merge, { merge_method: method })
      await scene.api('alice-acme', 'DELETE', `/repos/acme/access/git/refs/heads/${branch}`)
      const landed = parse((await scene.approvals(number, '--format', 'json')).out)
      expect([method, landed.state, landed.paths.map(({ approvals }) => approvals.length)]).toEqual([
        method,
        'approved',
        [1]
      ])
      scene.forge.restore(before)
    }
  })

  it('a direct push to main gives nobody a say', async () => {
    await scene.run(['genesis', '--by', 'gina'])
    const { number } = await scene.request(FILES)
    scene.clone.git('checkout', '-q', '-B', 'pushed', 'main')
    const evan = (BOOK['grants/people/alice.yaml'] ?? '').replaceAll('alice', 'evan').replace('201', '206')
    scene.clone.commit({ ...BOOK, 'grants/people/evan.yaml': evan })
    await scene.push('main', 'gina-acme')
    await scene.review(number, 'evan-acme')
    expect(parse((await scene.approvals(number, '--format', 'json')).out).state).toBe('missing')
  })

  it('a branch that is gone, or isn’t signed, stops everything', async () => {
    await scene.run(['genesis', '--by', 'gina'])
    const { number } = await scene.request(FILES)
    await scene.review(number, 'carol-acme')
    await scene.push('evidence', 'gina-acme', '--force')
    const forged = await scene.approvals(number, '--format', 'json')
    expect([forged.status, forged.out]).toEqual([1, ''])
    await scene.api('gina-acme', 'DELETE', '/repos/acme/access/git/refs/heads/evidence')
    const gone = await scene.approvals(number, '--format', 'json')
    expect([gone.status, gone.out]).toEqual([1, ''])
  })

  it('a record that was cut off is noticed, whatever main says of our App', async () => {
    await scene.run(['genesis', '--by', 'gina'])
    const { number } = await scene.request(FILES)
    await scene.review(number, 'carol-acme')
    // The anchor names a head that the branch doesn't lead to: as if later commits had been taken off it.
    await scene.api('grantbook-acme', 'POST', '/repos/acme/access/check-runs', {
      name: 'grantbook evidence',
      head_sha: scene.rev('main'),
      status: 'completed',
      conclusion: 'neutral',
      external_id: 'e'.repeat(40)
    })
    scene.clone.git('checkout', '-q', '-B', 'pushed', 'main')
    const settings = (BOOK['grants/grantbook.yaml'] ?? '').replace('app: grantbook-acme', 'app: other-app')
    scene.clone.commit({ ...BOOK, 'grants/grantbook.yaml': settings })
    await scene.push('main', 'gina-acme')
    const ran = await scene.approvals(number, '--format', 'json')
    expect([ran.status, ran.out]).toEqual([1, ''])
    expect(ran.err).toContain('e'.repeat(40))
  })
})
