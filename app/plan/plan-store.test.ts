import { describe, expect, it } from 'vitest'
import { type Cast, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase, type OpenFresh } from '../../test/database.ts'
import type { EntryId, PlanId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { textOf } from './entry.ts'
import { removeEntry, restoreEntry } from './entry-arrange-store.ts'
import { addEntry, agreeTrack, givePlaces, type NewEntry, writeEntryText } from './entry-store.ts'
import { letLoose, takeBack } from './let-loose-store.ts'
import { looseEnds, openEnds } from './loose-end.ts'
import { entryOf } from './plan.ts'
import { sightOf } from './plan-sight.ts'
import { createPlan, movePlan, readPlan } from './plan-store.ts'
import { addPrinciple, takeInPrinciple } from './principle-store.ts'
import { answerProposal, propose, readProposals } from './proposal-store.ts'
import { readRoster } from './roster-store.ts'
import { answerSupport, namePerson, setMoments, tieEntry } from './tie-store.ts'

const YEAR = '2026-2027' as SchoolYear

async function school(open: OpenFresh) {
  const db = await open()
  const cast = await settleCast(db)
  const planId = (await createPlan(
    db,
    cast.member('karin'),
    { schoolYear: YEAR, title: 'Plan' },
    NOW_MOMENT,
  )) as PlanId
  const plan = async () => (await readPlan(db, cast.keeper, planId))!
  const add = async (who: Parameters<Cast['member']>[0], entry: NewEntry) => {
    const id = await addEntry(db, cast.member(who), await plan(), entry, NOW_MOMENT)
    if (typeof id !== 'string') throw new Error(JSON.stringify(id))
    return id
  }
  const entry = async (id: EntryId) => entryOf(await plan(), id)!
  return { db, cast, plan, add, entry }
}

const trackOf = (cast: Cast, key: keyof Cast['people']): NewEntry => ({
  kind: 'teacher-track',
  personId: cast.people[key],
})

describe('a plan', () => {
  eachDatabase((open) => {
    it('is made once a year, by the coordinator alone', async () => {
      const { db, cast } = await school(open)
      const again = await createPlan(
        db,
        cast.member('karin'),
        { schoolYear: YEAR, title: 'Nog een' },
        NOW_MOMENT,
      )
      expect(again).toEqual({ refused: 'year-taken', field: 'schoolYear' })
      const next = { schoolYear: '2027-2028' as SchoolYear, title: 'Volgend jaar' }
      expect(await createPlan(db, cast.member('anouk'), next, NOW_MOMENT)).toEqual({
        refused: 'may-not',
        because: 'only-coordinator',
      })
    })

    it('is another school’s business to nobody', async () => {
      const { db, plan } = await school(open)
      const elsewhere = await settleCast(db, { name: 'De Buren' })
      expect(await readPlan(db, elsewhere.member('karin'), (await plan()).id)).toBeNull()
    })

    it('refuses a sixth principle, also when two coordinators add the fifth at the same time', async () => {
      const { db, cast, plan } = await school(open)
      const karin = cast.member('karin')
      for (const text of ['Een', 'Twee', 'Drie', 'Vier'])
        await addPrinciple(db, karin, await plan(), { text }, NOW_MOMENT)
      const seen = await plan()
      const both = await Promise.all(
        ['Vijf', 'Zes'].map((text) => addPrinciple(db, karin, seen, { text }, NOW_MOMENT)),
      )
      expect(both.filter((one) => typeof one === 'string')).toHaveLength(1)
      expect(both).toContainEqual({ refused: 'sixth-principle' })
      expect((await plan()).principles.map((principle) => principle.text.text)).toHaveLength(5)
      expect(await takeInPrinciple(db, karin, await plan(), { text: 'Uit Word' }, NOW_MOMENT)).toBeTypeOf(
        'string',
      )
      expect(openEnds(looseEnds(await plan(), await readRoster(db, karin))).map((end) => end.kind)).toContain(
        'too-many-principles',
      )
    })

    it('moves by the coordinator with a reason, and to adopted only by the team', async () => {
      const { db, cast, plan } = await school(open)
      const karin = cast.member('karin')
      expect(await movePlan(db, karin, await plan(), 'adopted', 'Het staat', NOW_MOMENT)).toEqual({
        refused: 'no-such-move',
      })
      expect(await movePlan(db, karin, await plan(), 'input', ' ', NOW_MOMENT)).toEqual({
        refused: 'reason-missing',
        field: 'why',
      })
      expect(await movePlan(db, cast.member('paul'), await plan(), 'input', 'Ja', NOW_MOMENT)).toMatchObject({
        refused: 'may-not',
      })
      const before = await plan()
      expect(await movePlan(db, karin, before, 'input', 'Iedereen leest mee.', NOW_MOMENT)).toBeNull()
      expect((await plan()).changes.at(-1)).toMatchObject({
        from: 'draft',
        to: 'input',
        why: 'Iedereen leest mee.',
        by: cast.people.karin,
      })
      expect(await movePlan(db, karin, before, 'input', 'Nog eens', NOW_MOMENT)).toEqual({ refused: 'stale' })
    })

    it('refuses a change that was weighed before the plan moved on, and keeps nothing of it', async () => {
      const { db, cast, plan, add, entry } = await school(open)
      const karin = cast.member('karin')
      const goal = await add('karin', { kind: 'team-goal', texts: { title: 'Kijken' } })
      const [before, then] = [await plan(), await entry(goal)]
      await movePlan(db, karin, before, 'input', 'Iedereen leest mee.', NOW_MOMENT)
      const late = await writeEntryText(db, karin, before, then, 'approach', 'Net te laat', null, NOW_MOMENT)
      expect(late).toEqual({ refused: 'stale' })
      expect(textOf(await entry(goal), 'approach')).toBe('')
    })

    it('never loses one of two texts in the same field', async () => {
      const { db, cast, plan, add, entry } = await school(open)
      const goal = await add('karin', { kind: 'general-goal', texts: { title: 'Lezen' } })
      const karin = cast.member('karin')
      const write = async (text: string, base: number | null) =>
        writeEntryText(db, karin, await plan(), await entry(goal), 'approach', text, base, NOW_MOMENT)
      expect(await write('Elke dag', null)).toMatchObject({ saved: { revision: 1 } })
      expect(await write('Elke dag een half uur', 1)).toMatchObject({ saved: { revision: 2 } })
      expect(await write('Elke week', 1)).toMatchObject({
        collision: { text: 'Elke dag een half uur', revision: 2 },
        mine: 'Elke week',
      })
      expect(textOf(await entry(goal), 'approach')).toBe('Elke dag een half uur')
    })

    it('gives everyone a place in one act', async () => {
      const { db, cast, plan, add } = await school(open)
      await add('anouk', trackOf(cast, 'anouk'))
      const karin = cast.member('karin')
      expect(await givePlaces(db, karin, await plan(), await readRoster(db, karin), NOW_MOMENT)).toBe(20)
      expect((await plan()).entries.filter((entry) => entry.weight === 'light')).toHaveLength(20)
      expect(await givePlaces(db, karin, await plan(), await readRoster(db, karin), NOW_MOMENT)).toBe(0)
    })

    it('lets a loose end loose on purpose and takes that back', async () => {
      const { db, cast, plan } = await school(open)
      const karin = cast.member('karin')
      const line = cast.visionLines.ouders
      expect(
        await letLoose(db, karin, await plan(), 'line-carries-nothing', line, '', NOW_MOMENT),
      ).toMatchObject({ refused: 'reason-missing' })
      await letLoose(db, karin, await plan(), 'line-carries-nothing', line, 'Volgend jaar weer.', NOW_MOMENT)
      const roster = await readRoster(db, karin)
      expect(openEnds(looseEnds(await plan(), roster)).some((end) => end.subjectId === line)).toBe(false)
      await takeBack(db, karin, await plan(), (await plan()).letLoose[0]!.id, NOW_MOMENT)
      expect(openEnds(looseEnds(await plan(), roster)).some((end) => end.subjectId === line)).toBe(true)
    })
  })
})

describe('the track of a teacher', () => {
  eachDatabase((open) => {
    it('is written by that teacher; the coordinator proposes, and until accepted only those two see it', async () => {
      const { db, cast, plan, add, entry } = await school(open)
      const track = await add('karin', trackOf(cast, 'anouk'))
      const karin = cast.member('karin')
      expect(
        await writeEntryText(
          db,
          karin,
          await plan(),
          await entry(track),
          'goal',
          'Wat ik wil',
          null,
          NOW_MOMENT,
        ),
      ).toEqual({
        refused: 'may-not',
        because: 'teacher-holds-pen',
      })
      await propose(
        db,
        karin,
        await plan(),
        await entry(track),
        { texts: { goal: 'In elke les zie ik wie meekan.' }, source: 'coordinator' },
        NOW_MOMENT,
      )
      for (const key of ['karin', 'anouk'] as const)
        expect(await readProposals(db, cast.member(key), await plan())).toHaveLength(1)
      for (const key of ['paul', 'youssef'] as const)
        expect(await readProposals(db, cast.member(key), await plan())).toHaveLength(0)
      const [proposal] = await readProposals(db, cast.member('anouk'), await plan())
      const answer = { outcome: 'accepted' } as const
      expect(
        await answerProposal(db, karin, await plan(), await entry(track), proposal!, answer, NOW_MOMENT),
      ).toMatchObject({ refused: 'may-not' })
      expect(
        await answerProposal(
          db,
          cast.member('anouk'),
          await plan(),
          await entry(track),
          proposal!,
          answer,
          NOW_MOMENT,
        ),
      ).toBeNull()
      expect(await entry(track)).toMatchObject({
        agreedAt: NOW_MOMENT,
        texts: { goal: { text: 'In elke les zie ik wie meekan.' } },
      })
      expect(
        await answerProposal(
          db,
          cast.member('anouk'),
          await plan(),
          await entry(track),
          proposal!,
          answer,
          NOW_MOMENT,
        ),
      ).toEqual({ refused: 'already-answered' })
    })

    it('is not in sight of the team before its teacher stands behind it', async () => {
      const { db, cast, plan, add, entry } = await school(open)
      const anouk = cast.member('anouk')
      const track = await add('anouk', { ...trackOf(cast, 'anouk'), texts: { goal: 'Nog geheim' } })
      for (const key of ['paul', 'youssef', 'bram'] as const) {
        expect(JSON.stringify(sightOf(await plan(), cast.member(key)))).not.toContain('Nog geheim')
      }
      expect(JSON.stringify(sightOf(await plan(), cast.member('karin')))).toContain('Nog geheim')
      await agreeTrack(db, anouk, await plan(), await entry(track), NOW_MOMENT)
      expect(JSON.stringify(sightOf(await plan(), cast.member('paul')))).toContain('Nog geheim')
    })

    it('may be proposed on by who is invited, and is one for each person', async () => {
      const { db, cast, plan, add, entry } = await school(open)
      const track = await add('anouk', trackOf(cast, 'anouk'))
      await expect(add('karin', trackOf(cast, 'anouk'))).rejects.toThrow('has-track-already')
      const offer = async () =>
        propose(
          db,
          cast.member('youssef'),
          await plan(),
          await entry(track),
          { texts: { approach: 'Kom kijken' }, source: 'invited' },
          NOW_MOMENT,
        )
      expect(await offer()).toEqual({ refused: 'may-not', because: 'not-invited' })
      expect(
        await namePerson(
          db,
          cast.member('karin'),
          await plan(),
          await entry(track),
          cast.people.youssef,
          'invited',
          NOW_MOMENT,
        ),
      ).toMatchObject({ refused: 'may-not' })
      await namePerson(
        db,
        cast.member('anouk'),
        await plan(),
        await entry(track),
        cast.people.youssef,
        'invited',
        NOW_MOMENT,
      )
      expect(await offer()).toBeTypeOf('string')
    })

    it('names a colleague as support only once that colleague agrees', async () => {
      const { db, cast, plan, add, entry } = await school(open)
      const track = await add('anouk', trackOf(cast, 'anouk'))
      await namePerson(
        db,
        cast.member('anouk'),
        await plan(),
        await entry(track),
        cast.people.bram,
        'support',
        NOW_MOMENT,
      )
      expect((await entry(track)).people[0]).toMatchObject({ personId: cast.people.bram, agreedAt: null })
      expect(
        await answerSupport(db, cast.member('kees'), await plan(), await entry(track), true, NOW_MOMENT),
      ).toMatchObject({ refused: 'may-not' })
      await answerSupport(db, cast.member('bram'), await plan(), await entry(track), true, NOW_MOMENT)
      expect((await entry(track)).people[0]).toMatchObject({ agreedAt: NOW_MOMENT })
    })

    it('is not taken away with somebody’s text in it, and can be put back', async () => {
      const { db, cast, plan, add, entry } = await school(open)
      const track = await add('anouk', { ...trackOf(cast, 'anouk'), texts: { goal: 'Van mij' } })
      expect(
        await removeEntry(db, cast.member('karin'), await plan(), await entry(track), NOW_MOMENT),
      ).toEqual({ refused: 'may-not', because: 'teacher-holds-pen' })
      const goal = await add('karin', { kind: 'team-goal', texts: { title: 'Kijken bij elkaar' } })
      await removeEntry(db, cast.member('karin'), await plan(), await entry(goal), NOW_MOMENT)
      expect(entryOf(await plan(), goal)).toBeNull()
      await restoreEntry(db, cast.member('karin'), await plan(), goal)
      expect(textOf(await entry(goal), 'title')).toBe('Kijken bij elkaar')
    })

    it('hangs on lines and goals of its own school only', async () => {
      const { db, cast, plan, add, entry } = await school(open)
      const elsewhere = await settleCast(db, { name: 'De Buren' })
      const goal = await add('karin', { kind: 'general-goal' })
      const tie = async (ties: Parameters<typeof tieEntry>[4]) =>
        tieEntry(db, cast.member('karin'), await plan(), await entry(goal), ties)
      expect(await tie({ visionLineIds: [elsewhere.visionLines.lezen] })).toEqual({
        refused: 'line-unknown',
        field: 'visionLineIds',
      })
      expect(await tie({ parentId: goal })).toMatchObject({ refused: 'hangs-on-itself' })
      expect(await tie({ coordinatorHours: -1 })).toMatchObject({ refused: 'hours-unknown' })
      expect(await tie({ visionLineIds: [cast.visionLines.lezen, cast.visionLines.lezen] })).toBeNull()
      expect((await entry(goal)).visionLineIds).toEqual([cast.visionLines.lezen])
      const days = [{ onDay: '2027-09-01', occasion: 'end' }] as unknown as Parameters<typeof setMoments>[4]
      await setMoments(db, cast.member('karin'), await plan(), await entry(goal), days)
      const kinds = looseEnds(await plan(), await readRoster(db, cast.keeper))
        .filter((end) => end.subjectId === goal)
        .map((end) => end.kind)
      expect(kinds).toEqual(['no-executor', 'no-approach', 'day-outside-year'])
    })
  })
})

describe('the database underneath', () => {
  eachDatabase((open, dialect) => {
    it('shows one school nothing of another, whatever the query forgets', async () => {
      const { db, cast, add } = await school(open)
      await add('karin', { kind: 'general-goal', texts: { title: 'Van De Regenboog' } })
      const elsewhere = await settleCast(db, { name: 'De Buren' })
      const rows = await db.read(elsewhere.keeper, (sql) =>
        sql.selectFrom('passage').select('text').execute(),
      )
      // SQLite serves one process of one board and has no rows of its own to guard: there the stores alone do it.
      expect(rows).toHaveLength(dialect === 'postgres' ? 0 : 1)
      expect(cast.schoolId).not.toBe(elsewhere.schoolId)
    })

    it('leaves nothing behind of an act that ends in a refusal or an error', async () => {
      const { db, cast, plan } = await school(open)
      const before = (await plan()).revision
      const half = async (end: () => unknown) =>
        db.write(cast.keeper, async (_sql, tx) => {
          await addPrinciple(tx, cast.keeper, await plan(), { text: 'Half' }, NOW_MOMENT)
          return end()
        })
      await half(() => ({ refused: 'stale' }))
      await expect(
        half(() => {
          throw new Error('stuk')
        }),
      ).rejects.toThrow('stuk')
      expect((await plan()).principles).toHaveLength(0)
      expect((await plan()).revision).toBe(before)
    })
  })
})
