/** `Condition` of a statement: operator → key → value or values. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>

/**
 * Every condition operator that IAM knows besides the dates (IAM user guide, "condition operators"), spelt as there.
 * An operator that is not here is refused: what it would mean, nobody reviewed.
 */
const OPERATORS: ReadonlySet<string> = new Set([
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
  'NumericEquals',
  'NumericNotEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'NotIpAddress',
  'ArnEquals',
  'ArnLike',
  'ArnNotEquals',
  'ArnNotLike',
  'Null'
])

/** Keys that tell the time, in lower case: ours is the only date of a statement. */
const TIME_KEYS: ReadonlySet<string> = new Set(['aws:currenttime', 'aws:epochtime'])

/** Whether IAM knows an operator, alone or with `ForAllValues:`, `ForAnyValue:` and `IfExists`; `Null` takes neither. */
function isOperator(operator: string): boolean {
  const bare = operator.replace(/^(?:ForAllValues|ForAnyValue):/u, '').replace(/IfExists$/u, '')
  return OPERATORS.has(bare) && (bare !== 'Null' || operator === 'Null')
}

/** What is wrong with one operator and key of a condition that a file brings; null if nothing. */
export function conditionFault(
  operator: string,
  key: string
): { readonly message: string; readonly fix: string } | null {
  if (/^(?:for(?:allvalues|anyvalue):)?date/iu.test(operator)) {
    return {
      message: `"${operator}" compares dates; the grant’s own window is the only date a statement may have (a list of dates would mean "any of them").`,
      fix: 'Remove it. Say when access begins and ends with "starts" and "expires" of the grant.'
    }
  }
  if (!isOperator(operator)) {
    return {
      message: `"${operator}" is not a condition operator that IAM knows.`,
      fix: 'Use one of IAM’s operators, spelt exactly: StringEquals, StringLike, ArnLike, Bool, IpAddress, …'
    }
  }
  if (TIME_KEYS.has(asciiLower(key))) {
    return {
      message: `"${key}" tells the time; the grant’s own window is the only date a statement may have.`,
      fix: 'Remove it. Say when access begins and ends with "starts" and "expires" of the grant.'
    }
  }
  return null
}

/** Lower case of the 26 letters only: IAM's own notion of "not told apart by case", the same in every locale. */
export function asciiLower(text: string): string {
  return text.replace(/[A-Z]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 32))
}
