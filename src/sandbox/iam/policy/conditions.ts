import type { ConditionTest } from './document.ts'
import { matchTokens, type Token } from './glob.ts'
import { readOperator, type Family, type Operator } from './operator.ts'
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
    const matched = test.values.some((wanted) =>
      MATCH[operator.family](operator, wanted, value, { context, variables })
    )
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

type Match = (operator: Operator, wanted: string, actual: string, fill: Fill) => boolean

/** What filling in variables needs. */
interface Fill {
  readonly context: RequestContext
  readonly variables: boolean
}

/** Variables work only where text is compared: never in numbers, dates, booleans and addresses. */
const MATCH: Readonly<Record<Family, Match>> = {
  string: (_, wanted, actual, { context, variables }) => fillText(wanted, context, variables) === actual,
  stringIgnoreCase: (_, wanted, actual, { context, variables }) =>
    fillText(wanted, context, variables)?.toLowerCase() === actual.toLowerCase(),
  stringLike: (_, wanted, actual, { context, variables }) => {
    const pattern = fillPattern(wanted, context, variables)
    return pattern !== null && matchTokens(pattern, actual)
  },
  arn: (_, wanted, actual, { context, variables }) => {
    const pattern = fillPattern(wanted, context, variables)
    return pattern !== null && arnLike(pattern, actual)
  },
  numeric: (operator, wanted, actual) => compare(number(actual), operator, number(wanted)),
  date: (operator, wanted, actual) => compare(readDate(actual), operator, readDate(wanted)),
  bool: (_, wanted, actual) => wanted.toLowerCase() === actual.toLowerCase(),
  binary: (_, wanted, actual) => wanted === actual,
  ip: (_, wanted, actual) => inBlock(actual, wanted),
  null: () => false
}

function number(text: string): number | null {
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : null
}

function compare(left: number | null, operator: Operator, right: number | null): boolean {
  return left !== null && right !== null && stand(left, operator.relation, right)
}

/** Each of an ARN's six parts is compared for itself: a `*` doesn't reach over a colon. */
function arnLike(pattern: readonly Token[], actual: string): boolean {
  const wanted = splitTokens(pattern)
  const found = actual.split(':')
  const parts = found.length < 6 ? found : [...found.slice(0, 5), found.slice(5).join(':')]
  return (
    wanted.length === 6 && parts.length === 6 && wanted.every((part, n) => matchTokens(part, parts[n] ?? ''))
  )
}

/** Cuts a pattern at its first five colons. */
function splitTokens(pattern: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]]
  for (const token of pattern) {
    if (token === 'star' || token === 'one') {
      parts.at(-1)?.push(token)
      continue
    }
    const pieces = token.text.split(':')
    const cuts = Math.min(pieces.length - 1, 6 - parts.length)
    const rest = pieces.slice(cuts).join(':')
    for (const piece of pieces.slice(0, cuts)) {
      if (piece !== '') parts.at(-1)?.push({ text: piece })
      parts.push([])
    }
    if (rest !== '') parts.at(-1)?.push({ text: rest })
  }
  return parts
}
