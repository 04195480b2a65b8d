import { writeInstant } from '../../../book/instant.ts'
import { includes, permissionOf } from '../access.ts'
import { bypassOf } from '../protection/gate.ts'
import type { Repository, Ruleset } from '../state-repository.ts'
import { fullName, type Actor } from '../state.ts'
import { nodeId, type Scene, type Shape } from './account.ts'
import { addressesOf } from './issue.ts'

/** A ruleset as it is listed: without its rules, conditions and who may bypass it. */
export function showRuleset(scene: Scene, repository: Repository, ruleset: Ruleset): Shape {
  const { api, page } = addressesOf(scene, repository)
  return {
    id: ruleset.id,
    name: ruleset.name,
    target: ruleset.target,
    source_type: 'Repository',
    source: fullName(scene.state, repository),
    enforcement: ruleset.enforcement,
    node_id: nodeId('RepositoryRuleset', ruleset.id),
    _links: {
      self: { href: `${api}/rulesets/${ruleset.id}` },
      html: { href: `${page}/rules/${ruleset.id}` }
    },
    created_at: writeInstant(ruleset.created),
    updated_at: writeInstant(ruleset.updated)
  }
}

/** A ruleset by itself. `bypass_actors` is there only for those who may write it: its absence says nothing. */
export function showWholeRuleset(
  scene: Scene,
  repository: Repository,
  ruleset: Ruleset,
  asker: Actor | null
): Shape {
  const bypass = asker ? bypassOf(scene.state, repository, ruleset, asker) : null
  return {
    ...showRuleset(scene, repository, ruleset),
    conditions:
      ruleset.target === 'push' ? null : { ref_name: { include: ruleset.include, exclude: ruleset.exclude } },
    rules: ruleset.rules,
    current_user_can_bypass: bypass === 'pull_request' ? 'pull_requests_only' : (bypass ?? 'never'),
    ...(mayWriteRules(scene, repository, asker)
      ? {
          bypass_actors: ruleset.bypass.map(({ actor, mode, type }) => ({
            actor_id: actor,
            actor_type: type,
            bypass_mode: mode
          }))
        }
      : {})
  }
}

/** Whether somebody may write the rulesets of a repository: administrators, and Apps with `administration: write`. */
export function mayWriteRules({ state }: Scene, repository: Repository, asker: Actor | null): boolean {
  return asker !== null && includes(permissionOf(state, repository, asker), 'admin')
}
