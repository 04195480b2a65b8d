/** What an operator compares. */
export type Family =
  | 'string'
  | 'stringIgnoreCase'
  | 'stringLike'
  | 'numeric'
  | 'date'
  | 'bool'
  | 'binary'
  | 'ip'
  | 'arn'
  | 'null'

/** How two ordered values must stand. */
export type Relation = 'equals' | 'less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual'

/** A condition operator taken apart: `ForAnyValue:StringNotLikeIfExists`. */
export interface Operator {
  readonly family: Family
  readonly relation: Relation
  readonly negated: boolean
  readonly ifExists: boolean
  readonly set: 'any' | 'all' | null
}

const OPERATORS: Readonly<Record<string, readonly [Family, Relation, boolean]>> = {
  StringEquals: ['string', 'equals', false],
  StringNotEquals: ['string', 'equals', true],
  StringEqualsIgnoreCase: ['stringIgnoreCase', 'equals', false],
  StringNotEqualsIgnoreCase: ['stringIgnoreCase', 'equals', true],
  StringLike: ['stringLike', 'equals', false],
  StringNotLike: ['stringLike', 'equals', true],
  NumericEquals: ['numeric', 'equals', false],
  NumericNotEquals: ['numeric', 'equals', true],
  NumericLessThan: ['numeric', 'less', false],
  NumericLessThanEquals: ['numeric', 'lessOrEqual', false],
  NumericGreaterThan: ['numeric', 'greater', false],
  NumericGreaterThanEquals: ['numeric', 'greaterOrEqual', false],
  DateEquals: ['date', 'equals', false],
  DateNotEquals: ['date', 'equals', true],
  DateLessThan: ['date', 'less', false],
  DateLessThanEquals: ['date', 'lessOrEqual', false],
  DateGreaterThan: ['date', 'greater', false],
  DateGreaterThanEquals: ['date', 'greaterOrEqual', false],
  Bool: ['bool', 'equals', false],
  BinaryEquals: ['binary', 'equals', false],
  IpAddress: ['ip', 'equals', false],
  NotIpAddress: ['ip', 'equals', true],
  ArnEquals: ['arn', 'equals', false],
  ArnLike: ['arn', 'equals', false],
  ArnNotEquals: ['arn', 'equals', true],
  ArnNotLike: ['arn', 'equals', true],
  Null: ['null', 'equals', false]
}

/** Reads an operator's name; null if IAM knows none of that name. Source: IAM's reference of condition operators. */
export function readOperator(name: string): Operator | null {
  const match = /^(?:(ForAnyValue|ForAllValues):)?([A-Za-z]+?)(IfExists)?$/u.exec(name)
  const base = match?.[2]
  if (!match || base === undefined || !Object.hasOwn(OPERATORS, base)) return null
  const found = OPERATORS[base]
  if (!found || (base === 'Null' && match[3] !== undefined)) return null
  const [family, relation, negated] = found
  const set = match[1] === 'ForAnyValue' ? 'any' : match[1] === 'ForAllValues' ? 'all' : null
  return { family, relation, negated, ifExists: match[3] !== undefined, set }
}
