import fc from 'fast-check'
import { sql as raw } from 'kysely'
import { describe, expect, it } from 'vitest'
import { type Cast, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { askedInRoom, IN_ROOM, inRoomIds, MAJORITY, ROOM, roomFrame } from '../../test/room-round.ts'
import { done } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { type DecisionId, newId, type PersonId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { type Answer, CHOICES, type Choice } from './round.ts'
import { castBallot, closeInRoom, countByHand, objectAfterwards, speakAs } from './round-room-store.ts'
import { recordedIn, type SeenDecision, seenLast } from './round-standing.ts'
import {
  changeDecision,
  openDecision,
  readDecision,
  readDecisionFor,
  readDecisionsFor,
  readSilent,
} from './round-store.ts'
import { outcomeAtClosing } from './round-tally.ts'
import { LONGEST_REASON, type Said } from './round-voice.ts'
import { renew } from './round-way.ts'

const LATER = '2026-11-20T09:00:00.000Z' as Moment
const YEARS_ON = '2036-11-20T09:00:00.000Z' as Moment
const SELF: Said = { how: 'self', enteredBy: null }
const consent: Answer = { kind: 'consent' }
const objection: Answer = { kind: 'objection', reason: 'Op maandag ben ik er niet.' }

function told(answer: Awaited<ReturnType<typeof speakAs>>): SeenDecision {
  if (answer === null) throw new Error('no such decision')
  return done(answer)
}

const ballotsOf = (db: Db, cast: Cast, id: DecisionId) =>
  db.read(cast.keeper, (sql) => sql.selectFrom('ballot').selectAll().where('box', '=', `${id}:1`).execute())
const givenOf = (db: Db, cast: Cast, id: DecisionId) =>
  db.read(cast.keeper, (sql) =>
    sql.selectFrom('ballot_given').selectAll().where('box', '=', `${id}:1`).execute(),
  )

/** What the record says once it is closed, computed again from the record alone. */
function checkRecord(seen: SeenDecision) {
  const last = seenLast(seen)
  expect(last.closed).not.toBeNull()
  const people = (last.voices ?? []).map(({ person }) => person)
  expect(new Set(people).size).toBe(people.length)
  expect(last.answered).toBeLessThanOrEqual(seen.frame.voters.length)
  expect(outcomeAtClosing(seen.frame, recordedIn(last))).toBe(last.closed?.outcome)
}

eachDatabase((open, dialect) => {
  it('holds a round in the room until who leads closes it', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const { karin, petra, wilma } = cast.people
    const id = await askedInRoom(db, cast)
    const said = told(await speakAs(db, cast.keeper, id, petra, consent, SELF, NOW_MOMENT))
    expect(said).toMatchObject({ mine: { voted: true, how: 'self' }, standing: { answered: 1 } })
    await speakAs(db, cast.keeper, id, wilma, objection, { how: 'phone', enteredBy: karin }, NOW_MOMENT)
    const open_ = await readDecisionFor(db, cast.keeper, id, null, YEARS_ON)
    expect(open_).toMatchObject({
      standing: { answered: 2, now: { is: 'open', closesAt: null } },
      mine: { hasVoice: false, voted: false },
    })
    expect(JSON.stringify(open_)).not.toContain('maandag')
    expect(await readSilent(db, cast.keeper, id, YEARS_ON)).toHaveLength(6)
    const closed = told(await closeInRoom(db, cast.keeper, id, karin, LATER))
    expect(closed.standing.now).toMatchObject({ is: 'objection', objections: 1 })
    expect(seenLast(closed).voices).toMatchObject([
      { person: petra, how: 'self', enteredBy: null },
      { person: wilma, how: 'phone', enteredBy: karin },
    ])
    expect(await closeInRoom(db, cast.keeper, id, petra, LATER)).toEqual({ refused: 'round-closed' })
    expect(await readSilent(db, cast.keeper, id, LATER)).toBeNull()
    expect(await readDecisionFor(db, cast.keeper, id, null, LATER)).toEqual(closed)
    checkRecord(closed)
  })

  it('goes on by time after a round in the room, and the other way round, in the same frame', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const { karin, petra } = cast.people
    const id = await askedInRoom(db, cast, { absentDays: 3 }, LATER)
    await speakAs(db, cast.keeper, id, petra, objection, SELF, NOW_MOMENT)
    const next = (text: string, closesAt: Moment | null, now: Moment) =>
      changeDecision(db, cast.member('karin'), id, now, (decision) =>
        renew(decision, { text, content: '{}', changeNote: 'Op dinsdag.', closesAt }, karin, now),
      )
    done(await next('We delen op dinsdag.', null, LATER))
    await speakAs(db, cast.keeper, id, petra, objection, SELF, YEARS_ON)
    told(await closeInRoom(db, cast.keeper, id, karin, YEARS_ON))
    done(await next('We delen op woensdag.', '2037-01-01T15:00:00.000Z' as Moment, YEARS_ON))
    const seen = await readDecision(db, cast.member('petra'), id, YEARS_ON)
    expect(seen?.rounds.map(({ held }) => held)).toEqual(['time', 'room', 'time'])
    expect(seen?.frame).toEqual({ ...roomFrame(cast, { absentDays: 3 }), voters: seen?.frame.voters })
  })

  it('keeps hands that were counted, and an objection of who was away', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const { karin, petra, wilma } = cast.people
    const id = await askedInRoom(db, cast, { absentDays: 3 })
    const count = { method: 'hands', for: 5, concerns: 1, against: 0, blank: 0, by: karin } as const
    await speakAs(db, cast.keeper, id, petra, consent, { how: 'before', enteredBy: null }, NOW_MOMENT)
    const open_ = told(await countByHand(db, cast.keeper, id, count, NOW_MOMENT))
    expect(seenLast(open_)).toMatchObject({ answered: 7, counted: null, voices: null })
    const closed = told(await closeInRoom(db, cast.keeper, id, karin, NOW_MOMENT))
    expect(closed.standing.now).toMatchObject({ is: 'stands', for: 7, until: '2026-11-22T22:59:59.999Z' })
    checkRecord(closed)
    const back = told(await objectAfterwards(db, cast.keeper, id, wilma, 'Zo lukt het mij niet.', LATER))
    expect(back.standing.now).toEqual({ is: 'objection', objections: 1, late: 1 })
    const read = await readDecisionFor(db, cast.keeper, id, petra, LATER)
    expect(read && seenLast(read)).toMatchObject({
      counted: { ...count, at: NOW_MOMENT },
      late: [{ person: wilma, reason: 'Zo lukt het mij niet.', at: LATER }],
    })
  })

  it('keeps ballots without a name or time, and rewrites them all at closing', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const id = await askedInRoom(db, cast, { rule: MAJORITY, unnamed: true })
    const votes: Choice[] = ['for', 'for', 'against', 'blank', 'for', 'against']
    for (const [place, choice] of votes.entries()) {
      const person = cast.people[IN_ROOM[place] as 'karin']
      const seen = told(await castBallot(db, cast.keeper, id, person, choice, NOW_MOMENT))
      expect(seenLast(seen)).toMatchObject({ answered: place + 1, ballots: null, given: null })
      expect(seenLast(seen)).not.toHaveProperty('box')
      expect(seen.mine).toMatchObject({ voted: true, answer: null, spokenAt: null })
    }
    const before = await ballotsOf(db, cast, id)
    expect(Object.keys(before[0] ?? {}).sort()).toEqual(['box', 'choice', 'id', 'school_id'])
    // version 4: nothing of it comes from a clock
    expect(before.every((ballot) => /^.{14}4/.test(ballot.id))).toBe(true)
    expect(await castBallot(db, cast.keeper, id, cast.people.karin, 'against', NOW_MOMENT)).toEqual({
      refused: 'already-voted',
    })
    const closed = told(await closeInRoom(db, cast.keeper, id, cast.people.karin, LATER))
    expect(closed.standing.now).toMatchObject({ is: 'stands', for: 3, against: 2, reasons: 0 })
    expect(seenLast(closed)).toMatchObject({ ballots: { for: 3, against: 2, blank: 1 }, voices: [] })
    checkRecord(closed)
    const after = await ballotsOf(db, cast, id)
    expect(after.map(({ choice }) => choice).sort()).toEqual([...votes].sort())
    const ids = new Set(before.map((ballot) => ballot.id))
    expect(after.some((ballot) => ids.has(ballot.id))).toBe(false)
    const given = await givenOf(db, cast, id)
    expect(given.map(({ person_id }) => person_id)).toEqual(given.map(({ person_id }) => person_id).sort())
    expect(given).toHaveLength(votes.length)
  })

  it.each([0, 7])('leaves ballots in an order that does not tell which came in as number %i', async (odd) => {
    const db = await open()
    const cast = await settleCast(db)
    const places = new Set<number>()
    for (let time = 0; time < 12; time += 1) {
      const id = await askedInRoom(db, cast, { rule: MAJORITY, unnamed: true })
      for (const [place, person] of inRoomIds(cast).entries())
        await castBallot(db, cast.keeper, id, person, place === odd ? 'against' : 'for', NOW_MOMENT)
      // as they lie in the table, while the vote is open
      places.add((await ballotsOf(db, cast, id)).findIndex(({ choice }) => choice === 'against'))
    }
    // the chance that it lies in one place twelve times is 8 to the power -11
    expect(places.size).toBeGreaterThan(1)
  })

  if (dialect === 'postgres')
    it('leaves no trace in the rows of which transaction brought which ballot', async () => {
      const db = await open()
      const cast = await settleCast(db)
      const id = await askedInRoom(db, cast, { rule: MAJORITY, unnamed: true })
      for (const person of inRoomIds(cast)) await castBallot(db, cast.keeper, id, person, 'for', NOW_MOMENT)
      const { rows } = await db.read(cast.keeper, (sql) =>
        raw<{ by: string }>`select distinct xmin::text as by from ballot where box = ${`${id}:1`}`.execute(
          sql,
        ),
      )
      expect(rows).toHaveLength(1)
    })

  it('opens no box in which too few voted, and keeps nothing of it', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const id = await askedInRoom(db, cast, { rule: MAJORITY, unnamed: true })
    for (const person of inRoomIds(cast).slice(0, 4))
      await castBallot(db, cast.keeper, id, person, 'for', NOW_MOMENT)
    const closed = told(await closeInRoom(db, cast.keeper, id, cast.people.karin, LATER))
    expect(closed.standing).toMatchObject({ answered: 4, now: { is: 'no-quorum', missing: 1 } })
    expect(seenLast(closed)).toMatchObject({ ballots: null, closed: { outcome: 'no-quorum' } })
    expect(await ballotsOf(db, cast, id)).toEqual([])
    expect(await givenOf(db, cast, id)).toHaveLength(4)
    checkRecord(closed)
  })

  it('does not begin a vote without names among few, by consent, or by time', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const about = { scopeId: ROOM, about: 'principle', subjectId: ROOM, title: 'Principe 5' }
    const question = { ...about, text: 'We delen alles.', content: '{}', closesAt: null }
    const asked = (rest: Parameters<typeof roomFrame>[1], closesAt: Moment | null = null) =>
      openDecision(db, cast.member('karin'), { ...question, closesAt }, roomFrame(cast, rest), NOW_MOMENT)
    const four = { rule: MAJORITY, unnamed: true, voters: inRoomIds(cast).slice(0, 4), quorum: 4 }
    expect(await asked(four)).toMatchObject({ refused: 'unnamed-too-few' })
    expect(await asked({ rule: MAJORITY, unnamed: true, quorum: 4 })).toMatchObject({
      refused: 'unnamed-too-few',
    })
    expect(await asked({ unnamed: true })).toMatchObject({ refused: 'unnamed-not-majority' })
    expect(await asked({ rule: MAJORITY, unnamed: true }, LATER)).toMatchObject({
      refused: 'unnamed-in-room',
    })
    for (const absentDays of [0, -1, 1.5, 31])
      expect(await asked({ absentDays })).toMatchObject({ refused: 'absent-days-unknown' })
    expect(await readDecisionsFor(db, cast.keeper, ROOM, null, NOW_MOMENT)).toEqual([])
  })

  it('is not there for another school, whatever it asks', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const other = await settleCast(db, { name: 'De Vlieger' })
    const named = await askedInRoom(db, cast)
    const unnamed = await askedInRoom(db, cast, { rule: MAJORITY, unnamed: true })
    for (const person of inRoomIds(cast))
      await castBallot(db, cast.keeper, unnamed, person, 'for', NOW_MOMENT)
    const { karin } = other.people
    const none = { method: 'hands', for: 1, concerns: 0, against: 0, blank: 0, by: karin } as const
    for (const id of [named, unnamed, newId<'decision'>(), "' or 1=1 --" as DecisionId]) {
      expect(await readDecisionFor(db, other.keeper, id, karin, NOW_MOMENT)).toBeNull()
      expect(await readSilent(db, other.keeper, id, NOW_MOMENT)).toBeNull()
      expect(await speakAs(db, other.keeper, id, karin, consent, SELF, NOW_MOMENT)).toBeNull()
      expect(await castBallot(db, other.keeper, id, karin, 'for', NOW_MOMENT)).toBeNull()
      expect(await closeInRoom(db, other.keeper, id, karin, NOW_MOMENT)).toBeNull()
      expect(await countByHand(db, other.keeper, id, none, NOW_MOMENT)).toBeNull()
      expect(await objectAfterwards(db, other.keeper, id, karin, 'Nee.', NOW_MOMENT)).toBeNull()
    }
    if (dialect === 'postgres') {
      const seen = (table: 'ballot' | 'ballot_given') =>
        db.read(other.keeper, (sql) => sql.selectFrom(table).selectAll().execute())
      expect(await seen('ballot')).toEqual([])
      expect(await seen('ballot_given')).toEqual([])
    }
    expect(await ballotsOf(db, cast, unnamed)).toHaveLength(8)
  })

  it('takes the longest reason and no longer one, and nothing from who has no voice', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const id = await askedInRoom(db, cast)
    const say = (person: PersonId, reason: string) =>
      speakAs(db, cast.keeper, id, person, { kind: 'objection', reason }, SELF, NOW_MOMENT)
    const longest = '🙂'.repeat(LONGEST_REASON / 2)
    expect(isRefusal(await say(cast.people.petra, longest))).toBe(false)
    expect(await say(cast.people.petra, `${longest}x`)).toMatchObject({ refused: 'text-too-long' })
    expect(await say(cast.people.hanneke, 'Ik ook.')).toEqual({ refused: 'no-voice' })
    expect(await say(newId<'person'>(), 'Ik ook.')).toEqual({ refused: 'no-voice' })
    const closed = told(await closeInRoom(db, cast.keeper, id, cast.people.karin, LATER))
    expect(seenLast(closed).voices).toMatchObject([{ answer: { reason: longest } }])
  })
})

