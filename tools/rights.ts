import { writeFileSync } from 'node:fs'
import { ASKERS, type RightsRow, rightsMatrix } from '../app/home/rights.ts'

/** Where the matrix is kept, and compared in a test. */
export const RIGHTS_FILE = 'docs/rights.md'

const PHASE_NAMES = 'draft, input, decision, adopted, mid-evaluation, end-evaluation, archived'

/** The rights matrix as Markdown: per act who may, in which phases, and because of what. */
export function rightsDocument(): string {
  const rows = rightsMatrix()
  const acts = [...Map.groupBy(rows, (row) => row.act)]
  return [
    '# Rights matrix',
    '',
    'Made by `npm run rights` from the functions that decide (`app/*/*-may.ts`); a test compares it on every run.',
    `Phases: ${PHASE_NAMES}. A person can hold several roles; then the most generous answer holds.`,
    '*Owner* is the teacher, coordinator or principal whose track it is; *team-member* is in the learning team; *teacher* is any other teacher.',
    '',
    ...acts.flatMap(([act, ones]) => actTable(act, ones)),
  ].join('\n')
}

function actTable(act: string, rows: RightsRow[]) {
  return [
    `## ${capital(act)}`,
    '',
    '| who | may | because |',
    '|---|---|---|',
    ...ASKERS.flatMap((asker) => rows.filter((row) => row.asker === asker).flatMap(rowLines)),
    '',
  ]
}

/** One line for all phases where the answer is the same. */
function rowLines({ asker, answers }: RightsRow) {
  const groups = [...Map.groupBy(answers, ({ answer }) => `${answer.may ? 'yes' : 'no'}|${answer.because}`)]
  return groups.map(([key, ones]) => {
    const [may, because] = key.split('|')
    const phases = ones.length === answers.length ? '' : ` in ${ones.map((one) => one.phase).join(', ')}`
    return `| ${asker} | ${may}${phases} | ${because} |`
  })
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** `npm run rights`: writes the file anew. */
export async function main(): Promise<number> {
  writeFileSync(RIGHTS_FILE, rightsDocument())
  return 0
}
