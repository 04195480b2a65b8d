import type { ConditionTest } from './document.ts'
import { matchGlob, matchTokens } from './glob.ts'
import { readOperator, type Operator } from './operator.ts'
import type { RequestContext } from './request.ts'
import { inBlock, readDate, stand } from './values.ts'
import { fillPattern, fillText } from './variables.ts'

/** Whether every test of a `Condition` holds for a request. */
export function conditionsHold(
  tests: readonly ConditionTest[],
  context: RequestContext,
  variables: boolean
): boolean {
  return tests.every((test) => holds(test, context, variables))
}

function holds(test: ConditionTest, context: RequestContext, variables: boolean): boolean {
  const operator = readOperator(test.operator)
  if (operator === null) return false
  const actual = context.get(test.key.toLowerCase()) ?? []
  if (operator.family === 'null') {
    return test.values.some((value) => (value.toLowerCase() === 'true') === (actual.length === 0))
  }
  if (actual.length === 0) return missing(operator)
  const one = (value: string): boolean => {
    const matched = test.values.some((wanted) => matches(operator, wanted, value, context, variables))
    return matched !== operator.negated
  }
  // Without a set operator a key has one value; should it have several, a negated operator must hold for each.
  const every = operator.set === 'all' || (operator.set === null && operator.negated)
  return every ? actual.every(one) : actual.some(one)
}

/** A key that isn't in the request. Source: IAM's reference of condition operators. */
function missing(operator: Operator): boolean {
  if (operator.set === 'all') return true
  if (operator.ifExists) return true
  return operator.set === null && operator.negated
}

function matches(
  operator: Operator,
  wanted: string,
  actual: string,
  context: RequestContext,
  variables: boolean
): boolean {
  switch (operator.family) {
    case 'string':
      return fillText(wanted, context, variables) === actual
    case 'stringIgnoreCase':
      return fillText(wanted, context, variables)?.toLowerCase() === actual.toLowerCase()
    case 'stringLike': {
      const pattern = fillPattern(wanted, context, variables)
      return pattern !== null && matchTokens(pattern, actual)
    }
    case 'arn':
      return arnLike(fillText(wanted, context, variables), actual)
    case 'numeric':
      return compare(number(actual), operator, number(wanted))
    case 'date':
      return compare(readDate(actual), operator, readDate(wanted))
    case 'bool':
      return wanted.toLowerCase() === actual.toLowerCase()
    case 'binary':
      return wanted === actual
    case 'ip':
      return inBlock(actual, wanted)
    case 'null':
      return false
  }
}

function number(text: string): number | null {
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : null
}

function compare(left: number | null, operator: Operator, right: number | null): boolean {
  return left !== null && right !== null && stand(left, operator.relation, right)
}

/** Each of an ARN's six parts is compared for itself: a `*` doesn't reach over a colon. */
function arnLike(pattern: string | null, actual: string): boolean {
  if (pattern === null) return false
  const [wanted, found] = [arnParts(pattern), arnParts(actual)]
  return (
    wanted.length === 6 && found.length === 6 && wanted.every((part, n) => matchGlob(part, found[n] ?? ''))
  )
}

function arnParts(arn: string): readonly string[] {
  const parts = arn.split(':')
  return parts.length < 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')]
}
