import { expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { leadMeetingOf } from '../../test/led-meeting.ts'
import { newItem, visitMeeting } from '../../test/meeting-visit.ts'
import { done, planOf } from '../../test/written-plan.ts'
import { placeKey } from '../adoption/typed-place.ts'
import { fingerprint } from '../writing/passage.ts'
import { closeRound, openRound, renewRound, settleItem, takeObjectionBack } from './decide-desk.ts'

const SIX = ['karin', 'paul', 'anouk', 'bram', 'petra', 'youssef'] as const
const FIVE = ['karin', 'paul', 'anouk', 'petra', 'youssef'] as const
const OBJECTION = { kind: 'objection', reason: 'Niet alles is voor iedereen.' } as const

eachDatabase((open) => {
  it('a principle is put to the team in the room, and stands when nobody objects', async () => {
    const led = await leadMeetingOf(await open())
    await led.goTo('principle', 1)
    const before = await led.sheet('principle', 1)
    expect(before).toMatchObject({ heading: 'Principe 1', mayDecide: true, decision: null })
    expect(before.pieces).toEqual([{ label: '', before: null, text: 'We delen alles.' }])
    const id = done(await openRound(await led.deciding('principle', 2)))
    expect((await led.item('principle')).decisionId).toBe(id)
    expect((await planOf(led.db, led.cast, led.plan)).phase).toBe('decision')
    await led.everyone('principle', 3, ...SIX)
    expect((await led.sheet('principle', 3)).decision?.standing).toMatchObject({
      answered: 6,
      now: { is: 'open' },
    })
    const closed = done(await closeRound(await led.deciding('principle', 4)))
    expect(closed?.standing.now).toMatchObject({ is: 'stands', for: 6 })
    expect(await openRound(await led.deciding('principle', 5))).toEqual({ refused: 'decision-stands' })
    expect((await led.sheet('principle', 5)).mayDecide).toBe(false)
  })

  it('after an objection the text is typed in the room, its difference is shown, and consent is asked anew', async () => {
    const led = await leadMeetingOf(await open())
    await led.goTo('principle', 1)
    const first = done(await openRound(await led.deciding('principle', 2)))
    await led.everyone('principle', 3, ...FIVE)
    await led.speak('principle', 'bram', OBJECTION, 3)
    done(await closeRound(await led.deciding('principle', 4)))
    expect(await openRound(await led.deciding('principle', 5))).toMatchObject({ refused: 'text-not-changed' })
    const changed = 'We delen wat de ander verder helpt.'
    const texts = [
      { key: placeKey(led.principle, 'text'), text: changed, base: fingerprint('We delen alles.') },
    ]
    const given = { changeNote: 'Niet alles: wat helpt.', texts }
    expect(await renewRound(await led.deciding('principle', 6), given)).toBe('renewed')
    expect((await led.item('principle')).decisionId).toBe(first)
    const sheet = await led.sheet('principle', 6)
    expect(sheet.pieces).toEqual([{ label: '', before: 'We delen alles.', text: changed }])
    expect(sheet.why).toBe('Niet alles: wat helpt.')
    expect((await planOf(led.db, led.cast, led.plan)).principles[0]?.text.text).toBe(changed)
    await led.everyone('principle', 7, ...SIX)
    const closed = done(await closeRound(await led.deciding('principle', 8)))
    expect(closed?.standing.now.is).toBe('stands')
    expect(closed?.rounds.map(({ text }) => text)).toEqual(['We delen alles.', changed])
  })

  it('a text that somebody else changed meanwhile is not written over, and no round opens', async () => {
    const led = await leadMeetingOf(await open())
    await led.goTo('principle', 1)
    done(await openRound(await led.deciding('principle', 2)))
    await led.speak('principle', 'bram', OBJECTION, 3)
    done(await closeRound(await led.deciding('principle', 4)))
    const key = placeKey(led.principle, 'text')
    const mine = { key, text: 'Een andere tekst.', base: fingerprint('Een tekst van daarvoor.') }
    const answer = await renewRound(await led.deciding('principle', 6), { changeNote: 'Zo.', texts: [mine] })
    expect(answer).toEqual({ refused: 'text-changed-meanwhile', keys: [key] })
    expect((await planOf(led.db, led.cast, led.plan)).principles[0]?.text.text).toBe('We delen alles.')
    expect((await led.sheet('principle', 7)).decision?.rounds).toHaveLength(1)
  })

  it('a changed text without a word on why is stored nowhere', async () => {
    const led = await leadMeetingOf(await open())
    await led.goTo('principle', 1)
    done(await openRound(await led.deciding('principle', 2)))
    await led.speak('principle', 'bram', OBJECTION, 3)
    done(await closeRound(await led.deciding('principle', 4)))
    const mine = {
      key: placeKey(led.principle, 'text'),
      text: 'Een andere tekst.',
      base: fingerprint('We delen alles.'),
    }
    const answer = await renewRound(await led.deciding('principle', 6), { changeNote: ' ', texts: [mine] })
    expect(answer).toMatchObject({ refused: 'change-note-missing' })
    expect((await planOf(led.db, led.cast, led.plan)).principles[0]?.text.text).toBe('We delen alles.')
  })

  it('several fields of a goal are typed at once', async () => {
    const led = await leadMeetingOf(await open())
    await led.goTo('goal', 1)
    done(await openRound(await led.deciding('goal', 2)))
    await led.speak('goal', 'bram', OBJECTION, 3)
    done(await closeRound(await led.deciding('goal', 4)))
    const texts = [
      { key: placeKey(led.goal, 'title'), text: 'Rekenen met plezier', base: fingerprint('Rekenen') },
      {
        key: placeKey(led.goal, 'approach'),
        text: 'Samen kijken en doen',
        base: fingerprint('Samen kijken'),
      },
    ]
    expect(await renewRound(await led.deciding('goal', 6), { changeNote: 'Met plezier.', texts })).toBe(
      'renewed',
    )
    const { pieces } = await led.sheet('goal', 6)
    expect(pieces.slice(0, 2)).toEqual([
      { label: '', before: 'Rekenen', text: 'Rekenen met plezier' },
      { label: 'Aanpak', before: 'Samen kijken', text: 'Samen kijken en doen' },
    ])
  })

  it('the whole shows its parts, and what is decided apart gives its name alone', async () => {
    const led = await leadMeetingOf(await open())
    await led.goTo('principle', 1)
    done(await openRound(await led.deciding('principle', 2)))
    await led.everyone('principle', 3, ...SIX)
    done(await closeRound(await led.deciding('principle', 4)))
    await led.goTo('plan', 5)
    const { pieces } = await led.sheet('plan', 5)
    expect(pieces[0]).toMatchObject({
      label: 'Principe 1: We delen alles. (hierover is al besloten)',
      text: '',
    })
    expect(pieces[1]?.text).toContain('Aanpak: Samen kijken')
    done(await openRound(await led.deciding('plan', 6)))
    await led.everyone('plan', 7, ...SIX)
    expect(done(await closeRound(await led.deciding('plan', 8)))?.standing.now.is).toBe('stands')
  })

  it('after a missed quorum the same text is put again', async () => {
    const led = await leadMeetingOf(await open())
    await led.goTo('principle', 1)
    const id = done(await openRound(await led.deciding('principle', 2)))
    await led.everyone('principle', 3, 'karin', 'paul')
    expect(done(await closeRound(await led.deciding('principle', 4)))?.standing.now.is).toBe('no-quorum')
    expect((await led.sheet('principle', 4)).mayDecide).toBe(true)
    expect(await openRound(await led.deciding('principle', 5))).toBe(id)
    expect((await led.sheet('principle', 5)).decision?.rounds).toHaveLength(2)
  })

  it('only who leads opens a round, at the item where the meeting is, meant for a decision', async () => {
    const led = await leadMeetingOf(await open())
    expect(await openRound(await led.deciding('principle', 1))).toMatchObject({ refused: 'not-current' })
    await led.goTo('principle', 1)
    expect(await openRound(await led.deciding('principle', 2, 'bram'))).toEqual({
      refused: 'may-not',
      because: 'only-who-leads',
    })
    expect(
      await openRound({
        ...(await led.deciding('principle', 2)),
        seat: { ...led.seat('karin'), via: 'pass' },
      }),
    ).toMatchObject({ refused: 'may-not' })
    expect((await led.item('principle')).decisionId).toBeNull()
  })

  it('a proposal is decided with its own text, also when it changes on the way', async () => {
    const led = await leadMeetingOf(await open(), {
      items: [newItem('proposal', null, { title: 'Studiedag', text: 'Een studiedag in maart.' })],
    })
    await led.goTo('proposal', 1)
    done(await openRound(await led.deciding('proposal', 2)))
    await led.everyone('proposal', 3, ...FIVE)
    await led.speak('proposal', 'bram', OBJECTION, 3)
    done(await closeRound(await led.deciding('proposal', 4)))
    const texts = [
      { key: 'text', text: 'Een studiedag in april.', base: fingerprint('Een studiedag in maart.') },
    ]
    expect(await renewRound(await led.deciding('proposal', 5), { changeNote: 'Na de toetsen.', texts })).toBe(
      'renewed',
    )
    expect((await led.sheet('proposal', 5)).pieces).toEqual([
      { label: '', before: 'Een studiedag in maart.', text: 'Een studiedag in april.' },
    ])
    await led.everyone('proposal', 6, ...SIX)
    done(await closeRound(await led.deciding('proposal', 7)))
    const sheet = await led.sheet('proposal', 8)
    expect(sheet.decision?.standing.now.is).toBe('stands')
    expect(sheet.pieces[0]?.text).toBe('Een studiedag in april.')
  })

  it('an item without a decision goes to a small group, and the objector alone takes an objection back', async () => {
    const led = await leadMeetingOf(await open())
    await led.goTo('principle', 1)
    done(await openRound(await led.deciding('principle', 2)))
    await led.everyone('principle', 3, ...FIVE)
    await led.speak('principle', 'bram', OBJECTION, 3)
    done(await closeRound(await led.deciding('principle', 4)))
    const settled = done(
      await settleItem(await led.deciding('principle', 5), {
        way: 'small-group',
        note: 'Bram en Karin, donderdag.',
      }),
    )
    expect(settled?.rounds.at(-1)?.settled).toMatchObject({ way: 'small-group' })
    expect(await takeObjectionBack(await led.deciding('principle', 6, 'anouk'))).toMatchObject({
      refused: 'no-objection',
    })
    done(await takeObjectionBack(await led.deciding('principle', 6, 'bram')))
    expect((await led.sheet('principle', 7)).decision?.standing.now.is).toBe('stands')
  })

  it('another school’s meeting is not there', async () => {
    const db = await open()
    const led = await leadMeetingOf(db)
    const other = await visitMeeting(db)
    await led.goTo('principle', 1)
    const strange = { ...led.seat('karin'), actor: other.cast.member('karin'), schoolId: other.cast.schoolId }
    expect(await openRound({ ...(await led.deciding('principle', 2)), seat: strange })).toBeNull()
  })
})