/** Acts at the same moment, in an order that only the database decides. */
type Act =
  | {
      readonly is: 'speak'
      readonly who: number
      readonly answer: Answer
      readonly said: 'self' | 'phone' | 'before'
    }
  | { readonly is: 'vote'; readonly who: number; readonly choice: Choice }
  | { readonly is: 'close'; readonly who: number }

const who = fc.nat({ max: IN_ROOM.length - 1 })
const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constant(consent),
  fc.constant({ kind: 'concern', text: 'Mag het klein?' } as const),
  fc
    .string({ minLength: 1, maxLength: 20 })
    .map((text) => ({ kind: 'objection', reason: `${text}.` }) as const),
)
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      is: fc.constant('speak' as const),
      who,
      answer: anyAnswer,
      said: fc.constantFrom('self' as const, 'phone' as const, 'before' as const),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ is: fc.constant('vote' as const), who, choice: fc.constantFrom(...CHOICES) }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('close' as const), who }) },
)
/** Waves of acts at once; each act twice in its wave when somebody taps twice. */
const anyWaves = fc.array(fc.array(fc.tuple(anyAct, fc.boolean()), { minLength: 1, maxLength: 10 }), {
  minLength: 1,
  maxLength: 3,
})

async function actNow(db: Db, cast: Cast, id: DecisionId, act: Act) {
  const person = cast.people[IN_ROOM[act.who] as 'karin']
  const by = cast.people.karin
  if (act.is === 'close') return closeInRoom(db, cast.keeper, id, person, LATER)
  if (act.is === 'vote') return castBallot(db, cast.keeper, id, person, act.choice, NOW_MOMENT)
  const said = {
    self: SELF,
    phone: { how: 'phone', enteredBy: by },
    before: { how: 'before', enteredBy: null },
  }
  return speakAs(db, cast.keeper, id, person, act.answer, said[act.said] as Said, NOW_MOMENT)
}

