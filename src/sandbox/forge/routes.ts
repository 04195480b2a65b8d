import type { Route } from './route.ts'
import { meta } from './routes/meta.ts'

/** Every route of the forge. */
export const ROUTES: readonly Route[] = [...meta]
