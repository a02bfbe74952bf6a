import { expect, it } from 'vitest'
import type { Cast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember } from '../../test/request.ts'
import { done, frameFor, WORDS, writtenPlan } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { Frame } from '../round/round.ts'
import { castBallot, closeInRoom, countByHand, objectAfterwards, speakAs } from '../round/round-room-store.ts'
import { changeDecision } from '../round/round-store.ts'
import { renew } from '../round/round-way.ts'
import { WHOLE } from './adoption.ts'
import { putInRoom } from './in-room-store.ts'

const MEETING = '2026-11-24T15:15:00.000Z' as Moment
const NEXT_DAY = '2026-11-25T08:00:00.000Z' as Moment

/** The page of a decision that is held in a meeting, on the day after it. */
async function house(db: Db, rest: (cast: Cast) => Partial<Frame> = () => ({})) {
  const { cast, id } = await writtenPlan(db)
  const frame: Frame = { ...frameFor(cast), ...rest(cast) }
  const asked = { item: WHOLE, frame, words: WORDS, why: 'In de vergadering.', again: 'Nog eens.' }
  const karin = cast.member('karin')
  const decision = done(await putInRoom(db, karin, id, asked, MEETING))
  const app = testApp(db, { now: () => new Date(NEXT_DAY) })
  const path = `/plan/${id}/decision`
  const page = async (key: 'karin' | 'bram' | 'paul', query = '') => {
    const visitor = await asMember(app, db, cast, key)
    return { visitor, text: await (await visitor.get(`${path}/${decision}${query}`)).text() }
  }
  return { cast, id, karin, decision, app, path, page }
}

eachDatabase((open) => {
  it('says that a round is held in the meeting, and is not closed from here', async () => {
    const db = await open()
    const { page, path, decision } = await house(db)
    const { visitor, text } = await page('karin')
    expect(text).toContain('open, in de vergadering')
    expect(text).toContain('Deze ronde loopt in de vergadering. Wie daar leidt, sluit hem.')
    expect(text).not.toContain('9999')
    const closed = await visitor.post(`${path}/${decision}`, { act: 'close' })
    expect(closed.status).toBe(422)
    expect(await closed.text()).toContain('Wie daar leidt, sluit hem.')
  })

  it('takes no answer to a text that has changed since it was read', async () => {
    const db = await open()
    const { cast, karin, decision, path, page } = await house(db)
    const { visitor, text } = await page('bram')
    expect(text).toContain('name="round" value="1"')
    const objection = { kind: 'objection', reason: 'Zo lukt het niet.' } as const
    const own = { how: 'self', enteredBy: null } as const
    await speakAs(db, karin, decision, cast.people.paul, objection, own, MEETING)
    await closeInRoom(db, karin, decision, cast.people.karin, MEETING)
    const next = { text: 'Anders.', content: '{}', changeNote: 'Korter.', closesAt: null }
    await changeDecision(db, karin, decision, MEETING, (one) => renew(one, next, cast.people.karin, MEETING))
    const answer = { act: 'speak', answer: 'consent', round: '1' }
    const late = await visitor.post(`${path}/${decision}`, answer)
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('De tekst is intussen aangepast en ligt opnieuw voor.')
    expect((await visitor.post(`${path}/${decision}`, { ...answer, round: '2' })).status).toBe(303)
  })

  it('tells how each voice came in, what was counted, and who came back on it', async () => {
    const db = await open()
    const { cast, karin, decision, page } = await house(db, () => ({ absentDays: 3 }))
    const { karin: chair, bram, paul } = cast.people
    const reason = 'Zo <b>lukt</b> het mij niet.'
    await speakAs(db, karin, decision, bram, { kind: 'consent' }, { how: 'phone', enteredBy: chair }, MEETING)
    const hands = { method: 'hands', for: 1, concerns: 1, against: 0, blank: 0, by: chair } as const
    await countByHand(db, karin, decision, hands, MEETING)
    const before = (await page('paul')).text
    expect(before).not.toContain('Handen, samen geteld')
    await closeInRoom(db, karin, decision, chair, MEETING)
    const stood = (await page('paul')).text
    expect(stood).toContain('Bram (per telefoon, genoteerd door Karin)')
    expect(stood).toContain('1 keer consent, 1 keer met een zorg')
    expect(stood).toContain('Karin sloot de ronde in de vergadering')
    expect(stood).toContain('kan tot en met vrijdag 27 november nog met een bezwaar komen')
    await objectAfterwards(db, karin, decision, paul, reason, NEXT_DAY)
    const after = (await page('paul')).text
    expect(after).toContain('Paul, die er niet bij was')
    expect(after).toContain('Zo &lt;b&gt;lukt&lt;/b&gt; het mij niet.')
    expect(after).toContain('Het besluit staat niet meer.')
    expect(after).toContain('Ik trek mijn bezwaar in')
    expect((await page('bram')).text).not.toContain('Ik trek mijn bezwaar in')
  })

  it('takes no answer by name in a vote without names, and tells only numbers after it', async () => {
    const db = await open()
    const { cast, karin, decision, path, page } = await house(db, ({ people }) => ({
      rule: { kind: 'majority', percentage: 50 },
      unnamed: true,
      quorum: 5,
      voters: [people.karin, people.paul, people.anouk, people.bram, people.petra],
    }))
    const { visitor, text } = await page('bram')
    expect(text).toContain('Dit is een stemming zonder namen.')
    const named = await visitor.post(`${path}/${decision}`, { act: 'speak', answer: 'consent' })
    expect(named.status).toBe(422)
    const { karin: chair, paul, anouk, bram, petra } = cast.people
    for (const person of [paul, anouk, bram, petra])
      await castBallot(db, karin, decision, person, 'for', MEETING)
    await castBallot(db, karin, decision, chair, 'blank', MEETING)
    expect((await page('bram')).text).not.toContain('Gaven hun stem')
    await closeInRoom(db, karin, decision, chair, MEETING)
    const closed = (await page('bram')).text
    expect(closed).toContain('4 voor, 0 tegen, 1 blanco')
    expect(closed).toContain('Gaven hun stem: Anouk, Bram, Karin, Paul, Petra.')
  })
})
