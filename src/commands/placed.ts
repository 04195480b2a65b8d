import type { Finding, Problem } from '../book/problem.ts'
import { locate, type Sources } from '../findings/locate.ts'
import type { Source } from '../io/source.ts'

/** Problems at their lines, and the texts in which these are. */
export interface Placed {
  readonly findings: readonly Finding[]
  readonly sources: Sources
}

/** Finds lines and columns, which needs the text of what is reported, and of nothing else. */
export async function placed(source: Source, problems: readonly Problem[]): Promise<Placed> {
  const texts = new Map<string, string>()
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  for (const file of new Set(
    problems.flatMap((told) => [told.file, ...(told.related ?? []).map((other) => other.file)])
  )) {
    const bytes = await source.bytes(file)
    if (bytes) texts.set(file, decoder.decode(bytes))
  }
  const sources: Sources = (file) => texts.get(file) ?? null
  return { findings: locate(problems, sources), sources }
}
