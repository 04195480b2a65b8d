import { arnOf, readArn } from '../arn.ts'
import { decide, roleActor, userActor, type Actor, type ContextEntries } from '../authorise.ts'
import { AwsError } from '../error.ts'
import { everything, type Call, type Operations } from '../operation.ts'
import { RULES } from '../params.ts'
import { readPolicyOnce } from '../policy/cache.ts'
import type { Decision } from '../policy/request.ts'
import type { Answer } from '../xml.ts'

/** The user or role whose policies are simulated. */
function simulated(call: Call): Actor {
  const arn = call.params.text('PolicySourceArn', RULES.arn)
  const { state } = call
  const name = arn.slice(arn.lastIndexOf('/') + 1)
  const [user, role] = [state.users.get(name), state.roles.get(name)]
  if (user && arnOf(state.account, 'user', user) === arn) return userActor(state, user)
  if (role && arnOf(state.account, 'role', role) === arn) {
    return roleActor(state, role, {
      name: 'simulation',
      policies: null,
      tags: [],
      sourceIdentity: null,
      issued: call.now
    })
  }
  if (readArn(arn) === null)
    throw new AwsError(
      'InvalidInput',
      `Invalid Entity Arn: ${arn} does not clearly define entity type and name.`
    )
  throw new AwsError('NoSuchEntity', `Specified entity could not be found: ${arn}`)
}

function contextEntries(call: Call): ContextEntries {
  return Object.fromEntries(
    call.params
      .structures('ContextEntries')
      .map((one) => [one.text('ContextKeyName', RULES.any), one.list('ContextKeyValues')])
  )
}

function decisionWord(decision: Decision): string {
  if (decision.allowed) return 'allowed'
  return decision.why === 'explicit-deny' ? 'explicitDeny' : 'implicitDeny'
}

/** Asks the evaluator what a user's or role's own policies and boundary allow. Trusts have no say in it, as in IAM. */
export const simulateOperations: Operations = {
  SimulatePrincipalPolicy: {
    kind: 'read',
    resource: everything,
    run: (call) => {
      const actor = simulated(call)
      const added = call.params.list('PolicyInputList').map((text) => readPolicyOnce(text, 'identity'))
      const [boundary] = call.params
        .list('PermissionsBoundaryPolicyInputList')
        .map((text) => readPolicyOnce(text, 'identity'))
      const asked: Actor = {
        ...actor,
        policies: {
          ...actor.policies,
          identity: [...actor.policies.identity, ...added],
          boundary: boundary ?? actor.policies.boundary
        }
      }
      const context = contextEntries(call)
      const actions = call.params.list('ActionNames')
      if (actions.length === 0) throw new AwsError('ValidationError', 'ActionNames must not be empty')
      const resources = call.params.list('ResourceArns')
      const results = actions.flatMap((action) =>
        (resources.length === 0 ? ['*'] : resources).map((resource): Answer => {
          const decision = decide(asked, { action, resource, at: call.now, context })
          return {
            EvalActionName: action,
            EvalResourceName: resource,
            EvalDecision: decisionWord(decision),
            MatchedStatements: [],
            MissingContextValues: []
          }
        })
      )
      return { EvaluationResults: results, IsTruncated: false }
    }
  }
}
