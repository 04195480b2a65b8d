/** Which schema an editor should hold a file against, by the file's path. */
const SCHEMAS: readonly (readonly [string, string])[] = [
  ['settings', 'grants/grantbook.yaml'],
  ['person', 'grants/people/**/*.yaml'],
  ['workload', 'grants/workloads/**/*.yaml'],
  ['rule', 'grants/rules/**/*.yaml'],
  ['exception', 'grants/exceptions/**/*.yaml'],
  ['system', 'grants/systems/*/system.yaml'],
  ['entitlement', 'grants/systems/**/entitlement.yaml'],
  ['grant', 'grants/systems/*/**/!(system|entitlement).yaml'],
  ['emergency', 'grants/emergency/**/*.yaml'],
  ['suspension', 'grants/suspensions/*.yaml'],
  ['out-of-band', 'grants/out-of-band/**/*.yaml'],
  ['retrospective', 'grants/retrospectives/**/*.yaml']
]

/** Settings that make an editor complete and check the files, and git leave their bytes alone. */
export function editorFiles(): ReadonlyMap<string, string> {
  const schemas = Object.fromEntries(SCHEMAS.map(([kind, glob]) => [`./schemas/${kind}.schema.json`, glob]))
  return new Map([
    ['.vscode/extensions.json', json({ recommendations: ['redhat.vscode-yaml'] })],
    ['.vscode/settings.json', json({ 'yaml.schemas': schemas, 'files.eol': '\n' })],
    ['.gitattributes', '* text=auto eol=lf\n']
  ])
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
