import { expect, it } from 'vitest'
import type { Cast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { done, frameFor, SEAL_WORDS, WORDS, writtenPlan } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { DecisionId } from '../kernel/id.ts'
import type { Answer, Frame } from '../round/round.ts'
import { castBallot, closeInRoom, countByHand, objectAfterwards, speakAs } from '../round/round-room-store.ts'
import { WHOLE, waitsFor } from './adoption.ts'
import { adoptionSheetOf } from './adoption-sheet-view.ts'
import { readAdoption } from './adoption-store.ts'
import { putInRoom } from './in-room-store.ts'
import { adoptPlan } from './seal-store.ts'
import { recordContent } from './sealed-content.ts'
import { recordFrom, wholeOf } from './sealed-record.ts'
import { objectionsOf, presentLine } from './sealed-words-view.ts'

/** Tuesday 24 November, in the team meeting; three days to come back on it. */
const MEETING = '2026-11-24T15:15:00.000Z' as Moment
const NEXT_DAY = '2026-11-25T08:00:00.000Z' as Moment
const AFTER_TERM = '2026-11-28T08:00:00.000Z' as Moment
const consent: Answer = { kind: 'consent' }

type Given = { frame: Frame; people: Cast['people'] }

async function putToTheRoom(db: Db, rest: (given: Given) => Partial<Frame> = () => ({})) {
  const { cast, id } = await writtenPlan(db)
  const given = frameFor(cast)
  const frame: Frame = { ...given, ...rest({ frame: given, people: cast.people }) }
  const asked = { item: WHOLE, frame, words: WORDS, why: 'In de vergadering.', again: 'Nog eens.' }
  const decision = done(await putInRoom(db, cast.member('karin'), id, asked, MEETING))
  return { cast, id, decision, karin: cast.member('karin') }
}
type Put = Awaited<ReturnType<typeof putToTheRoom>>

const close = ({ cast, karin, decision }: Put, db: Db) =>
  closeInRoom(db, karin, decision, cast.people.karin, MEETING)

/** Karin on her phone, Bram by telephone, written down by Karin; Paul and Anouk did not answer by name. */
async function partlyThere(db: Db, put: Put) {
  const { cast, karin, decision } = put
  const { karin: chair, bram } = cast.people
  await speakAs(db, karin, decision, chair, consent, { how: 'self', enteredBy: null }, MEETING)
  const concern: Answer = { kind: 'concern', text: 'Begin klein.' }
  await speakAs(db, karin, decision, bram, concern, { how: 'phone', enteredBy: chair }, MEETING)
}

const sealedRecord = (record: string) => {
  const whole = wholeOf(recordFrom(record))
  if (!whole) throw new Error('no record of the whole')
  return whole
}

eachDatabase((open) => {
  it('waits with the seal until who was away can no longer come back on it', async () => {
    const db = await open()
    const put = await putToTheRoom(db, () => ({ absentDays: 3 }))
    const { cast, karin, id, decision } = put
    await partlyThere(db, put)
    const { anouk, paul } = cast.people
    await speakAs(db, karin, decision, anouk, consent, { how: 'self', enteredBy: null }, MEETING)
    await close(put, db)
    const adoption = await readAdoption(db, karin, id, NEXT_DAY)
    expect(waitsFor(adoption?.states ?? [])).toBe('2026-11-27T22:59:59.999Z')
    expect(await adoptPlan(db, karin, id, SEAL_WORDS, NEXT_DAY)).toEqual({ refused: 'term-runs' })
    await objectAfterwards(db, karin, decision, paul, 'Zo lukt het mij niet.', NEXT_DAY)
    expect(await adoptPlan(db, karin, id, SEAL_WORDS, AFTER_TERM)).toEqual({ refused: 'not-yet' })
  })

  it('seals how each voice came in, and what was counted', async () => {
    const db = await open()
    const put = await putToTheRoom(db, () => ({ absentDays: 3 }))
    const { cast, karin, id, decision } = put
    await partlyThere(db, put)
    const hands = {
      method: 'hands',
      for: 1,
      concerns: 0,
      against: 0,
      blank: 0,
      by: cast.people.karin,
    } as const
    await countByHand(db, karin, decision, hands, MEETING)
    await close(put, db)
    const version = done(await adoptPlan(db, karin, id, SEAL_WORDS, AFTER_TERM))
    const whole = sealedRecord(version.record)
    expect(whole.rounds[0]).toMatchObject({
      held: 'room',
      voices: [
        { how: 'self', enteredBy: null },
        { how: 'phone', enteredBy: { name: 'Karin' } },
      ],
      counted: { method: 'hands', for: 1, by: { name: 'Karin' } },
      ballots: null,
    })
    expect(version.record).not.toContain('9999')
    expect(presentLine(whole, 'nl')).toBe(
      '3 van de 4: Karin, Bram (per telefoon, genoteerd door Karin) en 1 zonder naam geteld.',
    )
    const sheet = adoptionSheetOf('nl')(version)
    expect(sheet).toMatchObject({ presentCount: 3, voices: 4 })
    expect(sheet?.outcome).toContain('Handen, samen geteld: 1 keer consent. Geteld door Karin.')
  })

  it('seals a vote without names as numbers, with who voted apart from it', async () => {
    const db = await open()
    const six = await putToTheRoom(db, ({ frame, people }) => ({
      rule: { kind: 'majority', percentage: 50 },
      unnamed: true,
      quorum: 5,
      voters: [...frame.voters, people.petra, people.youssef],
    }))
    const { karin, paul, anouk, bram, petra, youssef } = six.cast.people
    for (const [place, person] of [karin, paul, anouk, bram, petra, youssef].entries())
      await castBallot(db, six.karin, six.decision, person, place < 4 ? 'for' : 'against', MEETING)
    await close(six, db)
    const version = done(await adoptPlan(db, six.karin, six.id, SEAL_WORDS, NEXT_DAY))
    const whole = sealedRecord(version.record)
    expect(whole.rounds[0]).toMatchObject({
      voices: [],
      given: { length: 6 },
      ballots: { for: 4, against: 2, blank: 0 },
    })
    expect(adoptionSheetOf('nl')(version)).toMatchObject({
      presentCount: 6,
      outcome: '4 voor, 2 tegen. Zonder namen gestemd: 4 voor, 2 tegen.',
    })
  })

  it('tells an objection that was laid afterwards and how it was answered', async () => {
    const db = await open()
    const put = await putToTheRoom(db, () => ({ absentDays: 3 }))
    const { cast, karin, decision } = put
    await partlyThere(db, put)
    const { anouk, paul } = cast.people
    await speakAs(db, karin, decision, anouk, consent, { how: 'before', enteredBy: null }, MEETING)
    await close(put, db)
    await objectAfterwards(db, karin, decision, paul, 'Zo lukt het mij niet.', NEXT_DAY)
    expect(await lateIn(db, put, decision)).toEqual([
      { by: 'Paul, die er niet bij was', reason: 'Zo lukt het mij niet.' },
    ])
  })
})

async function lateIn(db: Db, { karin, id }: Put, decision: DecisionId) {
  const adoption = await readAdoption(db, karin, id, AFTER_TERM)
  const seen = adoption?.decisions.find((one) => one.id === decision)
  if (!adoption || !seen) throw new Error('gone')
  const record = recordFrom(recordContent([seen], adoption.roster))
  return objectionsOf(record, 'nl').map(({ by, reason }) => ({ by, reason }))
}
