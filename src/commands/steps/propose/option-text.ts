import { UsageError } from '../../../book/errors.ts'

/** The text of an option; null: it isn't given. Throws UsageError for one that is empty. */
export function optionText(options: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = options[name]
  if (typeof value !== 'string') return null
  if (value.trim() === '') throw new UsageError(`--${name} is empty. Say what it is, or leave it out.`)
  return value
}
