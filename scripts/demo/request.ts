/** The request that the story follows: Dave needs to read invoices for two days. */
export const REQUEST = {
  path: 'grants/systems/aws-prod/billing-read/dave.yaml',
  branch: 'billing-read-dave',
  account: '123456789012',
  subject: 'dave',
  role: 'arn:aws:iam::123456789012:role/entitlements/billing-read',
  /** First instant after the access that the corrected file asks for. */
  until: '2026-11-23T00:00:00Z'
} as const

/** The file as Dave first wrote it: one letter is wrong, and with it the end is missing. */
export const MISTAKEN = `# yaml-language-server: $schema=../../../../schemas/grant.schema.json
reason: Compare the invoices of the failed import with the orders
starts: 2026-11-20
expries: 2026-11-22
ticket: OPS-4705
`

export const CORRECT = MISTAKEN.replace('expries', 'expires')

/** The same, said better: another content, and so another thing to approve. */
export const REWORDED = CORRECT.replace('of the failed import', 'of the failed import of 12 November')
