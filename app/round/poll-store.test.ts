import { expect, it } from 'vitest'
import { type Cast, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { inRoomIds, ROOM } from '../../test/room-round.ts'
import { done } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { newId, type PollId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { PollQuestion } from './poll.ts'
import { answerPoll, closePoll, openPoll, readPolls } from './poll-store.ts'

const LATER = '2026-11-19T15:00:00.000Z' as Moment
const question = (cast: Cast, rest: Partial<PollQuestion> = {}): PollQuestion => ({
  scopeId: ROOM,
  subjectId: ROOM,
  kind: 'dots',
  question: 'Waar praten we over?',
  options: [
    { id: 'rust', text: 'Rust in de klas' },
    { id: 'lezen', text: 'Lezen' },
  ],
  dots: 3,
  unnamed: false,
  voters: inRoomIds(cast),
  ...rest,
})
const ask = async (db: Db, cast: Cast, rest: Partial<PollQuestion> = {}): Promise<PollId> =>
  done(await openPoll(db, cast.keeper, { ...question(cast, rest), by: cast.people.karin }, NOW_MOMENT))

const rowsOf = (db: Db, cast: Cast, box: PollId) =>
  db.read(cast.keeper, async (sql) => ({
    ballots: await sql.selectFrom('ballot').selectAll().where('box', '=', box).execute(),
    given: await sql.selectFrom('ballot_given').selectAll().where('box', '=', box).execute(),
    answers: await sql.selectFrom('poll_answer').selectAll().where('poll_id', '=', box).execute(),
  }))

eachDatabase((open, dialect) => {
  it('keeps answers by name, changed until it closes, and the counts after', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const { karin, anouk, petra } = cast.people
    const id = await ask(db, cast)
    await answerPoll(db, cast.keeper, id, anouk, { rust: 1 })
    await answerPoll(db, cast.keeper, id, anouk, { rust: 2, lezen: 1 })
    await answerPoll(db, cast.keeper, id, petra, { lezen: 1 })
    expect(await readPolls(db, cast.keeper, ROOM, anouk)).toMatchObject([
      { isOpen: true, answered: 2, result: null, answers: null, mine: { choice: { rust: 2, lezen: 1 } } },
    ])
    const closed = await closePoll(db, cast.keeper, id, karin, LATER, true)
    expect(closed).toMatchObject({ result: { answered: 2, counts: { rust: 2, lezen: 2 } } })
    expect(await closePoll(db, cast.keeper, id, karin, LATER, true)).toEqual({ refused: 'poll-closed' })
    expect(await answerPoll(db, cast.keeper, id, karin, { rust: 1 })).toEqual({ refused: 'poll-closed' })
    expect(await readPolls(db, cast.keeper, ROOM, null)).toEqual([closed])
  })

  it('keeps ballots apart from who gave them, and new ones once it is closed', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const id = await ask(db, cast, { unnamed: true })
    for (const person of inRoomIds(cast).slice(0, 6))
      await answerPoll(db, cast.keeper, id, person, { rust: 1 })
    const before = await rowsOf(db, cast, id)
    expect(before).toMatchObject({ answers: [], ballots: { length: 6 }, given: { length: 6 } })
    const closed = await closePoll(db, cast.keeper, id, cast.people.karin, LATER, true)
    expect(closed).toMatchObject({ result: { answered: 6, counts: { rust: 6, lezen: 0 } }, answers: null })
    const after = await rowsOf(db, cast, id)
    const known = new Set(before.ballots.map((ballot) => ballot.id))
    expect(after.ballots.filter((ballot) => known.has(ballot.id))).toEqual([])
    expect(after.ballots).toHaveLength(6)
  })

  it('keeps nothing of a poll without names in which fewer than five took part', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const id = await ask(db, cast, { unnamed: true })
    for (const person of inRoomIds(cast).slice(0, 4))
      await answerPoll(db, cast.keeper, id, person, { rust: 1 })
    const closed = await closePoll(db, cast.keeper, id, cast.people.karin, LATER, true)
    expect(closed).toMatchObject({ result: { answered: 4, counts: null } })
    expect((await rowsOf(db, cast, id)).ballots).toEqual([])
  })

  it('is asked once, closes once and takes one answer a person, also all at the same moment', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const asked = { ...question(cast, { unnamed: true }), by: cast.people.karin }
    const opened = await Promise.all([1, 2, 3].map(() => openPoll(db, cast.keeper, asked, NOW_MOMENT)))
    const [id, ...more] = opened.filter((one) => !isRefusal(one)) as PollId[]
    expect(more).toEqual([])
    const people = [...inRoomIds(cast), ...inRoomIds(cast)]
    const answers = await Promise.all([
      ...people.map((person) => answerPoll(db, cast.keeper, id as PollId, person, { lezen: 1 })),
      ...[1, 2].map(() => closePoll(db, cast.keeper, id as PollId, cast.people.karin, LATER, true)),
    ])
    const acknowledged = answers.slice(0, people.length).filter((one) => one !== null && !isRefusal(one))
    expect(answers.slice(people.length).filter(isRefusal)).toEqual([{ refused: 'poll-closed' }])
    const [poll] = await readPolls(db, cast.keeper, ROOM, null)
    expect(poll?.result?.answered).toBe(acknowledged.length)
    const { ballots, given } = await rowsOf(db, cast, id as PollId)
    expect(given).toHaveLength(acknowledged.length)
    expect(ballots).toHaveLength(poll?.result?.counts === null ? 0 : acknowledged.length)
  })

  it('is not there for another school, and takes nobody who has no voice in it', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const other = await settleCast(db, { name: 'De Vlieger' })
    const id = await ask(db, cast)
    for (const one of [id, newId<'poll'>()]) {
      expect(await answerPoll(db, other.keeper, one, other.people.karin, { rust: 1 })).toBeNull()
      expect(await closePoll(db, other.keeper, one, other.people.karin, LATER, true)).toBeNull()
    }
    expect(await readPolls(db, other.keeper, ROOM, other.people.karin)).toEqual([])
    await answerPoll(db, cast.keeper, id, cast.people.karin, { rust: 1 })
    if (dialect === 'postgres')
      for (const table of ['poll', 'poll_answer'] as const)
        expect(await db.read(other.keeper, (sql) => sql.selectFrom(table).selectAll().execute())).toEqual([])
    expect(await answerPoll(db, cast.keeper, id, other.people.karin, { rust: 1 })).toEqual({
      refused: 'no-voice',
    })
    expect(await answerPoll(db, cast.keeper, id, cast.people.karin, { "x'); --": 1 })).toMatchObject({
      refused: 'choice-unknown',
    })
  })
})
