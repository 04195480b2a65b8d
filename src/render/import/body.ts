import type { FoundThing } from '../../compose/import/baseline.ts'
import type { Part } from '../../compose/import/parts.ts'
import type { GuessedRisk } from '../../connectors/connector.ts'
import { markdownCode, markdownText } from '../escape.ts'
import { table } from '../propose/parts.ts'
import { plural } from '../report.ts'
import { RISK_WORDS, riskLines } from './summary.ts'

/** What is the same for all pull requests of one import. */
export interface ImportSummary {
  readonly system: string
  readonly me: string
  readonly governance: string
  readonly risks: readonly GuessedRisk[]
  /** How many things no file of an import explains: they are the nightly’s. */
  readonly outside: number
  readonly unread: readonly string[]
}

const NOUNS = {
  subjects: ['person or workload', 'people and workloads'],
  entitlements: ['entitlement', 'entitlements'],
  'critical-entitlements': ['critical entitlement', 'critical entitlements'],
  grants: ['grant', 'grants']
} as const

/** Title of one pull request of an import, and first line of its commit. */
export function importTitle(system: string, { topic, number, of, files }: Part): string {
  const [one, many] = NOUNS[topic]
  return `Import ${system}: ${plural(files.length, one, many)}${of === 1 ? '' : ` (part ${number} of ${of})`}`
}

/** Its body: the risks first, then what merging it does, what to look at, and every guess with its confidence. */
export function importBody(summary: ImportSummary, part: Part): string {
  const { system, me, unread, outside } = summary
  return [
    `**${markdownText(me)}** ran ${markdownCode('grantbook import')} on **${markdownText(system)}**. Everything here was guessed from what stands there; nothing there was changed, and nobody has confirmed any of it.`,
    ...risksPart(summary),
    `### What merging does\n\n${EFFECTS[part.topic]}`,
    `### Before you approve\n\n${CHECKS[part.topic].map((line) => `- ${line}`).join('\n')}`,
    ...guessesPart(part),
    ...(outside === 0
      ? []
      : [
          `${plural(outside, 'thing')} found there can’t be expressed by any of this. The nightly asks about them in its own pull request; until then they stand as they are.`
        ]),
    ...(unread.length === 0
      ? []
      : [`Could not be read, so guessed with less: ${unread.map(markdownText).join('; ')}`]),
    '- **Close:** nothing changes. The next run of the import asks for it again.'
  ].join('\n\n')
}

function risksPart({ risks, system }: ImportSummary): readonly string[] {
  if (risks.length === 0)
    return [`### Risks in ${markdownText(system)}\n\nNone of those that are looked for.`]
  const lines = riskLines(risks).map((line) => `- ${line}`)
  const order = RISK_WORDS.map(([risk]) => risk)
  const rows = risks
    .toSorted((a, b) => order.indexOf(a.risk) - order.indexOf(b.risk))
    .slice(0, MOST_RISKS)
    .map(({ principal, risk, says }) => [markdownText(principal), risk, markdownText(says)])
  const more = risks.length > MOST_RISKS ? [`_and ${risks.length - MOST_RISKS} more._`] : []
  return [
    `### Risks in ${markdownText(system)}, as it stands now\n\n${lines.join('\n')}`,
    ...table(['who', 'risk', 'what'], rows),
    ...more
  ]
}

const MOST_RISKS = 60
const MOST_GUESSES = 150

const EFFECTS: Readonly<Record<Part['topic'], string>> = {
  subjects:
    'These principals become people and workloads of yours: that they exist, sign in and hold young keys is no finding any more. It gives nobody any access, and nobody the right to approve anything: no file names a GitHub account.',
  entitlements:
    'These things can be asked for and granted, and governance approves each request until somebody else is named. It gives nobody any access.',
  'critical-entitlements':
    'These things can be asked for and granted for as short as the tier says; whoever holds one can give himself anything, or nobody can tell what it allows. It gives nobody any access, and takes the approvals of two people.',
  grants:
    'What these people and workloads hold already becomes theirs by an approved grant, with an end. Memberships of groups end with their grant from then on. Policies get a copy with a date; where the system’s file says `outOfBand: revoke`, the form that stands now goes in one of the next nights, where it says `report`, it stays and is nobody’s finding as long as the grant stands.'
}

const CHECKS: Readonly<Record<Part['topic'], readonly string[]>> = {
  subjects: [
    'Whoever may create users and roles, or tag them, could have made any of these so that it looks right. Is each one **yours**, still there, and who it seems to be?',
    'Delete from this branch the file of anybody whom you don’t know: then it stays a finding.',
    'People: write the real name and address. Workloads: name who answers for it; the system’s owner does until then.'
  ],
  entitlements: [
    'The risk is a guess: never `low`, and milder than `critical` only where the policy could be read. Correct it.',
    'Name the people who really approve it. Until then governance does.',
    'Group targets carry no date in AWS: only a run of Grantbook ends them.'
  ],
  'critical-entitlements': [
    'Should this be held by anybody, ever? If not, delete its file from this branch and mend it in AWS.'
  ],
  grants: [
    'That somebody holds it is no reason to hold it. Delete from this branch what isn’t needed: then it stays a finding, and is asked about.',
    'Look at those first whom the table of risks names.'
  ]
}

function guessesPart({ things, files }: Part): readonly string[] {
  const order = ['low', 'medium', 'high', null]
  const rows = things
    .toSorted((a, b) => rank(a) - rank(b) || order.indexOf(a.confidence) - order.indexOf(b.confidence))
    .slice(0, MOST_GUESSES)
    .map(({ name, path, confidence, why, risks }) => [
      markdownText(name),
      markdownCode((path ?? '').replace(/^grants\//u, '')),
      confidence ?? '',
      risks.length === 0 ? '' : `**${risks.join(', ')}**`,
      markdownText(why.join('; '))
    ])
  const more =
    files.length > MOST_GUESSES
      ? [`_and ${files.length - MOST_GUESSES} more: each file says the same of itself._`]
      : []
  return [
    `### Every guess, the dangerous and the unsure first`,
    ...table(['in the system', 'file', 'confidence', 'risks', 'why'], rows),
    ...more
  ]
}

/** The dangerous first. */
function rank({ risks }: FoundThing): number {
  return -risks.length
}
