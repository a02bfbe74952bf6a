import { expect, it } from 'vitest'
import { type Cast, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { done } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { DecisionId } from '../kernel/id.ts'
import type { Answer, Frame } from './round.ts'
import { seenLast } from './round-standing.ts'
import { changeDecision, closeDueRounds, openDecision, readDecision, readDecisionsOf } from './round-store.ts'
import { speak } from './round-voice.ts'
import { onLastRound, renew, settle, withdraw } from './round-way.ts'

const CLOSES = '2026-11-24T15:00:00.000Z' as Moment
const AFTER = '2026-11-25T08:00:00.000Z' as Moment
const LAST = '2026-12-02T08:00:00.000Z' as Moment
const LATER = '2026-12-01T15:00:00.000Z' as Moment
const scopeId = '01890000-0000-7000-8000-000000000001'

async function asked(db: Db, cast: Cast): Promise<DecisionId> {
  const { karin, paul, anouk, petra } = cast.people
  const frame: Frame = {
    rule: { kind: 'majority', percentage: 60 },
    quorum: 2,
    voters: [karin, paul, anouk, petra],
    chair: karin,
    unnamed: false,
    absentDays: null,
  }
  const question = {
    scopeId,
    about: 'principle',
    subjectId: scopeId,
    title: 'Principe 5',
    text: 'We delen alles.',
    content: '{}',
    closesAt: CLOSES,
  }
  return done(await openDecision(db, cast.member('karin'), question, frame, NOW_MOMENT))
}

const SECOND = { text: 'Twee', content: '{"a":"2"}', changeNote: 'Korter.', closesAt: LATER }

/** By consent of Paul and Anouk, led by Karin. */
async function askedOfTwo(db: Db, cast: Cast) {
  const { karin, paul, anouk } = cast.people
  const about = { scopeId, about: 'goal', subjectId: scopeId, title: 'Doel 1' }
  const frame: Frame = {
    rule: { kind: 'consent' },
    quorum: 1,
    voters: [paul, anouk],
    chair: karin,
    unnamed: false,
    absentDays: null,
  }
  const question = { ...about, text: 'Een', content: '{"a":"1"}', closesAt: CLOSES }
  return done(await openDecision(db, cast.member('karin'), question, frame, NOW_MOMENT))
}

const say = (
  db: Db,
  cast: Cast,
  id: DecisionId,
  key: Parameters<Cast['member']>[0],
  answer: Answer,
  now = NOW_MOMENT,
) =>
  changeDecision(
    db,
    cast.member(key),
    id,
    now,
    onLastRound((frame, round) => speak(frame, round, cast.people[key], answer, now)),
  )

eachDatabase((open) => {
  it('keeps a decision with everything that was fixed before the first voice', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const id = await asked(db, cast)
    const seen = await readDecision(db, cast.member('anouk'), id, NOW_MOMENT)
    expect(seen).toMatchObject({
      id,
      about: 'principle',
      title: 'Principe 5',
      frame: { rule: { kind: 'majority', percentage: 60 }, quorum: 2, chair: cast.people.karin },
      mine: { hasVoice: true, answer: null },
      standing: { voters: 4, answered: 0, now: { is: 'open', stillNeeded: 2 } },
    })
    expect(new Set(seen?.frame.voters)).toEqual(
      new Set(['karin', 'paul', 'anouk', 'petra'].map((key) => cast.people[key as 'karin'])),
    )
    expect(await readDecisionsOf(db, cast.member('sem'), scopeId, NOW_MOMENT)).toHaveLength(1)
  })

  it('changes a voice until the closing time and shows nobody else’s before', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const id = await asked(db, cast)
    await say(db, cast, id, 'anouk', { kind: 'objection', reason: 'Niet alles is voor iedereen.' })
    await say(db, cast, id, 'anouk', { kind: 'concern', text: 'Mag het klein?' })
    expect(await say(db, cast, id, 'sem', { kind: 'consent' })).toEqual({ refused: 'no-voice' })
    const open_ = await readDecision(db, cast.member('karin'), id, NOW_MOMENT)
    expect(JSON.stringify(open_)).not.toContain('klein')
    expect(open_?.standing).toMatchObject({ answered: 1, now: { is: 'open', stillNeeded: 1 } })
    expect((await readDecision(db, cast.member('anouk'), id, NOW_MOMENT))?.mine.answer).toEqual({
      kind: 'concern',
      text: 'Mag het klein?',
    })
    expect(await say(db, cast, id, 'petra', { kind: 'consent' }, CLOSES)).toEqual({ refused: 'round-closed' })
    const closed = await readDecision(db, cast.member('petra'), id, AFTER)
    expect(closed && seenLast(closed).voices).toMatchObject([
      { person: cast.people.anouk, answer: { kind: 'concern' } },
    ])
  })

  it('loses no voice of colleagues who speak at the same moment', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const id = await asked(db, cast)
    const keys = ['karin', 'paul', 'anouk', 'petra'] as const
    await Promise.all(
      keys.flatMap((key) => [
        say(db, cast, id, key, { kind: 'concern', text: key }),
        say(db, cast, id, key, { kind: 'consent' }),
      ]),
    )
    const seen = await readDecision(db, cast.member('karin'), id, AFTER)
    expect(
      seen &&
        seenLast(seen)
          .voices?.map((voice) => voice.person)
          .sort(),
    ).toEqual(keys.map((key) => cast.people[key]).sort())
  })

  it('keeps rounds, what the chair did with an objection, and the objector taking it back', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const { karin, anouk } = cast.people
    const id = await askedOfTwo(db, cast)
    const change = (act: Parameters<typeof changeDecision>[4], now: Moment) =>
      changeDecision(db, cast.member('karin'), id, now, act)
    await say(db, cast, id, 'anouk', { kind: 'objection', reason: 'Zo lukt het niet.' })
    await change((one) => settle(one, 'small-group', 'Anouk en Paul, donderdag.', karin, AFTER), AFTER)
    await change((one) => renew(one, SECOND, karin, AFTER), AFTER)
    await say(db, cast, id, 'anouk', { kind: 'objection', reason: 'Nog niet.' }, AFTER)
    expect(await closeDueRounds(db, cast.keeper, scopeId, LATER)).toBe(1)
    expect(await closeDueRounds(db, cast.keeper, scopeId, LATER)).toBe(0)
    await change((one) => withdraw(one, anouk, LAST), LATER)
    const seen = await readDecision(db, cast.member('paul'), id, LATER)
    const outcome = { outcome: 'objection' }
    expect(seen?.rounds).toMatchObject([
      {
        text: 'Een',
        closed: { at: CLOSES, by: null, ...outcome },
        settled: { way: 'small-group', by: karin },
      },
      { text: 'Twee', content: '{"a":"2"}', changeNote: 'Korter.', closed: outcome, settled: null },
    ])
    expect(seen?.rounds[1]?.voices).toMatchObject([{ person: anouk, withdrawnAt: LAST }])
    expect(seen?.standing.now).toMatchObject({ is: 'stands' })
  })

  it('is not there for another school', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const other = await settleCast(db, { name: 'De Vlieger' })
    const id = await asked(db, cast)
    expect(await readDecision(db, other.member('karin'), id, NOW_MOMENT)).toBeNull()
    expect(await readDecisionsOf(db, other.member('karin'), scopeId, NOW_MOMENT)).toEqual([])
    expect(await changeDecision(db, other.member('karin'), id, NOW_MOMENT, (decision) => decision)).toBeNull()
  })
})
