/** Files in `.github/workflows/` that this version ships. */
export const WORKFLOW_NAMES = [
  'pull-request.yml',
  'review.yml',
  'verdict.yml',
  'apply.yml',
  'nightly.yml',
  'genesis.yml'
] as const

export type WorkflowName = (typeof WORKFLOW_NAMES)[number]

/** Those that hold a secret; in the hardened form they live in the runner repository. */
export const PRIVILEGED: readonly WorkflowName[] = ['verdict.yml', 'apply.yml', 'nightly.yml', 'genesis.yml']
