import type { PullFacts } from '../facts.ts'
import type { ProofReason } from '../verdict.ts'

const RULE = 'tool-and-grants'
const TOOL = /^(?:\.github|src|schemas|dist)\/|^(?:action\.ya?ml|package[^/]*\.json|npm-shrinkwrap\.json)$/u
const CODEOWNERS = '.github/CODEOWNERS'

/** A change of the tool and a change of what it guards never come together: the one could make the other look right. */
export function toolAndGrants({ others }: PullFacts): ProofReason | null {
  const tool = others.find((path) => TOOL.test(path) && path !== CODEOWNERS)
  if (tool === undefined) return null
  return {
    rule: RULE,
    why: `It changes both the tool (${tool}) and files under "grants/". Split it into two pull requests.`,
    passing: false
  }
}
