import { describe, expect, it } from 'vitest'
import {
  AT_TARGET,
  GROUP_FIVE,
  levelsOf,
  madeAmbition,
  resultsRoom,
  schoolYear,
  scoresOf,
} from '../../test/ambition-room.ts'
import { type Cast, NOW, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { adoptedPlan, done, planOf, writtenPlan } from '../../test/written-plan.ts'
import { beginAmendment } from '../adoption/amendment-begin-store.ts'
import { beginTalk, throwTalkAway } from '../datatalk/talk-write-store.ts'
import type { Db } from '../db/database.ts'
import { type Day, momentOf } from '../kernel/day.ts'
import { type EntryId, newId, type PlanId } from '../kernel/id.ts'
import { addEntry } from '../plan/entry-store.ts'
import { createPlan, touchPlan } from '../plan/plan-store.ts'
import { undoImport } from '../result/import-store.ts'
import { retireLearningTeam } from '../school/learning-team-store.ts'
import type { AmbitionGiven } from './ambition.ts'
import { ambitionSheetsIn, ambitionSheetsOf } from './ambition-sheet-store.ts'
import { ambitionsOf, changeAmbition, endAmbition, makeAmbition, readAmbition } from './ambition-store.ts'
import { forgetOldAmbitions } from './ambition-tidy-store.ts'
import { isTalkKept, tieAmbition } from './ambition-tie-store.ts'

const bring = resultsRoom()
const LATER = new Date('2027-02-20T10:00:00Z')

const given = (cast: Cast, rest: Partial<AmbitionGiven> = {}): AmbitionGiven => ({
  teamId: cast.learningTeams.rekenen,
  talkId: null,
  about: GROUP_FIVE,
  to: 78,
  by: schoolYear('2027-2028'),
  why: '',
  ...rest,
})

async function schoolWith(db: Db, ...results: Parameters<typeof scoresOf>[]) {
  const cast = await settleCast(db)
  for (const one of results) await bring(db, cast, scoresOf(...one))
  return cast
}

eachDatabase((open) => {
  describe('an ambition', () => {
    it('begins at the figure of the day, and is of the learning team that may keep it', async () => {
      const db = await open()
      const cast = await schoolWith(db, ['2024-2025', 75], ['2025-2026', 76.4])
      const make = (key: Parameters<Cast['member']>[0], rest: Partial<AmbitionGiven> = {}) =>
        makeAmbition(db, cast.member(key), given(cast, rest), NOW_MOMENT)
      expect(await make('anouk')).toEqual({ refused: 'may-not', because: 'not-in-learning-team' })
      expect(await make('bram', { teamId: null })).toEqual({
        refused: 'may-not',
        because: 'coordinator-for-all',
      })
      expect(await make('bram', { teamId: newId<'learning-team'>() })).toMatchObject({ refused: 'may-not' })
      expect(await make('karin', { teamId: newId<'learning-team'>() })).toMatchObject({ refused: 'team-odd' })
      const { rekenen } = cast.learningTeams
      await retireLearningTeam(db, cast.member('karin'), rekenen, '2026-11-01' as Day)
      expect(await make('bram')).toMatchObject({ refused: 'team-odd' })
      await retireLearningTeam(db, cast.member('karin'), rekenen, null)
      const id = done(await make('bram', { why: '  De tafels vragen tijd.  ' }))
      const [one] = await ambitionsOf(db, cast.member('anouk'))
      expect(one).toMatchObject({
        id,
        from: { schoolYear: '2025-2026', value: 76.4, n: 24 },
        to: 78,
        by: '2027-2028',
        why: 'De tafels vragen tijd.',
        about: GROUP_FIVE,
        tie: null,
        ended: null,
        news: null,
        revision: 1,
        past: [],
      })
      expect(await ambitionsOf(db, { kind: 'program', schoolId: cast.schoolId, tokenId: 'a' })).toEqual([])
      expect(await make('karin')).toMatchObject({ refused: 'there-already', field: 'about' })
    })

    it('is refused when there is nothing to see, or when its height or year can not be', async () => {
      const db = await open()
      const cast = await schoolWith(db, ['2025-2026', 76], ['2024-2025', 70, 3])
      const make = (rest: Partial<AmbitionGiven>) =>
        makeAmbition(db, cast.member('karin'), given(cast, rest), NOW_MOMENT)
      const other = { ...GROUP_FIVE, norm: '2020' }
      expect(await make({ about: other })).toMatchObject({ refused: 'about-gone' })
      expect(await make({ about: AT_TARGET })).toMatchObject({ refused: 'about-gone' })
      expect(await make({ to: 0 })).toMatchObject({ refused: 'to-odd', field: 'to' })
      expect(await make({ by: schoolYear('2025-2026') })).toMatchObject({ refused: 'by-odd', field: 'by' })
      expect(await make({ why: 'x'.repeat(601) })).toMatchObject({ refused: 'why-long', field: 'why' })
      const few = await schoolWith(db, ['2025-2026', 76, 4])
      const hers = makeAmbition(db, few.member('karin'), given(few), NOW_MOMENT)
      expect(await hers).toMatchObject({ refused: 'about-gone' })
      expect(await ambitionsOf(db, few.member('karin'))).toEqual([])
    })

    it('is of one school: nobody of another reads, changes, ties or closes it', async () => {
      const db = await open()
      const cast = await schoolWith(db, ['2025-2026', 76])
      const id = await madeAmbition(db, cast)
      const other = (await settleCast(db, { name: 'De Kim' })).member('karin')
      expect(await ambitionsOf(db, other)).toEqual([])
      expect(await readAmbition(db, other, id)).toBeNull()
      const height = { to: 80, by: schoolYear('2027-2028'), why: '', revision: 1 }
      expect(await changeAmbition(db, other, id, height, NOW_MOMENT)).toEqual({ refused: 'ambition-gone' })
      expect(await endAmbition(db, other, id, 'let-go', NOW_MOMENT)).toEqual({ refused: 'ambition-gone' })
      expect(await tieAmbition(db, other, id, null)).toEqual({ refused: 'ambition-gone' })
    })

    it('keeps what it said when it is changed, once for each reading of it', async () => {
      const db = await open()
      const cast = await schoolWith(db, ['2025-2026', 76])
      const id = await madeAmbition(db, cast)
      const change = (to: number, revision: number, rest = {}) =>
        changeAmbition(
          db,
          cast.member('youssef'),
          id,
          { to, by: schoolYear('2027-2028'), why: 'Het ging sneller.', revision, ...rest },
          NOW_MOMENT,
        )
      expect(await change(80, 1)).toBe('done')
      expect(await change(82, 1)).toEqual({ refused: 'changed-meanwhile' })
      expect(await change(80, 2)).toEqual({ refused: 'nothing-changed' })
      expect(await change(79, 2, { by: schoolYear('2024-2025') })).toMatchObject({ refused: 'by-odd' })
      expect(await change(79.5, 2, { by: schoolYear('2028-2029') })).toBe('done')
      expect(await readAmbition(db, cast.member('karin'), id)).toMatchObject({
        to: 79.5,
        by: '2028-2029',
        revision: 3,
        past: [
          { to: 78, by: '2027-2028', why: 'De tafels vragen tijd.', until: '2026-11-19' },
          { to: 80, by: '2027-2028', why: 'Het ging sneller.', until: '2026-11-19' },
        ],
      })
      expect(await endAmbition(db, cast.member('anouk'), id, 'reached', NOW_MOMENT)).toMatchObject({
        refused: 'may-not',
      })
      expect(await endAmbition(db, cast.member('bram'), id, 'reached', NOW_MOMENT)).toBe('done')
      expect(await change(90, 4)).toEqual({ refused: 'ambition-ended' })
      // A new one on the same thing may run then.
      await madeAmbition(db, cast)
      expect((await ambitionsOf(db, cast.member('bram'))).map(({ ended }) => ended?.how ?? null)).toEqual([
        null,
        'reached',
      ])
    })

    it('is made once when two do so at the same time', async () => {
      const db = await open()
      const cast = await schoolWith(db, ['2025-2026', 76])
      const both = await Promise.all(
        (['bram', 'karin'] as const).map((key) =>
          makeAmbition(db, cast.member(key), given(cast), NOW_MOMENT),
        ),
      )
      expect(both.filter((one) => typeof one === 'string')).toHaveLength(1)
      expect(await ambitionsOf(db, cast.keeper)).toHaveLength(1)
    })
  })

  describe('an ambition and the results', () => {
    it('hears of a new figure when it comes in, and not of results that are about something else', async () => {
      const db = await open()
      testApp(db)
      const cast = await schoolWith(db, ['2025-2026', 76])
      const id = await madeAmbition(db, cast)
      const news = async () => (await readAmbition(db, cast.keeper, id))?.news
      await bring(db, cast, levelsOf('2025-2026', 30, 12), '2024', LATER)
      expect(await news()).toBeNull()
      const made = await bring(db, cast, scoresOf('2026-2027', 77), '2024', LATER)
      expect(await news()).toEqual({ at: momentOf(LATER) })
      const stand = async () => (await ambitionSheetsOf(db, cast.member('anouk')))[0]
      expect(await stand()).toMatchObject({
        stand: { is: 'on-the-way', way: 'up', at: { value: 77 } },
        from: { value: 76 },
        team: 'Leerteam Rekenen',
      })
      expect(await undoImport(db, cast.member('karin'), made.id!, LATER)).toBeNull()
      expect((await stand())?.stand).toEqual({ is: 'not-measured' })
      expect(await news()).toBeNull()
    })

    it('brings no news with a figure of which it says nothing: of its first year, or after the one it is for', async () => {
      const db = await open()
      testApp(db)
      const cast = await schoolWith(db, ['2025-2026', 76])
      const id = await madeAmbition(db, cast, { by: schoolYear('2026-2027') })
      const news = async () => (await readAmbition(db, cast.keeper, id))?.news
      await bring(db, cast, scoresOf('2025-2026', 75, 30), '2024', LATER)
      expect(await news()).toBeNull()
      await bring(db, cast, scoresOf('2026-2027', 77), '2024', LATER)
      expect(await news()).not.toBeNull()
      await bring(db, cast, scoresOf('2027-2028', 79), '2024', LATER)
      expect(await news()).toBeNull()
    })

    it('says nothing of a figure that became one of too few, whoever asks', async () => {
      const db = await open()
      testApp(db)
      const cast = await schoolWith(db, ['2025-2026', 76, 20])
      await madeAmbition(db, cast)
      await bring(db, cast, scoresOf('2026-2027', 81.3, 4), '2024', LATER)
      for (const key of ['karin', 'bram'] as const) {
        const [sheet] = await ambitionSheetsOf(db, cast.member(key))
        expect(sheet?.stand).toEqual({ is: 'hidden' })
        expect(JSON.stringify(sheet)).not.toContain('81.3')
      }
      // The database holds nothing of it either beside the figures themselves.
      const rows = await db.read(cast.keeper, (sql) => sql.selectFrom('ambition').selectAll().execute())
      expect(rows[0]).toMatchObject({ seen_value: null, seen_at: null })
    })

    it('breaks where another norm begins', async () => {
      const db = await open()
      const cast = await schoolWith(db, ['2025-2026', 76])
      await madeAmbition(db, cast)
      await bring(db, cast, scoresOf('2026-2027', 310), '2026')
      const [sheet] = await ambitionSheetsOf(db, cast.member('bram'))
      expect(sheet?.stand).toEqual({ is: 'broken', schoolYear: '2026-2027' })
    })

    it('follows three years of the doorstroomtoets together', async () => {
      const db = await open()
      const cast = await settleCast(db)
      for (const [year, reach] of [
        ['2023-2024', 14],
        ['2024-2025', 15],
        ['2025-2026', 16],
      ] as const)
        await bring(db, cast, levelsOf(year, 30, reach))
      await madeAmbition(db, cast, { about: AT_TARGET, teamId: null, to: 55, by: schoolYear('2026-2027') })
      await bring(db, cast, levelsOf('2026-2027', 30, 18))
      const [sheet] = await ambitionSheetsOf(db, cast.member('anouk'))
      // 45 of 90, and 49 of 90.
      expect(sheet).toMatchObject({ from: { value: 50, n: 90 }, stand: { is: 'came-to', way: 'up' } })
      expect(sheet?.stand).toMatchObject({ at: { value: 54.44 + 1 / 225, n: 90 } })
    })
  })

  describe('an ambition and the plan', () => {
    it('hangs on a goal or a learning team’s track, never on the track of one teacher', async () => {
      const db = await open()
      const { cast, id: planId, goal, anouk } = await writtenPlan(db)
      await bring(db, cast, scoresOf('2025-2026', 76))
      const id = await madeAmbition(db, cast)
      const tie = (entryId: typeof goal | null) =>
        tieAmbition(db, cast.member('bram'), id, { planId, entryId, amendmentId: null })
      expect(await tie(anouk)).toMatchObject({ refused: 'tie-odd' })
      expect(await tie(newId<'entry'>())).toMatchObject({ refused: 'tie-odd' })
      expect(await tie(null)).toMatchObject({ refused: 'tie-odd' })
      const phase = (to: 'draft' | 'archived') =>
        db.write(cast.keeper, (sql) =>
          sql.updateTable('plan').set({ phase: to }).where('id', '=', planId).execute(),
        )
      await phase('archived')
      expect(await tie(goal)).toMatchObject({ refused: 'tie-odd' })
      await phase('draft')
      expect(await tie(goal)).toBe('done')
      const plan = await planOf(db, cast, planId)
      const byEntry = await ambitionSheetsIn(db, cast.member('anouk'), plan)
      expect([...byEntry.keys()]).toEqual([goal])
      expect(byEntry.get(goal)?.map(({ ambition }) => ambition.id)).toEqual([id])
      expect(await tieAmbition(db, cast.member('bram'), id, null)).toBe('done')
      expect((await ambitionSheetsIn(db, cast.member('anouk'), plan)).size).toBe(0)
    })

    it('knows that the talk that it came from has gone', async () => {
      const db = await open()
      const cast = await schoolWith(db, ['2025-2026', 76])
      const talk = done(
        await beginTalk(
          db,
          cast.member('bram'),
          { team: cast.learningTeams.rekenen, subject: '' },
          NOW_MOMENT,
        ),
      )
      const bram = cast.member('bram')
      expect(await isTalkKept(db, bram, { talkId: talk })).toBe(true)
      done(await throwTalkAway(db, bram, talk))
      expect(await isTalkKept(db, bram, { talkId: talk })).toBe(false)
    })

    it('follows its goal into the plan of the next year', async () => {
      const db = await open()
      const { cast, id: planId, goal } = await writtenPlan(db)
      await bring(db, cast, scoresOf('2025-2026', 76))
      const id = await madeAmbition(db, cast)
      done(await tieAmbition(db, cast.member('bram'), id, { planId, entryId: goal, amendmentId: null }))
      const karin = cast.member('karin')
      let previous: GoalIn = { planId, goal }
      for (const year of ['2027-2028', '2028-2029']) {
        const next = await nextPlan(db, cast, previous, year)
        const plan = await planOf(db, cast, next.planId)
        expect((await ambitionSheetsIn(db, karin, plan)).get(next.goal)).toHaveLength(1)
        previous = next
      }
    })

    it('hangs on a proposal, and then on the goal that it becomes', async () => {
      const db = await open()
      const { cast, id: planId } = await adoptedPlan(db)
      await bring(db, cast, scoresOf('2025-2026', 76))
      const karin = cast.member('karin')
      const asked = {
        kind: 'new',
        about: 'team-goal',
        subjectId: null,
        why: 'Uit het gesprek.',
        first: 'Tafels',
      } as const
      const amendmentId = done(await beginAmendment(db, karin, planId, asked, NOW_MOMENT))
      const id = await madeAmbition(db, cast)
      expect(await tieAmbition(db, karin, id, { planId, entryId: null, amendmentId })).toBe('done')
      const plan = await planOf(db, cast, planId)
      expect((await ambitionSheetsIn(db, karin, plan)).size).toBe(0)
      const entry = plan.entries[0]!.id
      await db.write(cast.keeper, async (sql) => {
        await sql.updateTable('amendment').set({ subject_id: entry }).where('id', '=', amendmentId).execute()
        await touchPlan(sql, cast.keeper, plan)
      })
      const after = await planOf(db, cast, planId)
      expect((await ambitionSheetsIn(db, karin, after)).get(entry)).toHaveLength(1)
    })
  })

  it('goes with its history when the school’s term has come, and not before', async () => {
    const db = await open()
    const cast = await schoolWith(db, ['2025-2026', 76])
    const id = await madeAmbition(db, cast)
    const height = { to: 80, by: schoolYear('2027-2028'), why: '', revision: 1 }
    done(await changeAmbition(db, cast.member('karin'), id, height, NOW_MOMENT))
    await forgetOldAmbitions(db, NOW)
    await forgetOldAmbitions(db, new Date('2033-07-01T03:00:00Z'))
    expect(await ambitionsOf(db, cast.keeper)).toHaveLength(1)
    await forgetOldAmbitions(db, new Date('2033-09-01T03:00:00Z'))
    expect(await ambitionsOf(db, cast.keeper)).toEqual([])
    const past = await db.read(cast.keeper, (sql) => sql.selectFrom('ambition_past').selectAll().execute())
    expect(past).toEqual([])
  })
})

type GoalIn = { readonly planId: PlanId; readonly goal: EntryId }

/** The plan of a year, in which the goal of the one before was carried over. */
async function nextPlan(db: Db, cast: Cast, { planId, goal }: GoalIn, year: string): Promise<GoalIn> {
  const karin = cast.member('karin')
  const plan = { schoolYear: schoolYear(year), title: `Plan ${year}`, previousPlanId: planId }
  const next = done(await createPlan(db, karin, plan, NOW_MOMENT))
  const entry = { kind: 'general-goal', texts: { title: 'Rekenen' }, carriedFrom: goal } as const
  const carried = await addEntry(db, karin, await planOf(db, cast, next), entry, NOW_MOMENT)
  return { planId: next, goal: done(carried) }
}
