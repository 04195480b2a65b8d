import { benchRepository, benchSample } from './validate.ts'
import { table, type Row } from './table.ts'
import { benchIam } from './iam.ts'
import { benchImport } from './import.ts'
import { benchAudit } from './audit.ts'
import { benchDuties } from './duties.ts'
import { benchNight } from './night.ts'
import { benchPermissions } from './permissions.ts'

const parts: Readonly<Record<string, () => Promise<Row[]>>> = {
  sample: benchSample,
  '10000': () => benchRepository(10_000),
  '100000': () => benchRepository(100_000),
  duties: benchDuties,
  permissions: async () => [...(await benchPermissions())],
  audit: async () => {
    const { rows: measured, notes } = await benchAudit()
    counted.push(...notes)
    return [...measured]
  },
  night: async () => {
    const { rows: measured, notes } = await benchNight()
    counted.push(...notes)
    return [...measured]
  },
  iam: async () => {
    const { rows: measured, notes } = await benchIam()
    counted.push(...notes)
    return measured
  },
  import: async () => {
    const { rows: measured, notes } = await benchImport()
    counted.push(...notes)
    return [...measured]
  }
}
const counted: string[] = []
const wanted = process.argv.slice(2)
const rows: Row[] = []
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  process.stderr.write(`measuring ${name} …\n`)
  rows.push(...(await part()))
}
process.stdout.write(`${table(rows)}\n\n${counted.map((note) => `- ${note}\n`).join('')}`)
