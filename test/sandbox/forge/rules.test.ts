import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ruleset } from '../../../src/sandbox/forge/state-repository.ts'
import { ACCESS, commitFile, openPull, putBack, refusal, startAcme, type Acme } from './acme.ts'

let acme: Acme

beforeAll(async () => {
  acme = await startAcme((world) => {
    const [access] = world.repositories
    delete access.protection
    access.maintain = ['frank-acme']
    access.rulesets = [
      {
        name: 'main',
        bypass: [{ actor: 'grantbook-acme', mode: 'always' }],
        rules: [
          { type: 'deletion' },
          { type: 'non_fast_forward' },
          {
            type: 'pull_request',
            parameters: {
              dismiss_stale_reviews_on_push: true,
              require_code_owner_review: false,
              require_last_push_approval: false,
              required_approving_review_count: 1,
              required_review_thread_resolution: false,
              allowed_merge_methods: ['merge']
            }
          }
        ]
      },
      { name: 'off', enforcement: 'disabled', include: ['~ALL'], rules: [{ type: 'update' }] },
      { name: 'tried', enforcement: 'evaluate', include: ['~ALL'], rules: [{ type: 'update' }] },
      {
        name: 'releases',
        include: ['refs/heads/release/**'],
        exclude: ['refs/heads/release/old'],
        rules: [{ type: 'creation' }, { type: 'deletion' }]
      }
    ]
  })
})
afterAll(async () => {
  await acme.sandbox.close()
})

const ruleset = (name: string): Ruleset => {
  const found = acme.repository().rulesets.find((one) => one.name === name)
  if (!found) throw new RangeError(`no ruleset ${name}`)
  return found
}
const main = { ...ACCESS, branch: 'main' }

describe('rulesets are told', () => {
  test('to readers without who may bypass them; to administrators whole', async () => {
    const get = async (name: string) =>
      (await acme.as(name).repos.getRepoRuleset({ ...ACCESS, ruleset_id: ruleset('main').id })).data
    const reader = await get('erin-acme')
    expect('bypass_actors' in reader).toBe(false)
    expect(reader.rules?.map(({ type }) => type)).toEqual(['deletion', 'non_fast_forward', 'pull_request'])
    expect(reader.current_user_can_bypass).toBe('never')
    expect('bypass_actors' in (await get('frank-acme'))).toBe(false)
    expect('bypass_actors' in (await get('reader'))).toBe(false)
    const bypass = [{ actor_id: 501, actor_type: 'Integration', bypass_mode: 'always' }]
    expect((await get('olga-acme')).bypass_actors).toEqual(bypass)
    const app = await get('grantbook-acme')
    expect([app.bypass_actors, app.current_user_can_bypass]).toEqual([bypass, 'always'])
  })

  test('an empty list of bypass actors is there: it says none, its absence says nothing', async () => {
    const { data } = await acme
      .as('olga-acme')
      .repos.getRepoRuleset({ ...ACCESS, ruleset_id: ruleset('releases').id })
    expect(data.bypass_actors).toEqual([])
  })

  test('for a branch: only active ones that match it', async () => {
    const types = async (branch: string) => {
      const { data } = await acme.as('erin-acme').repos.getBranchRules({ ...ACCESS, branch })
      return data.map(({ type }) => type)
    }
    expect(await types('main')).toEqual(['deletion', 'non_fast_forward', 'pull_request'])
    expect(await types('release/1/x')).toEqual(['creation', 'deletion'])
    expect(await types('release/old')).toEqual([])
    expect(await types('other')).toEqual([])
  })

  test('nobody but an administrator changes them', async () => {
    const one = { ...ACCESS, ruleset_id: ruleset('main').id }
    for (const name of ['frank-acme', 'carol-acme']) {
      expect(
        (await refusal(acme.as(name).repos.updateRepoRuleset({ ...one, enforcement: 'disabled' }))).status
      ).toBe(404)
      expect((await refusal(acme.as(name).repos.deleteRepoRuleset(one))).status).toBe(404)
    }
    const create = acme.as('reader').repos.createRepoRuleset({ ...ACCESS, name: 'x', enforcement: 'active' })
    expect((await refusal(create)).status).toBe(403)
  })
})

