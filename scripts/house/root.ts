import { fileURLToPath } from 'node:url'

/** Absolute path of this checkout, with a slash at the end. */
export const ROOT: string = fileURLToPath(new URL('../../', import.meta.url))
