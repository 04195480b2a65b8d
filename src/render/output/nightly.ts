import { z } from 'zod'
import { applyOutput } from './apply.ts'

/** What `grantbook nightly --format json` prints. */
export const nightlyOutput = z
  .strictObject({
    ...applyOutput.shape,
    pulls: z
      .array(
        z.strictObject({
          pull: z.int().min(1).nullable().meta({ description: 'Null: none is open.' }),
          branch: z.string(),
          state: z.string().meta({
            description:
              'opened, updated, unchanged, reopened, left (somebody else has a hand in it), waiting (for another night), closed, deleted.'
          }),
          why: z.string().nullable()
        })
      )
      .meta({ description: 'Pull requests of ours. Sorted by branch.' }),
    issues: z
      .array(
        z.strictObject({
          issue: z.int().min(1),
          person: z.string().nullable().meta({
            description:
              'Whom it tells what ends; the governance team where it is asked for owners; else null.'
          }),
          system: z
            .string()
            .nullable()
            .meta({ description: 'Where something found outside can’t wait; else null.' }),
          state: z.string()
        })
      )
      .meta({ description: 'Issues of ours: those for people sorted by person, then those about systems.' }),
    notices: z
      .array(
        z.strictObject({
          person: z.string(),
          grants: z.array(z.strictObject({ grant: z.string(), until: z.string() })),
          workloads: z
            .array(z.strictObject({ workload: z.string(), until: z.string() }))
            .meta({ description: 'To be re-attested by then.' })
        })
      )
      .meta({ description: 'What ends within `notice` of the settings. Sorted by person.' })
  })
  .meta({ title: 'grantbook nightly', description: 'Output of `grantbook nightly --format json`.' })

export type NightlyDocument = z.infer<typeof nightlyOutput>
