import { repositoryOf } from '../access.ts'
import { isObject, object, optionalText, text } from '../body.ts'
import { invalid, notFound, type ApiError } from '../error.ts'
import { listed } from '../paging.ts'
import { rulesetsOf } from '../protection/gate.ts'
import { created, noContent, ok, type Context, type Reply, type Route } from '../route.ts'
import { mayWriteRules, showRuleset, showWholeRuleset } from '../shapes/ruleset.ts'
import type { Repository, Rule, Ruleset } from '../state-repository.ts'
import { fullName, nextId } from '../state.ts'

const RULESETS = '/repos/{owner}/{repo}/rulesets'
const WRITE = ['administration', 'write'] as const

/** Rulesets, and the rules that apply to a branch. */
export const rulesetRoutes: readonly Route[] = [
  { method: 'GET', path: RULESETS, operation: 'repos/get-repo-rulesets', kind: 'read', handle: list },
  {
    method: 'POST',
    path: RULESETS,
    operation: 'repos/create-repo-ruleset',
    kind: 'write',
    needs: WRITE,
    handle: create
  },
  {
    method: 'GET',
    path: `${RULESETS}/{ruleset_id}`,
    operation: 'repos/get-repo-ruleset',
    kind: 'read',
    handle: get
  },
  {
    method: 'PUT',
    path: `${RULESETS}/{ruleset_id}`,
    operation: 'repos/update-repo-ruleset',
    kind: 'write',
    needs: WRITE,
    handle: update
  },
  {
    method: 'DELETE',
    path: `${RULESETS}/{ruleset_id}`,
    operation: 'repos/delete-repo-ruleset',
    kind: 'write',
    needs: WRITE,
    handle: remove
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/rules/branches/{branch}',
    operation: 'repos/get-branch-rules',
    kind: 'read',
    handle: listBranchRules
  }
]

function list(context: Context): Reply {
  const repository = repositoryOf(context)
  const targets = context.query.get('targets')?.split(',') ?? null
  const rulesets = repository.rulesets.filter(({ target }) => targets === null || targets.includes(target))
  return listed(context, rulesets, (one) => showRuleset(context, repository, one))
}

function get(context: Context): Reply {
  const repository = repositoryOf(context)
  return ok(showWholeRuleset(context, repository, find(context, repository), context.actor))
}

function create(context: Context): Reply {
  const repository = writable(context)
  text(context, 'name', 'Ruleset')
  text(context, 'enforcement', 'Ruleset')
  const ruleset: Ruleset = {
    id: 0,
    name: '',
    target: 'branch',
    enforcement: 'active',
    include: [],
    exclude: [],
    bypass: [],
    rules: [],
    created: context.now,
    updated: context.now,
    ...changesFrom(context)
  }
  const numbered = { ...ruleset, id: nextId(context.forge.state) }
  repository.rulesets.push(numbered)
  return created(showWholeRuleset(context, repository, numbered, context.actor))
}

function update(context: Context): Reply {
  const repository = writable(context)
  const ruleset = find(context, repository)
  Object.assign(ruleset, changesFrom(context), { updated: context.now })
  return ok(showWholeRuleset(context, repository, ruleset, context.actor))
}

function remove(context: Context): Reply {
  const repository = writable(context)
  repository.rulesets.splice(repository.rulesets.indexOf(find(context, repository)), 1)
  return noContent()
}

// Anybody who may read may see the rules, but not who may bypass them.
function listBranchRules(context: Context): Reply {
  const repository = repositoryOf(context)
  const rules = rulesetsOf(repository, `refs/heads/${context.params['branch'] ?? ''}`).flatMap((ruleset) =>
    ruleset.rules.map((rule) => ({ rule, id: ruleset.id }))
  )
  return listed(context, rules, ({ id, rule }) => ({
    ...rule,
    ruleset_source_type: 'Repository',
    ruleset_source: fullName(context.state, repository),
    ruleset_id: id
  }))
}

/** GitHub says 404 to whoever may not write rulesets. */
function writable(context: Context): Repository {
  const repository = repositoryOf(context)
  if (!mayWriteRules(context, repository, context.actor)) throw notFound()
  return repository
}

function find(context: Context, repository: Repository): Ruleset {
  const ruleset = repository.rulesets.find(({ id }) => id === Number(context.params['ruleset_id']))
  if (!ruleset) throw notFound()
  return ruleset
}

type Changes = Partial<Omit<Ruleset, 'id' | 'created' | 'updated'>>

function changesFrom(context: Context): Changes {
  const name = optionalText(context, 'name', 'Ruleset')
  const target = chosen(context, 'target', ['branch', 'tag', 'push'] as const)
  const enforcement = chosen(context, 'enforcement', ['disabled', 'active', 'evaluate'] as const)
  const refs = object(context, 'conditions', 'Ruleset')?.['ref_name']
  const patterns = (field: string): string[] | null => {
    const value: unknown = isObject(refs) ? refs[field] : null
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null
  }
  const [include, exclude] = [patterns('include'), patterns('exclude')]
  const [bypass, rules] = [items(context, 'bypass_actors'), items(context, 'rules')]
  return {
    ...(name === null ? {} : { name }),
    ...(target === null ? {} : { target }),
    ...(enforcement === null ? {} : { enforcement }),
    ...(include ? { include } : {}),
    ...(exclude ? { exclude } : {}),
    ...(bypass ? { bypass: bypass.map(bypassFrom) } : {}),
    ...(rules ? { rules: rules.map(ruleFrom) } : {})
  }
}

function chosen<T extends string>(context: Context, field: string, known: readonly T[]): T | null {
  const value = optionalText(context, field, 'Ruleset')
  if (value === null) return null
  const found = known.find((one) => one === value)
  if (found === undefined) throw wrong(field)
  return found
}

function items(context: Context, field: string): readonly Readonly<Record<string, unknown>>[] | null {
  const value: unknown = context.body[field]
  if (value === undefined || value === null) return null
  if (!Array.isArray(value) || !value.every(isObject)) throw wrong(field)
  return value
}

const BYPASSERS = ['Team', 'Integration', 'OrganizationAdmin', 'RepositoryRole', 'DeployKey'] as const
const MODES = ['always', 'pull_request', 'exempt'] as const

function bypassFrom(one: Readonly<Record<string, unknown>>): Ruleset['bypass'][number] {
  const type = BYPASSERS.find((known) => known === one['actor_type'])
  const mode = MODES.find((known) => known === (one['bypass_mode'] ?? 'always'))
  const actor = one['actor_id'] ?? null
  if (type === undefined || mode === undefined || (actor !== null && typeof actor !== 'number')) {
    throw wrong('bypass_actors')
  }
  return { actor, type, mode }
}

function ruleFrom({ parameters, type }: Readonly<Record<string, unknown>>): Rule {
  if (typeof type !== 'string') throw wrong('rules')
  return isObject(parameters) ? { type, parameters } : { type }
}

function wrong(field: string): ApiError {
  return invalid({ resource: 'Ruleset', field, code: 'invalid' })
}
