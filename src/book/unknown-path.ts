import { isId, RESERVED_IDS } from './ids.ts'
import { nearest } from './nearest.ts'
import { quote } from './quote.ts'

const FOLDERS = [
  'people',
  'workloads',
  'rules',
  'exceptions',
  'systems',
  'emergency',
  'suspensions',
  'out-of-band',
  'retrospectives'
]
const ID_RULE = 'Ids are small letters, digits and "-", at most 63, beginning with a letter or digit.'

/** Why no kind of file has this path, as far as it can be told, and what to do about it. */
export function explainUnknownPath(path: string): { readonly message: string; readonly fix: string } {
  const parts = path.split('/').slice(1)
  const name = parts.at(-1) ?? ''
  const folder = parts.length > 1 ? (parts[0] ?? '') : ''
  if (folder === '') {
    return {
      message: `${quote(name)} is not a file that belongs directly into "grants/".`,
      fix: 'Only grantbook.yaml stands there. Move it to the folder of its kind, or remove it.'
    }
  }
  if (!FOLDERS.includes(folder)) {
    const meant = nearest(folder, FOLDERS)
    return {
      message: `There is no folder "grants/${plainFolder(folder)}".`,
      fix: meant === null ? `The folders are: ${FOLDERS.join(', ')}.` : `Did you mean "grants/${meant}/"?`
    }
  }
  if (!name.endsWith('.yaml')) {
    const yml = name.endsWith('.yml')
    return {
      message: `${quote(name)} does not end with ".yaml".`,
      fix: yml
        ? `Rename it to ${quote(`${name.slice(0, -4)}.yaml`)}.`
        : 'Only ".yaml" files belong under "grants/". Move it elsewhere, or remove it.'
    }
  }
  return explainName(folder, parts.slice(1, -1), name.slice(0, -'.yaml'.length))
}

function plainFolder(folder: string): string {
  return quote(folder).slice(1, -1)
}

function explainName(
  folder: string,
  between: readonly string[],
  name: string
): { readonly message: string; readonly fix: string } {
  const bad = between.find((part) => !isId(part))
  if (bad !== undefined) return { message: `The folder ${quote(bad)} is not an id.`, fix: ID_RULE }
  const simple = !['out-of-band', 'retrospectives'].includes(folder)
  if (simple && RESERVED_IDS.has(name) && !(folder === 'systems' && between.length > 0)) {
    return { message: `${quote(name)} is a reserved name and can't be an id.`, fix: 'Choose another id.' }
  }
  if (simple && !isId(name) && !RESERVED_IDS.has(name))
    return { message: `${quote(name)} is not an id.`, fix: ID_RULE }
  return {
    message: `No kind of file has this path.`,
    fix: SHAPES[folder] ?? 'Move it to where its kind belongs, or remove it.'
  }
}

const SHAPES: Readonly<Record<string, string>> = {
  systems:
    'Files here are <system>/system.yaml, <system>/<entitlement>/entitlement.yaml and <system>/<entitlement>/<subject>.yaml.',
  emergency: 'Files here are <system>/<entitlement>/<subject>.yaml.',
  suspensions: 'Files here are <subject>.yaml, without subfolders.',
  'out-of-band':
    'Files here are <system>/<type>.<principal>-<8 hex digits>.yaml, and are written by Grantbook.',
  retrospectives: 'Files here are <system>/<entitlement>/<subject>.<start as 20261121T0310Z>.yaml.'
}