describe('rulesets are held', () => {
  test('against direct pushes, force pushes and deletion, administrators too', async () => {
    putBack(acme)
    for (const name of ['alice-acme', 'olga-acme']) {
      const { status, why } = await refusal(commitFile(acme.as(name), 'main', 'free/x', '1'))
      expect([status, why]).toEqual([
        409,
        expect.stringMatching(/Changes must be made through a pull request/u)
      ])
    }
    const tip = acme.repository().refs.get('refs/heads/main') ?? ''
    const olga = acme.as('olga-acme')
    const move = olga.git.updateRef({ ...ACCESS, ref: 'heads/main', sha: tip, force: true })
    await move
    expect((await refusal(olga.git.deleteRef({ ...ACCESS, ref: 'heads/main' }))).status).toBe(422)
    await commitFile(acme.as('grantbook-acme'), 'main', 'free/x', '1')
    const back = olga.git.updateRef({ ...ACCESS, ref: 'heads/main', sha: tip, force: true })
    expect((await refusal(back)).why).toMatch(/Cannot force-push/u)
  })

  test('against new branches that may not be made', async () => {
    putBack(acme)
    const sha = acme.repository().refs.get('refs/heads/main') ?? ''
    const make = (ref: string) => acme.as('alice-acme').git.createRef({ ...ACCESS, ref, sha })
    expect((await refusal(make('refs/heads/release/1'))).status).toBe(422)
    expect((await make('refs/heads/release/old')).status).toBe(201)
  })

  test('against merging without approval, by any method that isn’t allowed', async () => {
    putBack(acme)
    const pull = await openPull(acme.as('alice-acme'), 'request', { 'free/x': '1' })
    const one = { ...ACCESS, pull_number: pull.number }
    const merge = (name: string, method: 'merge' | 'squash' = 'merge') =>
      acme.as(name).pulls.merge({ ...one, merge_method: method })
    expect((await refusal(merge('olga-acme'))).status).toBe(405)
    await acme.as('carol-acme').pulls.createReview({ ...one, event: 'APPROVE' })
    expect((await refusal(merge('alice-acme', 'squash'))).why).toMatch(/squash/u)
    expect((await merge('alice-acme')).data.merged).toBe(true)
  })

  test('bypass by pull request alone opens the merge, not the push', async () => {
    putBack(acme)
    ruleset('main').bypass = [{ actor: null, type: 'OrganizationAdmin', mode: 'pull_request' }]
    const pull = await openPull(acme.as('alice-acme'), 'request', { 'free/x': '1' })
    expect((await refusal(commitFile(acme.as('olga-acme'), 'main', 'free/y', '1'))).status).toBe(409)
    expect(
      (await acme.as('olga-acme').pulls.merge({ ...ACCESS, pull_number: pull.number })).data.merged
    ).toBe(true)
  })

  test('a bypass shows in the rule suites; who is exempt leaves no trace', async () => {
    putBack(acme)
    const suites = async () =>
      (await acme.as('olga-acme').repos.getRepoRuleSuites({ ...ACCESS, ref: 'refs/heads/main' })).data.map(
        ({ actor_name, result }) => [actor_name, result]
      )
    expect(await suites()).toEqual([])
    await commitFile(acme.as('grantbook-acme'), 'main', 'free/x', '1')
    expect(await suites()).toEqual([['grantbook-acme[bot]', 'bypass']])
    ruleset('main').bypass = [{ actor: 501, type: 'Integration', mode: 'exempt' }]
    expect(await suites()).toEqual([])
    expect((await refusal(acme.as('alice-acme').repos.getRepoRuleSuites(ACCESS))).status).toBe(403)
    expect((await refusal(acme.as('reader').repos.getRepoRuleSuites(ACCESS))).status).toBe(403)
  })
})