eachDatabase((open, dialect) => {
  describe('whatever comes in at the same moment', () => {
    it.each([
      ['by consent', {}],
      ['by majority', { rule: MAJORITY }],
      ['without names', { rule: MAJORITY, unnamed: true }],
    ])(
      '%s: loses nothing that was acknowledged, and closes once',
      async (_name, rest) => {
        const db = await open()
        const cast = await settleCast(db)
        await fc.assert(
          fc.asyncProperty(anyWaves, async (waves) => {
            const id = await askedInRoom(db, cast, rest)
            const taken: Act[] = []
            for (const wave of waves) {
              const acts = wave.flatMap(([act, twice]) => (twice ? [act, act] : [act]))
              const answers = await Promise.all(acts.map((act) => actNow(db, cast, id, act)))
              taken.push(...acts.filter((_, place) => answers[place] !== null && !isRefusal(answers[place])))
            }
            const closings = taken.filter(({ is }) => is === 'close')
            expect(closings.length).toBeLessThanOrEqual(1)
            if (closings.length === 0) await closeInRoom(db, cast.keeper, id, cast.people.karin, LATER)
            await checkAll(db, cast, id, taken)
          }),
          { numRuns: dialect === 'sqlite' ? 12 : 8 },
        )
      },
      60_000,
    )
  })
})

