import { expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { closeMeeting, nextMeeting } from '../../test/held-meeting.ts'
import { testApp } from '../../test/house.ts'
import { at, type LedMeeting, leadAnother, leadMeetingOf, WORDING } from '../../test/led-meeting.ts'
import { newItem } from '../../test/meeting-visit.ts'
import { asMember } from '../../test/request.ts'
import { done, planOf } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import { answerTyped, typeTrack } from '../deciding/typing-store.ts'
import type { MeetingItem } from '../meeting/meeting.ts'
import type { Entry } from '../plan/entry.ts'
import { entriesOf } from '../plan/plan.ts'
import { readProposals } from '../plan/proposal-store.ts'
import { fingerprint } from '../writing/passage.ts'
import { confirmMinutes } from './minutes-confirm-desk.ts'
import { gatherMinutes } from './minutes-desk.ts'
import { checkMinutes, minutesFrom } from './minutes-seal.ts'
import { eraseSealedItem, putMinutes, readSealed, sha256 } from './minutes-store.ts'
import { storyOf } from './minutes-story-view.ts'

const gather = async (led: LedMeeting, minute: number) =>
  gatherMinutes({ db: led.db, now: at(minute) }, led.cast.keeper, await led.now(), {
    school: 'De Regenboog',
    ...WORDING,
  })

/** Anouk's track on the agenda, twice over: Karin lays a text before her, she says yes. */
async function afterYes(db: Db) {
  const first = await leadMeetingOf(db, { items: [newItem('free')] })
  const plan = await planOf(db, first.cast, first.plan)
  const track = entriesOf(plan, 'teacher-track').find(({ personId }) => personId === first.cast.people.anouk)
  if (!track) throw new Error('no such track')
  const of = newItem('track', track.id, { purpose: 'opinion' })
  const led = await leadAnother(first, [of, of])
  const item = await led.goTo('track', 1)
  await layBefore(led, item, track)
  return { led, item, track }
}

async function layBefore(led: LedMeeting, item: MeetingItem, track: Entry) {
  const { db, cast, meeting } = led
  const where = (key: 'karin' | 'anouk', minute: number) => ({
    db,
    seat: led.seat(key),
    meetingId: meeting,
    itemId: item.id,
    now: at(minute),
  })
  const text = { key: 'goal', text: 'Ons doel', base: fingerprint('Doel van anouk') }
  expect(await typeTrack(where('karin', 2), track.id, [text])).toBe('proposed')
  expect((await gather(led, 3)).changed).toEqual([])
  const [proposal] = await readProposals(db, cast.member('anouk'), await planOf(db, cast, led.plan))
  if (!proposal) throw new Error('nothing was laid before Anouk')
  expect(await answerTyped(where('anouk', 4), track.id, proposal.id, 'accepted')).toBe('accepted')
}

eachDatabase((open) => {
  it('the minutes tell which text of whose track changed, with that teacher’s yes, and how', async () => {
    const { led, item, track } = await afterYes(await open())
    const minutes = await gather(led, 5)
    expect(minutes.changed).toMatchObject([
      { id: `${item.id}.${track.id}`, texts: [{ before: 'Doel van anouk', after: 'Ons doel' }] },
    ])
    const [told, again] = storyOf(minutes, [], 'nl').items
    const change = told?.parts.find(({ is }) => is === 'change')
    expect(change).toMatchObject({ before: 'Doel van anouk', after: 'Ons doel' })
    expect(change?.label).toMatch(/Anouk.*: veranderd in de vergadering, met het ja van Anouk$/)
    expect(again?.parts.some(({ is }) => is === 'change')).toBe(false)
    const app = testApp(led.db, { now: () => new Date(at(5)) })
    const bram = await asMember(app, led.db, led.cast, 'bram', new Date(at(0)))
    const page = await (await bram.get(`${led.href}/minutes`)).text()
    expect(page.includes('met het ja van Anouk')).toBe(true)
    expect((await led.sheet('track', 5)).pieces.some(({ before }) => before === 'Doel van anouk')).toBe(true)
  })

  it('what changes after the meeting is not of the meeting', async () => {
    const { led, item, track } = await afterYes(await open())
    await closeMeeting(led, 10)
    const plan = await planOf(led.db, led.cast, led.plan)
    const { putDecidedTexts } = await import('../plan/decided-store.ts')
    const anouk = led.cast.member('anouk')
    await led.db.write(anouk, (sql, tx) =>
      putDecidedTexts(sql, tx, anouk, plan, track.id, { goal: 'Later', approach: 'Ook later' }, at(30)),
    )
    expect((await gather(led, 40)).changed).toMatchObject([
      { id: `${item.id}.${track.id}`, texts: [{ before: 'Doel van anouk', after: 'Ons doel' }] },
    ])
  })

  it('sealed it is a piece of that track: with it the words go, the seal still verifies', async () => {
    const { led, item, track } = await afterYes(await open())
    const { db, cast, meeting } = led
    await closeMeeting(led)
    done(await putMinutes(db, cast.member('anouk'), meeting, at(61)))
    const confirmedIn = await nextMeeting(led)
    const actor = cast.member('petra')
    expect(await confirmMinutes({ db, actor, meetingId: meeting, confirmedIn, now: at(63) })).toBe('sealed')
    const kept = await readSealed(db, cast.keeper, meeting)
    if (!kept) throw new Error('not sealed')
    expect(minutesFrom(kept).changed).toMatchObject([{ track: track.id, texts: [{ after: 'Ons doel' }] }])
    const piece = kept.pieces.find(({ item: id }) => id.startsWith(`${item.id}.`))
    expect(piece).toMatchObject({ track: track.id })
    if (!piece) return
    await db.write(cast.keeper, (sql) => eraseSealedItem(sql, cast.keeper, piece.item, 'Termijn.', at(90)))
    const erased = await readSealed(db, cast.keeper, meeting)
    if (!erased) throw new Error('not sealed')
    expect(checkMinutes(erased, [], sha256).isRight).toBe(true)
    expect(JSON.stringify(erased)).not.toContain('Ons doel')
    const [told] = storyOf(minutesFrom(erased), [], 'nl').items
    expect(told?.parts).toContainEqual(
      expect.objectContaining({ is: 'line', text: expect.stringContaining('Termijn.') }),
    )
  })
})
