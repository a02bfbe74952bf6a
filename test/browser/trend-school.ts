import { endAmbition, makeAmbition } from '../../app/ambition/ambition-store.ts'
import { beginAnalysis, shareVersion, writeWords } from '../../app/analysis/analysis-store.ts'
import { gatherReports } from '../../app/analysis/gather-desk.ts'
import { addLine } from '../../app/datatalk/talk-line-store.ts'
import { beginTalk, endTalk, shareTalk } from '../../app/datatalk/talk-write-store.ts'
import type { Db } from '../../app/db/database.ts'
import type { AmbitionId, DataTalkId, TalkLineId } from '../../app/kernel/id.ts'
import type { SchoolYear } from '../../app/kernel/school-year.ts'
import { importResults } from '../../app/result/import-job.ts'
import type { Result } from '../../app/result/result.ts'
import { readResults } from '../../app/result/results-in.ts'
import { saveYear } from '../../app/trend/context-store.ts'
import { type Cast, NOW, settleCast } from '../cast.ts'
import { testNotesKey } from '../house.ts'
import { AFTER, done } from '../written-plan.ts'

const YEAR = (year: string) => year as SchoolYear

/** A school with results of years, ambitions in each state, data talks in each state, and analyses. */
export async function trendSchool(db: Db) {
  const cast = await settleCast(db, { name: 'De Beuk' })
  await bringIn(db, cast, 'Cito LVS', 'toetsresultaten-2021-2026.csv')
  await bringIn(db, cast, 'Doorstroomtoets', 'doorstroomtoets-2024-2026.csv')
  for (const year of ['2023-2024', '2024-2025', '2025-2026'])
    done(
      await saveYear(
        db,
        cast.keeper,
        YEAR(year),
        { weighting: 31.5, spread: 6.1, pupils: 260, note: '', changedAt: null },
        NOW,
      ),
    )
  return {
    cast,
    ...(await ambitionsIn(db, cast)),
    ...(await talksIn(db, cast)),
    ...(await analysesIn(db, cast)),
  }
}

async function bringIn(db: Db, { keeper }: Cast, supplier: string, file: string) {
  const results: Result[] = []
  await readResults(`test/fixtures/trend/${file}`, {
    take: (one) => results.push(one),
    refuse: () => undefined,
    leftOut: () => undefined,
  })
  async function* pieces() {
    yield results
  }
  const importing = { supplier, kind: 'sheet', keyFile: testNotesKey(), now: NOW } as const
  done(await importResults(db, keeper, pieces(), importing))
}

/** One of the whole team that runs, and one of a learning team that was let go. */
async function ambitionsIn(db: Db, cast: Cast) {
  const make = (share: 'target' | 'at1F', to: number, teamId: Cast['learningTeams']['rekenen'] | null) =>
    makeAmbition(
      db,
      cast.member('karin'),
      {
        teamId,
        talkId: null,
        about: { of: 'standing', share },
        to,
        by: YEAR('2027-2028'),
        why: 'Elk jaar drie leerlingen meer, dat is te doen.',
      },
      AFTER,
    )
  const running: AmbitionId = done(await make('target', 60, null))
  const ended: AmbitionId = done(await make('at1F', 99, cast.learningTeams.rekenen))
  done(await endAmbition(db, cast.member('bram'), ended, 'let-go', AFTER))
  return { running, ended }
}

/** An empty talk, one with lines, one that is shared, and one that was rounded off. */
async function talksIn(db: Db, cast: Cast) {
  const bram = cast.member('bram')
  const begin = async (subject: string): Promise<DataTalkId> =>
    done(await beginTalk(db, bram, { team: cast.learningTeams.rekenen, subject }, AFTER))
  const [empty, written, shared, over] = [
    await begin('Spelling'),
    await begin('Rekenen'),
    await begin('Lezen'),
    await begin(''),
  ]
  for (const talk of [written, shared, over]) await linesIn(db, cast, talk)
  done(await shareTalk(db, bram, shared, true, AFTER))
  done(await endTalk(db, bram, over, true, AFTER))
  return { empty, written, shared, over }
}

async function linesIn(db: Db, cast: Cast, talk: DataTalkId) {
  const says = async (
    who: 'bram' | 'youssef',
    part: 'data' | 'cause' | 'for' | 'seen' | 'able',
    words: string,
    under: TalkLineId | null = null,
  ) => done(await addLine(db, cast.member(who), talk, { part, under, words }, AFTER))
  await says('youssef', 'data', 'Het valt op bij de sommen met een verhaal.')
  const cause = await says('bram', 'cause', 'We doen weinig met verhaalsommen na de herfst.')
  await says('youssef', 'for', 'In het rooster staan er twee in de week.', cause)
  await says('bram', 'seen', 'Veel kinderen slaan het lezen over.')
  await says('youssef', 'able', 'Een eigen verhaalsom voor een maatje.')
}

/** One that Karin works on, and one that the team reads. */
async function analysesIn(db: Db, cast: Cast) {
  const karin = cast.member('karin')
  const make = async (kind: 'mid-year' | 'year', schoolYear: SchoolYear) => {
    const reports = await gatherReports(db, karin, { kind, schoolYear })
    const id = done(await beginAnalysis(db, karin, { kind, schoolYear, reports }, AFTER))
    const words = 'Zet naast de cijfers wat jullie in de klas zagen.'
    done(await writeWords(db, karin, { id, number: 1 }, { part: 'opening', words, base: 0 }))
    return id
  }
  const draft = await make('mid-year', YEAR('2025-2026'))
  const report = await make('year', YEAR('2025-2026'))
  done(await shareVersion(db, karin, { id: report, number: 1 }, AFTER))
  return { draft, report }
}