/** One voice or ballot for each who was told that it is in, and none for anybody else. */
async function checkAll(db: Db, cast: Cast, id: DecisionId, taken: readonly Act[]) {
  const seen = await readDecisionFor(db, cast.keeper, id, null, LATER)
  if (seen === null) throw new Error('gone')
  checkRecord(seen)
  const last = seenLast(seen)
  const personOf = (act: Act) => cast.people[IN_ROOM[act.who] as 'karin']
  const spoke = new Set(taken.filter(({ is }) => is === 'speak').map(personOf))
  expect(new Set(last.voices?.map(({ person }) => person))).toEqual(spoke)
  for (const voice of last.voices ?? []) {
    const acked = taken.filter((act) => act.is === 'speak' && personOf(act) === voice.person)
    expect(acked).toContainEqual(expect.objectContaining({ answer: voice.answer }))
  }
  const voted = taken.filter(({ is }) => is === 'vote')
  const given = await givenOf(db, cast, id)
  expect(given.map(({ person_id }) => person_id).sort()).toEqual(voted.map(personOf).sort())
  const ballots = await ballotsOf(db, cast, id)
  const isKept = last.closed?.outcome !== 'no-quorum'
  expect(ballots.map(({ choice }) => choice).sort()).toEqual(
    isKept ? voted.flatMap((act) => (act.is === 'vote' ? [act.choice] : [])).sort() : [],
  )
}
