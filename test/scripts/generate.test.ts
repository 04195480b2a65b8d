import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { generate as schemas } from '../../scripts/generate/schemas.ts'
import { generate as validators } from '../../scripts/generate/validators.ts'
import { KINDS } from '../../src/book/kinds/index.ts'
import { checkShape } from '../../src/book/shape.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** Every schema inside a schema that describes a value a person writes. */
function described(
  node: unknown,
  path: string
): readonly (readonly [string, Readonly<Record<string, unknown>>])[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const inner = described(value, `${path}/${key}`)
    return path.endsWith('/properties') && isRecord(value) ? [[`${path}/${key}`, value], ...inner] : inner
  })
}

describe('generated files', () => {
  it.each([
    ['schemas', schemas],
    ['validators', validators]
  ])('%s are what their sources give', async (_, generate) => {
    for (const [path, text] of await generate()) {
      expect([path, await readFile(ROOT + path, 'utf8').catch(() => null)]).toEqual([path, text])
    }
  })

  it('teach an editor: every kind and every field has a title, most a description or an example', async () => {
    const files = await schemas()
    expect(files.size).toBe(Object.keys(KINDS).length + 3)
    for (const [path, text] of files) {
      const schema: Readonly<Record<string, unknown>> = JSON.parse(text)
      expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema')
      expect([path, typeof schema['$id'], typeof schema['title'], typeof schema['description']]).toEqual([
        path,
        'string',
        'string',
        'string'
      ])
      const fields = described(schema, path)
      expect(
        fields
          .filter(([, field]) => typeof field['title'] !== 'string' && field['$ref'] === undefined)
          .map(([at]) => at)
      ).toEqual([])
    }
  })

  it('are schemas that ajv takes, and that accept each of their own examples', async () => {
    for (const [path, text] of await schemas()) {
      const ajv = new Ajv2020({ strict: true, strictTypes: false })
      const schema: object = JSON.parse(text)
      expect(() => ajv.compile(schema)).not.toThrow()
      for (const [at, field] of described(schema, path)) {
        const { examples } = field
        if (!Array.isArray(examples) || JSON.stringify(field).includes('$ref')) continue
        const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(field)
        for (const example of examples) expect([at, example, validate(example)]).toEqual([at, example, true])
      }
    }
  })

  it('load nothing of ajv when the program runs', async () => {
    const code = await readFile(`${ROOT}src/generated/validators.js`, 'utf8')
    expect(
      [...code.matchAll(/^import .*$/gmu)].map((match) => match[0].replace(/func\d+/u, 'f'))
    ).toHaveLength(1)
    expect(code).not.toContain('require(')
  })

  it('count text as ajv does: fifteen blanks are text, an astral character is one', () => {
    const grant = { expires: '2026-12-14', reason: ' '.repeat(15) }
    expect(checkShape('grant', grant)).toEqual([])
    expect(checkShape('grant', { ...grant, reason: '😀'.repeat(9) }).map((misfit) => misfit.code)).toEqual([
      'field-length'
    ])
    expect(checkShape('grant', { ...grant, reason: '😀'.repeat(10) })).toEqual([])
  })
})
