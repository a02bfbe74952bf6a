import { makeAmbition } from '../app/ambition/ambition-store.ts'
import { beginAnalysis, shareVersion, writeWords } from '../app/analysis/analysis-store.ts'
import { gatherReports } from '../app/analysis/gather-desk.ts'
import { addLine } from '../app/datatalk/talk-line-store.ts'
import { beginTalk, shareTalk } from '../app/datatalk/talk-write-store.ts'
import type { Db } from '../app/db/database.ts'
import type { AnalysisId, DataTalkId } from '../app/kernel/id.ts'
import { isRefusal } from '../app/kernel/refusal.ts'
import type { SchoolYear } from '../app/kernel/school-year.ts'
import type { Member } from '../app/session/actor.ts'
import { NOW_MOMENT } from './cast.ts'

const EVERYBODY = ['karin', 'paul', 'anouk', 'wilma', 'sem', 'bram', 'petra', 'hanneke'] as const

/** Words in data talks of Leerteam Rekenen (Bram, Wilma; Karin coordinates), in an ambition and in analyses. */
export const TREND_CANARIES = [
  { word: 'kanarie-oorzaak', for: ['bram', 'wilma', 'karin'], seenBy: 'bram' },
  { word: 'kanarie-bewijs', for: ['bram', 'wilma', 'karin'], seenBy: 'wilma' },
  { word: 'kanarie-indeklas', for: ['bram', 'wilma', 'karin'], seenBy: 'karin' },
  { word: 'kanarie-alskunnen', for: ['bram', 'wilma', 'karin'], seenBy: 'bram' },
  // Shared, and taken back again: who read it then reads it no more.
  { word: 'kanarie-weerdicht', for: ['bram', 'wilma', 'karin'], seenBy: 'wilma' },
  // Shared: the team reads it, and no program, guest or other school.
  { word: 'kanarie-voorallen', for: EVERYBODY, seenBy: 'paul' },
  { word: 'kanarie-hoogte', for: EVERYBODY, seenBy: 'anouk' },
  // An analysis that Karin has not shared yet, and one that she has.
  { word: 'kanarie-inbewerking', for: ['karin'], seenBy: 'karin' },
  { word: 'kanarie-jaarverslag', for: EVERYBODY, seenBy: 'hanneke' },
] as const

export type PlantedTrends = {
  readonly talks: readonly DataTalkId[]
  readonly analyses: readonly AnalysisId[]
}

/** Talks, an ambition and analyses, with words in every place where words can stand. */
export async function plantTrends(
  db: Db,
  given: Readonly<Record<'bram' | 'wilma' | 'karin', Member>>,
): Promise<PlantedTrends> {
  const team = await db.read(given.karin, (sql) =>
    sql
      .selectFrom('learning_team')
      .select('id')
      .where('name', '=', 'Leerteam Rekenen')
      .executeTakeFirstOrThrow(),
  )
  const [bram, wilma] = [given.bram, given.wilma].map((one) => ({ ...one, learningTeams: [team.id] }))
  const karin: Member = { ...given.karin, roles: ['coordinator'] }
  if (!bram || !wilma) throw new Error('nobody is in the learning team')
  const talk = await closedTalk(db, bram, wilma)
  const begin = (subject: string) => beginTalk(db, wilma, { team: team.id, subject }, NOW_MOMENT)
  const again = good(await begin('Taalverzorging'))
  await writes(db, wilma, again, 'cause', 'kanarie-weerdicht')
  good(await shareTalk(db, wilma, again, true, NOW_MOMENT))
  good(await shareTalk(db, wilma, again, false, NOW_MOMENT))
  const shared = good(await begin('Lezen'))
  await writes(db, wilma, shared, 'cause', 'kanarie-voorallen')
  good(await shareTalk(db, wilma, shared, true, NOW_MOMENT))
  good(
    await makeAmbition(
      db,
      karin,
      {
        teamId: null,
        talkId: null,
        about: { of: 'standing', share: 'at1F' },
        to: 99,
        by: '2027-2028' as SchoolYear,
        why: 'kanarie-hoogte',
      },
      NOW_MOMENT,
    ),
  )
  return { talks: [talk, again, shared], analyses: await plantAnalyses(db, karin) }
}

/** A talk that its learning team keeps to itself. */
async function closedTalk(db: Db, bram: Member, wilma: Member): Promise<DataTalkId> {
  const team = bram.learningTeams[0] ?? null
  const talk = good(await beginTalk(db, bram, { team, subject: 'Rekenen' }, NOW_MOMENT))
  const cause = await writes(db, bram, talk, 'cause', 'kanarie-oorzaak')
  good(await addLine(db, wilma, talk, { part: 'for', under: cause, words: 'kanarie-bewijs' }, NOW_MOMENT))
  await writes(db, wilma, talk, 'seen', 'kanarie-indeklas')
  await writes(db, bram, talk, 'able', 'kanarie-alskunnen')
  return talk
}

const writes = async (
  db: Db,
  who: Member,
  talk: DataTalkId,
  part: 'cause' | 'seen' | 'able',
  words: string,
) => good(await addLine(db, who, talk, { part, under: null, words }, NOW_MOMENT))

async function plantAnalyses(db: Db, karin: Member): Promise<AnalysisId[]> {
  const make = async (kind: 'mid-year' | 'year', schoolYear: string, words: string) => {
    const of = { kind, schoolYear: schoolYear as SchoolYear } as const
    const reports = await gatherReports(db, karin, of)
    const id = good(await beginAnalysis(db, karin, { ...of, reports }, NOW_MOMENT))
    good(await writeWords(db, karin, { id, number: 1 }, { part: 'standing', words, base: 0 }))
    return id
  }
  const draft = await make('mid-year', '2023-2024', 'kanarie-inbewerking')
  const shared = await make('year', '2024-2025', 'kanarie-jaarverslag')
  good(await shareVersion(db, karin, { id: shared, number: 1 }, NOW_MOMENT))
  return [draft, shared]
}

function good<Answer>(answer: Answer): Exclude<NonNullable<Answer>, { readonly refused: string }> {
  if (answer === null || answer === undefined || isRefusal(answer))
    throw new Error(`not planted: ${JSON.stringify(answer)}`)
  return answer as Exclude<NonNullable<Answer>, { readonly refused: string }>
}
