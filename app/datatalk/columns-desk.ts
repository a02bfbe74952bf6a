import { ambitionSheetsOf } from '../ambition/ambition-sheet-store.ts'
import { ambitionTitle } from '../ambition/stand-text.ts'
import { textOf } from '../plan/entry.ts'
import { readPlans } from '../plan/plan-store.ts'
import { readTeam } from '../school/team-store.ts'
import { readVision } from '../school/vision-store.ts'
import type { Columns } from '../trend/columns-view.ts'
import type { AtTrends } from '../trend/trend-slot-desk.ts'
import { columnsOf } from './columns-view.tsx'
import { proposedLine } from './doing.ts'
import { noPlaceFor, planNow } from './doing-desk.ts'
import { unsaidIn } from './fact-now.ts'
import { numbersOf } from './numbers-store.ts'
import { latestTalk, type Talk } from './talk.ts'
import { ambitionsIn, teamName } from './talk-desk.ts'
import { standingGoal } from './talk-goal-store.ts'
import { mayWriteTalk } from './talk-may.ts'
import { readTalk, talksOf } from './talk-store.ts'

/** What the talk that goes on, or else the last one, says below the four headings of the trends; null: none yet. */
export async function talkInTrends(at: AtTrends): Promise<Columns | null> {
  const { desk, reader } = at
  const { db } = desk
  const { actor, language } = reader
  const latest = latestTalk(await talksOf(db, actor))
  const talk = latest && (await readTalk(db, actor, latest.id))
  if (!talk) return null
  const sheets = ambitionsIn(await ambitionSheetsOf(db, actor), talk)
  const standing = await standingGoal(db, actor, talk.goal)
  const writes = mayWriteTalk(actor, talk).may
  const title = standing?.entry ? textOf(standing.entry, 'title') || textOf(standing.entry, 'goal') : ''
  return columnsOf({
    talk,
    team: teamName(await readTeam(db, actor), talk),
    ambitions: sheets.map(({ ambition }) => ({
      href: `/trends/ambitions/${ambition.id}`,
      title: ambitionTitle(language, ambition),
    })),
    fits: standing || !writes ? null : await fitsOf(at, talk),
    noPlace: noPlaceFor(at, await readPlans(db, actor)),
    terms: reader.terms,
    goal: standing && { ...standing.goal, title: title || standing.proposed },
    unsaid: unsaidIn(talk, await numbersOf(db, actor)),
    writes,
    language,
  })
}

/** The vision line on which a goal of it would hang. */
async function fitsOf(at: AtTrends, talk: Talk): Promise<string | null> {
  const vision = await readVision(at.desk.db, at.reader.actor)
  const said = talk.lines.map(({ words }) => words)
  const line = proposedLine(talk, await planNow(at), vision, said)
  return vision.find(({ id }) => id === line?.id)?.short ?? null
}
