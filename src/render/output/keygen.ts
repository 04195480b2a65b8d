import { z } from 'zod'

/** What `grantbook keygen --format json` prints. */
export const keygenOutput = z
  .strictObject({
    format: z.literal(1).meta({ description: 'Number of this document’s form.' }),
    ok: z.boolean().meta({ description: 'Whether the exit status is 0.' }),
    signer: z.string().meta({
      description: 'The public half, as a line of evidence.signers in grants/grantbook.yaml.',
      examples: ['ssh-ed25519 AAAA… grantbook-2026-11-20']
    })
  })
  .meta({ title: 'grantbook keygen', description: 'Output of `grantbook keygen --format json`.' })

export type KeygenDocument = z.infer<typeof keygenOutput>
