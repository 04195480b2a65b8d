import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import { z } from 'zod'

const path = createRequire(import.meta.url).resolve(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'
)
// It is of draft 4, whose `id` later drafts call `$id`; nothing else in it differs.
const { $schema: _, id: __, ...schema } = z.looseObject({}).parse(JSON.parse(readFileSync(path, 'utf8')))

const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false })
const uri = (text: string): boolean => URL.canParse(text, 'https://acme.example/') && /^[!-~]*$/u.test(text)
ajv.addFormat('uri', (text: string) => URL.canParse(text))
ajv.addFormat('uri-reference', uri)
ajv.addFormat('date-time', (text: string) => !Number.isNaN(Date.parse(text)))
const valid = ajv.compile(schema)

/** What SARIF's own schema says against a document; empty if nothing. */
export function sarifErrors(document: unknown): readonly string[] {
  if (valid(document)) return []
  return (valid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
