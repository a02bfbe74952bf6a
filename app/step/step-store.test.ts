import { beforeEach, describe, expect, it } from 'vitest'
import { settleCast, TODAY } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { AFTER, adoptedPlan, done, planOf } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { EntryId } from '../kernel/id.ts'
import { entryOf } from '../plan/plan.ts'
import { movePlan } from '../plan/plan-store.ts'
import { type GivenStep, MOST_OPEN_STEPS } from './step.ts'
import { answerStep, endStep, reopenStep, writeSaw } from './step-end-store.ts'
import { openStepsOf, stepsOf } from './step-store.ts'
import { changeStep, makeStep, removeStep } from './step-write-store.ts'

type Key = 'anouk' | 'bram' | 'karin' | 'paul' | 'petra' | 'youssef'
const later = (minutes: number) => new Date(Date.parse(AFTER) + minutes * 60_000).toISOString() as Moment
const given = (what: string, more: Partial<GivenStep> = {}): GivenStep => ({
  what,
  form: null,
  onDay: null,
  people: [],
  ...more,
})

eachDatabase((open, dialect) => {
  let db: Db
  let made: Awaited<ReturnType<typeof adoptedPlan>>
  beforeEach(async () => {
    db = await open()
    made = await adoptedPlan(db)
  })
  const member = (key: Key) => made.cast.member(key)
  const person = (key: Key) => made.cast.people[key]
  const plan = () => planOf(db, made.cast, made.id)
  const make = async (key: Key, entry: EntryId, step: GivenStep, now = AFTER) =>
    makeStep(db, member(key), await plan(), entry, step, now)
  const read = async (key: Key) => stepsOf(db, member(key), await plan())
  const whatOf = async (key: Key) => (await read(key)).map(({ what }) => what)

  describe(`a step (${dialect})`, () => {
    it('of a track is made by its teacher alone, and raises the revision of the plan', async () => {
      const before = (await plan()).revision
      const id = done(await make('anouk', made.anouk, given('Bij Youssef kijken', { onDay: TODAY })))
      expect((await plan()).revision).toBeGreaterThan(before)
      expect(await make('karin', made.anouk, given('Doe dit eens'))).toEqual({
        refused: 'may-not',
        because: 'teacher-holds-pen',
      })
      expect(await make('petra', made.anouk, given('Of dit'))).toMatchObject({ refused: 'may-not' })
      expect(await read('paul')).toMatchObject([
        {
          id,
          what: 'Bij Youssef kijken',
          onDay: TODAY,
          people: [{ personId: person('anouk') }],
          ended: null,
        },
      ])
    })

    it('of a goal nobody is named for is made by anyone of the team', async () => {
      done(await make('petra', made.goal, given('Samen een les voorbereiden')))
      done(await make('karin', made.goal, given('Een bordsessie')))
      expect(await whatOf('bram')).toEqual(['Samen een les voorbereiden', 'Een bordsessie'])
    })

    it('is nowhere to be read as long as the teacher works on the track alone', async () => {
      done(await make('bram', made.bram, given('Eerst voor mezelf')))
      expect(await whatOf('bram')).toEqual(['Eerst voor mezelf'])
      expect(await whatOf('karin')).toEqual(['Eerst voor mezelf'])
      expect(await whatOf('petra')).toEqual([])
    })

    it('asks who is named, and tells nobody that they do it', async () => {
      const people = [person('anouk'), person('youssef')]
      const id = done(await make('anouk', made.anouk, given('Samen kijken', { people })))
      const there = { id, entryId: made.anouk }
      expect(await openStepsOf(db, member('youssef'))).toMatchObject([{ id, part: 'asked' }])
      expect(await openStepsOf(db, member('anouk'))).toMatchObject([{ id, part: 'doing' }])
      expect(await openStepsOf(db, member('petra'))).toEqual([])
      const answer = async (key: Key, isYes: boolean) =>
        answerStep(db, member(key), await plan(), there, isYes, later(1))
      expect(await answer('petra', true)).toMatchObject({ because: 'only-who-is-asked' })
      expect(await answer('youssef', true)).toBeNull()
      expect(await openStepsOf(db, member('youssef'))).toMatchObject([{ part: 'doing', changedAt: later(1) }])
      expect(await answer('youssef', false)).toBeNull()
      expect(await openStepsOf(db, member('youssef'))).toEqual([])
    })

    it('is read by who is asked, also in a track that the team does not read yet', async () => {
      const people = [person('bram'), person('petra')]
      done(await make('bram', made.bram, given('Met Petra', { people })))
      done(await make('bram', made.bram, given('Voor mezelf')))
      expect(await whatOf('petra')).toEqual(['Met Petra'])
      expect(await whatOf('youssef')).toEqual([])
    })

    it('asks everybody anew when the day moves, and nobody when only the words change', async () => {
      const people = [person('anouk'), person('youssef')]
      const id = done(await make('anouk', made.anouk, given('Samen', { people, onDay: TODAY })))
      const there = { id, entryId: made.anouk }
      done(await answerStep(db, member('youssef'), await plan(), there, true, later(1)))
      const change = async (step: GivenStep) =>
        changeStep(db, member('anouk'), await plan(), there, step, later(2))
      expect(await change(given('Samen kijken', { people, onDay: TODAY }))).toBeNull()
      expect(await openStepsOf(db, member('youssef'))).toMatchObject([
        { part: 'doing', what: 'Samen kijken' },
      ])
      expect(await change(given('Samen kijken', { people, onDay: '2026-12-03' as Day }))).toBeNull()
      expect(await openStepsOf(db, member('youssef'))).toMatchObject([{ part: 'asked' }])
      expect(await openStepsOf(db, member('anouk'))).toMatchObject([{ part: 'doing' }])
      expect(await change(given('Alleen', { people: [person('anouk')] }))).toBeNull()
      expect(await openStepsOf(db, member('youssef'))).toEqual([])
    })

    it('ends once, with a line of what was seen; the same tap twice is one', async () => {
      const id = done(await make('anouk', made.anouk, given('Kijken')))
      const there = { id, entryId: made.anouk }
      const end = async (key: Key, saw: string, as: 'done' | 'let-go' = 'done') =>
        endStep(db, member(key), await plan(), there, { as, saw }, later(3))
      expect(await end('karin', 'x')).toMatchObject({ because: 'teacher-holds-pen' })
      expect(await end('anouk', '  Hij wacht  langer. ')).toBeNull()
      expect(await end('anouk', 'Hij wacht langer.')).toBeNull()
      expect(await end('anouk', '', 'let-go')).toEqual({ refused: 'ended-already' })
      expect(await read('anouk')).toMatchObject([
        { ended: { as: 'done', at: later(3), by: person('anouk'), saw: 'Hij wacht langer.' } },
      ])
      expect(await openStepsOf(db, member('anouk'))).toEqual([])
      expect(await writeSaw(db, member('anouk'), await plan(), there, 'Meer denktijd.', later(4))).toBeNull()
      expect(await read('anouk')).toMatchObject([{ ended: { saw: 'Meer denktijd.' } }])
      expect(await reopenStep(db, member('anouk'), await plan(), there, later(5))).toBeNull()
      expect(await reopenStep(db, member('anouk'), await plan(), there, later(5))).toEqual({
        refused: 'still-open',
      })
      expect(await read('anouk')).toMatchObject([{ ended: null }])
    })

    it('that two end at once has one end, and asked of two at once there is no more than fits', async () => {
      const id = done(await make('anouk', made.anouk, given('Kijken')))
      const there = { id, entryId: made.anouk }
      const at = await plan()
      const ends = await Promise.all(
        (['done', 'let-go', 'done', 'let-go'] as const).map((as, place) =>
          endStep(db, member('anouk'), at, there, { as, saw: `${place}` }, later(3)),
        ),
      )
      expect(ends.filter((end) => end === null)).toHaveLength(1)
      expect(ends.filter((end) => end !== null)).toEqual(
        Array.from({ length: 3 }, () => ({ refused: 'ended-already' })),
      )
      const more = await Promise.all(
        Array.from({ length: MOST_OPEN_STEPS + 3 }, (_, place) =>
          makeStep(db, member('anouk'), at, made.anouk, given(`Stap ${place}`), AFTER),
        ),
      )
      expect(more.filter((one) => typeof one === 'string')).toHaveLength(MOST_OPEN_STEPS)
      expect((await read('anouk')).filter(({ ended }) => ended === null)).toHaveLength(MOST_OPEN_STEPS)
    })

    it('of a track that is not shared shows the team that it was done, not what was seen', async () => {
      const people = [person('anouk'), person('youssef')]
      const id = done(await make('anouk', made.anouk, given('Kijken', { people })))
      const there = { id, entryId: made.anouk }
      done(await answerStep(db, member('youssef'), await plan(), there, true, later(1)))
      done(
        await endStep(
          db,
          member('anouk'),
          await plan(),
          there,
          { as: 'done', saw: 'Het ging stroef.' },
          AFTER,
        ),
      )
      const sawOf = async (key: Key) => (await read(key)).map(({ ended }) => ended?.saw)
      expect(await sawOf('anouk')).toEqual(['Het ging stroef.'])
      expect(await sawOf('karin')).toEqual(['Het ging stroef.'])
      expect(await sawOf('youssef')).toEqual(['Het ging stroef.'])
      expect(await sawOf('petra')).toEqual([''])
    })

    it('of a goal is ended by who does it as well', async () => {
      const id = done(await make('karin', made.goal, given('Bord', { people: [person('petra')] })))
      const there = { id, entryId: made.goal }
      done(await answerStep(db, member('petra'), await plan(), there, true, AFTER))
      expect(
        await endStep(db, member('petra'), await plan(), there, { as: 'done', saw: '' }, AFTER),
      ).toBeNull()
    })

    it('of a goal is ended and changed by who made it, by who does it and by the coordinator', async () => {
      const id = done(await make('petra', made.goal, given('Bord', { people: [person('bram')] })))
      const there = { id, entryId: made.goal }
      const change = async (key: Key) =>
        changeStep(
          db,
          member(key),
          await plan(),
          there,
          given(`Van ${key}`, { people: [person('bram')] }),
          AFTER,
        )
      const none = { refused: 'may-not', because: 'only-who-does-it' }
      for (const key of ['bram', 'anouk', 'paul'] as const) expect(await change(key)).toEqual(none)
      done(await answerStep(db, member('bram'), await plan(), there, true, AFTER))
      for (const key of ['bram', 'petra', 'karin'] as const) expect(await change(key)).toBeNull()
      expect(await removeStep(db, member('anouk'), await plan(), there)).toEqual(none)
      expect(
        await endStep(db, member('anouk'), await plan(), there, { as: 'done', saw: 'x' }, AFTER),
      ).toEqual(none)
      expect(await whatOf('anouk')).toEqual(['Van karin'])
      expect(await removeStep(db, member('petra'), await plan(), there)).toBeNull()
    })

    it('is taken out when it was a mistake, and stays once it was done', async () => {
      const [one, other] = [
        done(await make('anouk', made.anouk, given('Per ongeluk', { people: [person('youssef')] }))),
        done(await make('anouk', made.anouk, given('Gedaan'))),
      ]
      const remove = async (id: typeof one) =>
        removeStep(db, member('anouk'), await plan(), { id, entryId: made.anouk })
      expect(await remove(one)).toBeNull()
      expect(await remove(one)).toEqual({ refused: 'step-gone' })
      expect(await openStepsOf(db, member('youssef'))).toEqual([])
      const there = { id: other, entryId: made.anouk }
      done(await endStep(db, member('anouk'), await plan(), there, { as: 'done', saw: '' }, AFTER))
      expect(await remove(other)).toEqual({ refused: 'ended-already' })
      expect(await whatOf('anouk')).toEqual(['Gedaan'])
    })

    it('sent twice is one step, and there is an end to how many stand open', async () => {
      const first = done(await make('anouk', made.anouk, given('Kijken')))
      expect(await make('anouk', made.anouk, given('Kijken'))).toBe(first)
      expect(await make('anouk', made.anouk, given('Kijken'), later(5))).not.toBe(first)
      for (let count = 2; count < MOST_OPEN_STEPS; count++)
        done(await make('anouk', made.anouk, given(`Stap ${count}`)))
      expect(await make('anouk', made.anouk, given('Nog een'))).toEqual({ refused: 'enough-steps' })
    })

    it('names nobody of another school, and nothing of another school reads it', async () => {
      const other = await settleCast(db, { name: 'De Wilg' })
      const stranger = given('Kijken', { people: [other.people.petra] })
      expect(await make('anouk', made.anouk, stranger)).toMatchObject({ refused: 'person-unknown' })
      const id = done(await make('anouk', made.anouk, given('Kijken')))
      const there = { id, entryId: made.anouk }
      expect(await openStepsOf(db, other.member('anouk'))).toEqual([])
      const ended = { as: 'done', saw: 'x' } as const
      expect(await endStep(db, other.member('karin'), await plan(), there, ended, AFTER)).toMatchObject({
        refused: 'step-gone',
      })
      expect(
        await makeStep(db, other.member('anouk'), await plan(), made.goal, given('x'), AFTER),
      ).toMatchObject({
        refused: 'stale',
      })
    })

    it('of one entry is not reached by the address of another', async () => {
      const id = done(await make('anouk', made.anouk, given('Kijken')))
      const there = { id, entryId: made.goal }
      expect(await removeStep(db, member('karin'), await plan(), there)).toEqual({ refused: 'step-gone' })
      expect(await endStep(db, member('karin'), await plan(), there, { as: 'done', saw: '' }, AFTER)).toEqual(
        { refused: 'step-gone' },
      )
    })

    it('rests with a plan that is finished', async () => {
      done(await make('anouk', made.anouk, given('Kijken')))
      for (const to of ['mid-evaluation', 'end-evaluation', 'archived'] as const)
        done(await movePlan(db, member('karin'), await plan(), to, 'Verder.', AFTER))
      expect(await openStepsOf(db, member('anouk'))).toEqual([])
      expect(await make('anouk', made.anouk, given('Nog een'))).toMatchObject({ because: 'archived' })
      expect(entryOf(await plan(), made.anouk)).not.toBeNull()
      expect(await whatOf('anouk')).toEqual(['Kijken'])
    })
  })
})
