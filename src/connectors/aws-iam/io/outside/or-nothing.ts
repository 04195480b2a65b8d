import { codeOf } from '../errors.ts'

/** The answer; null if the thing asked for doesn't exist (any more). */
export async function orNothing<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    if (codeOf(error) === 'NoSuchEntity') return null
    throw error
  }
}
