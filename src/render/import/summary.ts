import type { GuessedRisk } from '../../connectors/connector.ts'
import { plural } from '../report.ts'

/** Each kind of risk, worst first, with how it is told. */
export const RISK_WORDS: readonly (readonly [risk: GuessedRisk['risk'], words: string])[] = [
  ['administrator', 'may give themselves anything (administrators)'],
  ['other-account', 'let in other accounts, or anybody'],
  ['no-mfa', 'sign in to the console without a second factor'],
  ['old-key', 'have access keys older than the settings allow'],
  ['unused', 'were used by nobody for 90 days']
]

/** One line for each kind of risk that there is: how many principals have it. */
export function riskLines(risks: readonly GuessedRisk[]): readonly string[] {
  return RISK_WORDS.flatMap(([risk, words]) => {
    const count = new Set(risks.filter((one) => one.risk === risk).map(({ principal }) => principal)).size
    return count === 0 ? [] : [`${plural(count, 'principal')} ${words}`]
  })
}
