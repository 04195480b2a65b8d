import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { publish, toSchema } from '../schemas/json-schema.ts'

const FOLDER = new URL('../../src/render/output/', import.meta.url)

/** `schemas/output/<command>.schema.json`: what `--format json` prints, from each file in src/render/output that is a command's. */
export async function generate(): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const file of readdirSync(fileURLToPath(FOLDER)).toSorted()) {
    const command = file.slice(0, -'.ts'.length)
    const exported: unknown = await import(new URL(file, FOLDER).href)
    const type = new Map(Object.entries(exported ?? {})).get(`${command}Output`)
    if (!(type instanceof z.ZodObject))
      throw new Error(`${file} exports no zod object named ${command}Output`)
    // A part of documents (a finding), not one itself.
    if (!Object.hasOwn(type.shape, 'format')) continue
    files.set(`schemas/output/${command}.schema.json`, publish(`output/${command}`, toSchema(type)))
  }
  return files
}
