import { z } from 'zod'
import type { GitHub, Reading } from './github.ts'
import { one } from './read.ts'

/** A GitHub App, as anybody may see it. */
export interface AppIdentity {
  readonly slug: string
  /** What a ruleset pins a required check to. */
  readonly id: number
}

const shape = z.object({ id: z.int().min(1), slug: z.string() })

/** The App of a slug. */
export async function readApp(github: GitHub, slug: string): Promise<Reading<AppIdentity>> {
  return one(github, `App ${slug}`, 'GET /apps/{app_slug}', shape, { app_slug: slug })
}
