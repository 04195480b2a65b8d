import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readYaml } from '../../../src/book/yaml/read.ts'
import { blockText, commentLine } from '../../../src/compose/import/block.ts'

const read = (text: string) => readYaml(new TextEncoder().encode(text), 1 << 20)

describe('files of an import', () => {
  test('have their comments, then their fields, lists of objects beside hyphens', () => {
    const runs = [{ kind: 'other', ref: 'lambda.amazonaws.com' }]
    const text = blockText(
      'workload',
      'grants/workloads/x.yaml',
      ['Guessed from x'],
      [
        ['title', 'x'],
        ['runs', runs],
        ['backup', undefined],
        ['accounts', { 'aws-prod': { role: 'ci/x' } }]
      ]
    )
    expect(text).toBe(
      '# yaml-language-server: $schema=../../schemas/workload.schema.json\n# Guessed from x\ntitle: x\nruns:\n  - kind: other\n    ref: lambda.amazonaws.com\naccounts:\n  aws-prod:\n    role: ci/x\n'
    )
    expect(read(text).data).toEqual({ title: 'x', runs, accounts: { 'aws-prod': { role: 'ci/x' } } })
  })

  test('a name can end no comment and begin no field', () => {
    const text = blockText(
      'person',
      'grants/people/x.yaml',
      ['from a\nrisk: low', 'b\u2028c\u202ed\u0085e'],
      [['name', 'x']]
    )
    expect(text.split('\n').slice(1)).toEqual(['# from a?risk: low', '# b?c?d?e', 'name: x', ''])
    expect(commentLine('y'.repeat(500)).length).toBe(220)
  })

  test('whatever a target holds reads back as it was', () => {
    const printable = fc.string({
      unit: fc.integer({ min: 0x20, max: 0x7e }).map((n) => String.fromCharCode(n)),
      maxLength: 30
    })
    const statement = fc.record({
      actions: fc.array(printable, { minLength: 1, maxLength: 4 }),
      conditions: fc.dictionary(
        printable.filter((key) => key !== '' && key !== '__proto__'),
        fc.array(printable, { minLength: 1, maxLength: 3 }),
        { maxKeys: 3, minKeys: 1, noNullPrototype: true }
      )
    })
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 3 }), printable, (statements, title) => {
        const text = blockText(
          'entitlement',
          'grants/systems/s/e/entitlement.yaml',
          [],
          [
            ['title', title],
            ['target', { statements }]
          ]
        )
        const { data, problems } = read(text)
        expect(problems).toEqual([])
        expect(data).toEqual({ title, target: { statements } })
      })
    )
  })
})