describe('classic protection', () => {
  test('is told to administrators alone; 404 where there is none', async () => {
    expect(await refusal(acme.as('olga-acme').repos.getBranchProtection(main))).toEqual({
      status: 404,
      why: 'Branch not protected'
    })
    const nowhere = acme.as('olga-acme').repos.getBranchProtection({ ...ACCESS, branch: 'nowhere' })
    expect(await refusal(nowhere)).toEqual({ status: 404, why: 'Branch not found' })
    for (const name of ['alice-acme', 'frank-acme', 'reader']) {
      expect((await refusal(acme.as(name).repos.getBranchProtection(main))).status).toBe(403)
    }
    expect((await refusal(acme.as('grantbook-acme').repos.getBranchProtection(main))).status).toBe(404)
  })

  test('what is set is what is told and held, also against administrators', async () => {
    putBack(acme)
    acme.repository().rulesets.length = 0
    const olga = acme.as('olga-acme')
    await olga.repos.updateBranchProtection({
      ...main,
      required_status_checks: null,
      enforce_admins: false,
      required_pull_request_reviews: { required_approving_review_count: 1, require_code_owner_reviews: true },
      restrictions: null
    })
    const { data } = await olga.repos.getBranchProtection(main)
    expect(data.required_pull_request_reviews).toMatchObject({
      required_approving_review_count: 1,
      require_code_owner_reviews: true,
      dismiss_stale_reviews: false,
      require_last_push_approval: false
    })
    expect([data.required_status_checks, data.restrictions, data.enforce_admins?.enabled]).toEqual([
      undefined,
      undefined,
      false
    ])
    // Administrators pass, but not with a force push or a deletion.
    const before = acme.repository().refs.get('refs/heads/main') ?? ''
    await commitFile(olga, 'main', 'free/x', '1')
    expect((await refusal(commitFile(acme.as('alice-acme'), 'main', 'free/y', '1'))).status).toBe(409)
    const back = olga.git.updateRef({ ...ACCESS, ref: 'heads/main', sha: before, force: true })
    expect((await refusal(back)).status).toBe(422)
    expect((await refusal(commitFile(acme.as('grantbook-acme'), 'main', 'free/y', '1'))).status).toBe(409)
    const protection = acme.repository().protection.get('main')
    if (protection) protection.enforceAdmins = true
    expect((await refusal(commitFile(olga, 'main', 'free/y', '1'))).status).toBe(409)
  })

  test('who may push at all', async () => {
    putBack(acme)
    acme.repository().rulesets.length = 0
    await acme.as('olga-acme').repos.updateBranchProtection({
      ...main,
      required_status_checks: null,
      enforce_admins: true,
      required_pull_request_reviews: null,
      restrictions: { users: ['alice-acme'], teams: [] }
    })
    await commitFile(acme.as('alice-acme'), 'main', 'free/x', '1')
    expect((await refusal(commitFile(acme.as('carol-acme'), 'main', 'free/y', '1'))).status).toBe(409)
  })
})

describe('settings', () => {
  test('CODEOWNERS errors name line, kind and owner', async () => {
    const { data } = await acme.as('erin-acme').repos.codeownersErrors(ACCESS)
    expect(data.errors.map(({ column, kind, line }) => [line, column, kind])).toEqual([
      [3, 20, 'Unknown owner']
    ])
  })

  test('CODEOWNERS of another ref', async () => {
    putBack(acme)
    const alice = acme.as('alice-acme')
    const pull = await openPull(alice, 'owners', {
      '.github/CODEOWNERS': '* @acme/nobody\n!x @acme/billing\n/y @@\n'
    })
    const { data } = await alice.repos.codeownersErrors({ ...ACCESS, ref: pull.head })
    expect(data.errors.map(({ kind, line }) => [line, kind])).toEqual([
      [1, 'Unknown owner'],
      [2, 'Invalid pattern'],
      [3, 'Invalid owner']
    ])
  })

  test('environments tell reviewers and branches; secrets tell names to those who may write', async () => {
    const { data } = await acme
      .as('olga-acme')
      .repos.getEnvironment({ ...ACCESS, environment_name: 'grantbook-apply' })
    expect(data.protection_rules).toMatchObject([
      { type: 'wait_timer', wait_timer: 5 },
      {
        type: 'required_reviewers',
        prevent_self_review: true,
        reviewers: [
          { type: 'User', reviewer: { login: 'grace-acme' } },
          { type: 'Team', reviewer: { slug: 'governance' } }
        ]
      },
      { type: 'branch_policy' }
    ])
    expect(data.deployment_branch_policy).toEqual({ protected_branches: false, custom_branch_policies: true })
    const secrets = await acme.as('alice-acme').actions.listRepoSecrets(ACCESS)
    expect(secrets.data.secrets.map(({ name }) => name)).toEqual(['OLD_KEY'])
    const shared = await acme.as('alice-acme').actions.listRepoOrganizationSecrets(ACCESS)
    expect(shared.data.secrets.map(({ name }) => name)).toEqual(['SHARED'])
    expect((await refusal(acme.as('erin-acme').actions.listRepoSecrets(ACCESS))).status).toBe(403)
    expect((await refusal(acme.as('reader').actions.listRepoSecrets(ACCESS))).status).toBe(403)
  })

  test('what Actions may do is for administrators', async () => {
    const get = (name: string) =>
      acme.as(name).actions.getGithubActionsDefaultWorkflowPermissionsRepository(ACCESS)
    expect((await get('olga-acme')).data).toEqual({
      default_workflow_permissions: 'read',
      can_approve_pull_request_reviews: false
    })
    expect((await refusal(get('alice-acme'))).status).toBe(403)
    expect((await refusal(get('reader'))).status).toBe(403)
  })
})

test('every answer was as GitHub describes it', () => {
  expect([...acme.watch.problems]).toEqual([])
})
