import { ambitionSheetsOf } from '../ambition/ambition-sheet-store.ts'
import { ambitionTitle } from '../ambition/stand-text.ts'
import { textOf } from '../plan/entry.ts'
import { readTeam } from '../school/team-store.ts'
import type { AtTrends, Columns } from '../trend/trend-slot-desk.ts'
import { columnsOf } from './columns-view.tsx'
import { latestTalk } from './talk.ts'
import { teamName } from './talk-desk.ts'
import { standingGoal } from './talk-goal-store.ts'
import { readTalk, talksOf } from './talk-store.ts'

/** What the talk that goes on, or else the last one, says below the four headings of the trends; null: none yet. */
export async function talkInTrends({ desk, reader }: AtTrends): Promise<Columns | null> {
  const { db } = desk
  const { actor, language } = reader
  const latest = latestTalk(await talksOf(db, actor))
  const talk = latest && (await readTalk(db, actor, latest.id))
  if (!talk) return null
  const sheets = (await ambitionSheetsOf(db, actor)).filter(
    ({ ambition }) => ambition.talkId === talk.id && ambition.teamId === talk.team,
  )
  const standing = await standingGoal(db, actor, talk.goal)
  const title = standing?.entry ? textOf(standing.entry, 'title') || textOf(standing.entry, 'goal') : ''
  return columnsOf({
    talk,
    team: teamName(await readTeam(db, actor), talk),
    ambitions: sheets.map(({ ambition }) => ({
      href: `/trends/ambitions/${ambition.id}`,
      title: ambitionTitle(language, ambition),
    })),
    goal: standing && { ...standing.goal, title: title || standing.proposed },
    language,
  })
}
