import { beforeEach, describe, expect, it } from 'vitest'
import { settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember } from '../../test/request.ts'
import { AFTER, adoptedPlan, done, planOf, writtenPlan } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { createPlan, movePlan } from '../plan/plan-store.ts'
import { askedToLookBack, gathering } from './asked-store.ts'
import { writeEvaluationText } from './evaluation-store.ts'
import { noteConditions, readTeamLooks, writeLook } from './team-look-store.ts'
import { inOrder, parseCameOf, parsePromise, type YieldPromise } from './yield.ts'
import { countOpenYields, endPromise, openYieldsOf, promise, promisesOf } from './yield-store.ts'

const HOSTILE = '<img src=x onerror=alert(1)>\u0000'

eachDatabase((open, dialect) => {
  let db: Db
  let made: Awaited<ReturnType<typeof adoptedPlan>>
  beforeEach(async () => {
    db = await open()
    made = await adoptedPlan(db)
  })
  const member = (key: Parameters<typeof made.cast.member>[0]) => made.cast.member(key)
  const plan = () => planOf(db, made.cast, made.id)
  const write = async (
    key: Parameters<typeof made.cast.member>[0],
    field: string,
    text: string,
    base: number | null = 0,
    leads = false,
  ) => writeLook(db, member(key), { plan: await plan(), time: 'end', leads }, field, text, base, AFTER)

  describe(`what is said together (${dialect})`, () => {
    it('is written by whose words it is, and read by everybody of the school', async () => {
      expect(await write('anouk', 'conditions', 'x')).toMatchObject({ because: 'only-coordinator' })
      expect(await write('karin', 'conditionsAnswer', 'x')).toMatchObject({ because: 'only-principal' })
      expect(await write('karin', 'coordinatorPart', 'Ik deed het goed.')).toMatchObject({
        because: 'only-in-the-room',
      })
      expect(await write('anouk', 'coordinatorPart', 'Meekijken hielp.', 0, true)).toMatchObject({
        saved: {},
      })
      expect(await write('karin', 'conditions', 'Twee uur meer.')).toMatchObject({ saved: {} })
      expect(await write('paul', 'conditionsAnswer', 'Vier uur.')).toMatchObject({ saved: {} })
      expect(await write('karin', 'planItself', 'Korter.')).toMatchObject({ saved: {} })
      expect(await write('karin', 'score', '8')).toMatchObject({ refused: 'no-such-field' })
      const [look, ...more] = await readTeamLooks(db, member('bram'), made)
      expect(more).toEqual([])
      expect(look?.texts).toMatchObject({
        coordinatorPart: { text: 'Meekijken hielp.' },
        conditions: { text: 'Twee uur meer.' },
        conditionsAnswer: { text: 'Vier uur.' },
      })
    })

    it('loses nobody’s words, and is nothing before the plan is adopted or of another school', async () => {
      done(await write('karin', 'conditions', 'Eerst.'))
      expect(await write('karin', 'conditions', 'Anders.')).toMatchObject({ collision: { text: 'Eerst.' } })
      expect(await write('karin', 'conditions', 'x'.repeat(20_001), 1)).toMatchObject({
        refused: 'text-too-long',
      })
      const draft = await writtenPlan(db)
      const place = { plan: await planOf(db, draft.cast, draft.id), time: 'end' as const }
      expect(
        await writeLook(db, draft.cast.member('karin'), place, 'conditions', 'x', 0, AFTER),
      ).toMatchObject({
        because: 'not-adopted-yet',
      })
      expect(await readTeamLooks(db, draft.cast.member('karin'), made)).toEqual([])
    })
  })

  describe(`what is asked (${dialect})`, () => {
    const asked = async (key: Parameters<typeof made.cast.member>[0]) =>
      (await askedToLookBack(db, member(key), await plan())).map((one) =>
        one.kind === 'entry' ? one.entry.id : one.kind,
      )

    it('is of each only the own, and nothing outside an evaluation phase', async () => {
      expect(await asked('anouk')).toEqual([])
      done(await movePlan(db, member('karin'), await plan(), 'mid-evaluation', 'Halverwege.', AFTER))
      expect(await asked('anouk')).toEqual([made.anouk])
      expect(await asked('karin')).toEqual([made.goal, 'conditions'])
      expect(await asked('petra')).toEqual([])
      expect(await asked('paul')).toEqual([])
      const looked = await gathering(db, member('paul'), await plan())
      expect(looked.team.map(({ id }) => id)).toEqual([made.goal])
      const place = { plan: await plan(), entry: looked.team[0]!, time: 'mid' as const }
      done(await writeEvaluationText(db, member('karin'), place, 'saw', 'Het lukt.', null, AFTER))
      expect(await asked('karin')).toEqual(['conditions'])
    })

    it('is an answer of the principal once the conditions are there', async () => {
      for (const phase of ['mid-evaluation', 'end-evaluation'] as const)
        done(await movePlan(db, member('karin'), await plan(), phase, 'Verder.', AFTER))
      expect(await asked('paul')).toEqual([])
      done(await write('karin', 'conditions', 'Twee uur meer.'))
      expect(await asked('paul')).toEqual(['answer'])
      await db.write(made.cast, (_sql, tx) => noteConditions(tx, made.cast.keeper, made, AFTER))
      expect((await readTeamLooks(db, member('paul'), made))[0]?.notedAt).toBe(AFTER)
      done(await write('paul', 'conditionsAnswer', 'Dat kan.'))
      expect(await asked('paul')).toEqual([])
    })
  })

  describe(`a promise (${dialect})`, () => {
    const given = { what: 'Wisbordjes', withWhom: 'de bouw', dueOn: null, entryId: null }
    const make = async (key: Parameters<typeof made.cast.member>[0], of = key, leads = false) =>
      promise(db, member(key), await plan(), { ...given, person: made.cast.people[of] }, leads, AFTER)

    it('is of who makes it, or written down in the room', async () => {
      expect(await make('karin', 'anouk')).toMatchObject({ because: 'only-own-promise' })
      const id = done(await make('anouk'))
      done(await make('karin', 'anouk', true))
      expect(await openYieldsOf(db, member('anouk'))).toHaveLength(2)
      expect(await openYieldsOf(db, member('karin'))).toEqual([])
      const end = async (key: 'karin' | 'anouk', cameOf: string) =>
        endPromise(db, member(key), await plan(), id, { as: 'done', cameOf }, AFTER)
      expect(await end('karin', 'Het hielp.')).toMatchObject({ because: 'only-own-promise' })
      expect(await end('anouk', ' ')).toMatchObject({ refused: 'came-of-missing' })
      expect(await end('anouk', 'Twee collega’s proberen het.')).toBeNull()
      expect(await end('anouk', 'Nog eens.')).toMatchObject({ refused: 'ended-already' })
      const all = await promisesOf(db, member('bram'), made.id)
      expect(all.find((one) => one.id === id)?.ended).toMatchObject({
        cameOf: 'Twee collega’s proberen het.',
      })
    })

    it('is followed into the next year until it is done, and asked for at every meeting till then', async () => {
      const id = done(await make('anouk'))
      const fresh = done(
        await createPlan(
          db,
          member('karin'),
          { schoolYear: '2027-2028' as SchoolYear, title: 'Volgend jaar', previousPlanId: made.id },
          AFTER,
        ),
      )
      const next = await planOf(db, made.cast, fresh)
      expect(await countOpenYields(db, member('karin'), next)).toBe(1)
      expect(
        await promise(db, member('anouk'), next, { ...given, person: made.cast.people.anouk }, false, AFTER),
      ).toEqual({
        refused: 'not-now',
      })
      const ended = { as: 'let-go', cameOf: '' } as const
      expect(await endPromise(db, member('anouk'), next, id, ended, AFTER)).toBeNull()
      expect(await countOpenYields(db, member('karin'), next)).toBe(0)
    })

    it('names nobody and nothing of another school', async () => {
      const other = await settleCast(db, { name: 'Andere school' })
      const theirs = { ...given, person: other.people.anouk }
      expect(await promise(db, member('karin'), await plan(), theirs, true, AFTER)).toMatchObject({
        refused: 'person-unknown',
      })
      const wrong = { ...given, person: made.cast.people.anouk, entryId: made.cast.people.anouk as never }
      expect(await promise(db, member('anouk'), await plan(), wrong, false, AFTER)).toMatchObject({
        refused: 'entry-unknown',
      })
      done(await make('anouk'))
      expect(await promisesOf(db, other.member('karin'), made.id)).toEqual([])
    })

    it('is followed on a page of its own, without script', async () => {
      const app = testApp(db, { now: () => new Date(AFTER) })
      const anouk = await asMember(app, db, made.cast, 'anouk')
      const paul = await asMember(app, db, made.cast, 'paul')
      const path = `/plan/${made.id}/yields`
      const fields = { act: 'promise', what: HOSTILE, withWhom: 'de bouw', dueOn: '2027-03-12', entry: '' }
      expect((await anouk.post(path, { ...fields, dueOn: '2027-02-30' })).status).toBe(422)
      expect((await anouk.post(path, fields)).status).toBe(303)
      const page = await (await paul.get(path)).text()
      expect(page).toContain('&lt;img src=x')
      expect(page).not.toContain('<img src=x')
      expect(page).toContain('12 maart 2027')
      const [one] = await promisesOf(db, made.cast.keeper, made.id)
      const end = { act: 'end', promise: one!.id, as: 'done', cameOf: 'Het hielp.' }
      expect((await paul.post(path, end)).status).toBe(403)
      expect((await anouk.post(path, { ...end, cameOf: '' })).status).toBe(422)
      expect((await anouk.post(path, end)).status).toBe(303)
      expect(await (await paul.get(path)).text()).toContain('Het hielp.')
      expect((await anouk.post(path, {})).status).toBe(422)
      expect((await anouk.post(path, { act: 'end', promise: '../x' })).status).toBe(422)
    })
  })
})

describe('the words of a promise', () => {
  it('are two lines and perhaps a day', () => {
    expect(parsePromise({ what: ' Wisbordjes\n laten zien ', withWhom: 'de bouw', dueOn: '' })).toEqual({
      what: 'Wisbordjes laten zien',
      withWhom: 'de bouw',
      dueOn: null,
    })
    const all = { what: 'x', withWhom: 'y', dueOn: '' }
    expect(parsePromise({ ...all, what: ' ' })).toMatchObject({ refused: 'what-missing' })
    expect(parsePromise({ ...all, withWhom: '\u0000' })).toMatchObject({ refused: 'with-missing' })
    expect(parsePromise({ ...all, what: 'x'.repeat(301) })).toMatchObject({ refused: 'too-long' })
    expect(parsePromise({ ...all, dueOn: '31-12-2027' })).toMatchObject({ refused: 'day-unknown' })
    expect(parseCameOf('', 'let-go')).toBe('')
  })

  it('stand by day, those without a day last', () => {
    const one = (id: string, dueOn: string | null) => ({ id, dueOn, ended: null }) as unknown as YieldPromise
    const { open } = inOrder([one('a', null), one('b', '2027-03-02'), one('c', '2027-03-01')])
    expect(open.map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  })
})
