import type { Authenticated } from './authenticate.ts'
import type { Params } from './params.ts'

/** An authenticated request to one of the services. */
export interface ServiceRequest extends Authenticated {
  readonly id: string
  readonly operation: string
  readonly params: Params
  readonly body: string
}
