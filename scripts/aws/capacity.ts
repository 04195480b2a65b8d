import { compile } from '../../src/connectors/aws-iam/compile.ts'
import { DEFAULT_LIMITS, type PrincipalKind } from '../../src/connectors/aws-iam/limits.ts'
import { INLINE, place, roomFor } from '../../src/connectors/aws-iam/place.ts'
import { statementText } from '../../src/connectors/aws-iam/statement.ts'

/** How many statements of the normal form fit on one principal with IAM's default quotas and nothing foreign. */
export interface Capacity {
  /** Characters of one statement. */
  readonly statement: number
  readonly inline: number
  /** In one managed policy. */
  readonly managed: number
  readonly total: number
}

/** A role's name of ordinary length (`billing-read`), in the folder that the documents advise. */
const ROLE = 'arn:aws:iam::123456789012:role/entitlements/billing-read'

/** Counts by placing ever more statements: the figures in the documents come from here. */
export function capacity(kind: PrincipalKind, { from }: { readonly from: boolean }): Capacity {
  const until = Date.UTC(2027, 0, 1)
  const room = roomFor(DEFAULT_LIMITS[kind], { inline: 0, attachments: 0 })
  const most = 1000
  const pieces = Array.from({ length: most }, (_, n) => ({
    grant: `grants/${n}.yaml`,
    entitlement: 'aws-prod/billing-read',
    target: { assumeRole: ROLE },
    from: from ? Date.UTC(2026, 0, 1) : null,
    until
  })).flatMap((holding) => compile([holding]))
  const { layout } = place(new Map(), pieces, room)
  const [sample] = pieces
  return {
    statement: sample ? statementText(sample).length : 0,
    inline: layout.get(INLINE)?.length ?? 0,
    managed: layout.get(INLINE + 1)?.length ?? 0,
    total: [...layout.values()].flat().length
  }
}
