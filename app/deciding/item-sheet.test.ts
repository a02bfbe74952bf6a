import { expect, it } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { at, leadAnother, leadMeetingOf } from '../../test/led-meeting.ts'
import { newItem } from '../../test/meeting-visit.ts'
import { CLOSES, done, frameFor, planOf, WORDS } from '../../test/written-plan.ts'
import { putForward } from '../adoption/adoption-store.ts'
import { placeKey } from '../adoption/typed-place.ts'
import { giveVoiceBefore } from '../meeting/before-store.ts'
import { tieEntry } from '../plan/tie-store.ts'
import { speakIn } from '../round/round-store.ts'
import { fingerprint } from '../writing/passage.ts'
import { closeRound, openRound, renewRound } from './decide-desk.ts'

const SIX = ['karin', 'paul', 'anouk', 'bram', 'petra', 'youssef'] as const

eachDatabase((open) => {
  it('shows of tracks only what their owners stand behind, whoever asks', async () => {
    const db = await open()
    const led = await leadMeetingOf(db)
    const plan = await planOf(db, led.cast, led.plan)
    const bram = plan.entries.find(({ personId }) => personId === led.cast.people.bram)
    const other = await leadAnother(led, [
      newItem('tracks', null, { purpose: 'opinion' }),
      newItem('track', bram?.id ?? null, { purpose: 'opinion' }),
      newItem('effort'),
      newItem('places'),
    ])
    const all = await other.sheet('tracks', 1)
    expect(JSON.stringify(all)).toContain('Doel van anouk')
    for (const kind of ['tracks', 'track', 'effort', 'places'] as const)
      expect(JSON.stringify(await other.sheet(kind, 1))).not.toContain('Doel van bram')
    expect(await other.sheet('track', 1)).toMatchObject({
      why: 'Hier wordt nog geschreven.',
      mayDecide: false,
    })
    expect((await other.sheet('effort', 1)).pieces).toMatchObject([
      { label: 'Doel 1', text: 'Elke week een uur' },
    ])
    expect((await other.sheet('places', 1)).pieces[0]?.text).toBe('Anouk, Bram')
  })

  it('says so when what an item is about has left the plan, and asks nothing about it', async () => {
    const led = await leadMeetingOf(await open(), {
      items: [newItem('principle', '01890000-0000-7000-8000-000000000000'), newItem('goal', 'no id at all')],
    })
    for (const kind of ['principle', 'goal'] as const) {
      await led.goTo(kind, 1)
      expect(await led.sheet(kind, 1)).toMatchObject({
        mayDecide: false,
        why: 'Dit staat niet meer in het plan.',
      })
      expect(await openRound(await led.deciding(kind, 2))).toHaveProperty('refused')
    }
  })

  it('says before the team decides that the hours do not fit, beside what is decided and not in it', async () => {
    const db = await open()
    const led = await leadMeetingOf(db)
    const other = await leadAnother(led, [newItem('plan'), newItem('effort')])
    const before = await other.sheet('plan', 1)
    const plan = await planOf(db, led.cast, led.plan)
    const goal = plan.entries.find(({ kind }) => kind === 'general-goal')
    if (!goal) throw new Error('no goal to give hours')
    expect(await tieEntry(db, led.cast.keeper, plan, goal, { coordinatorHours: 1500 })).toBeNull()
    for (const kind of ['plan', 'effort'] as const) {
      const last = (await other.sheet(kind, 2)).pieces.at(-1)
      expect(last).toMatchObject({ label: 'De tijd in het plan', before: null })
      expect(last?.text).toMatch(/^Het plan vraagt [\d,]+ uur per week\. Er zijn er 24\./)
      expect(last?.text).toContain('een vraag voor Paul en het bestuur. Niet voor Karin alleen.')
    }
    expect((await other.sheet('plan', 2)).print).toBe(before.print)
  })

  it('lays a voice beforehand in the first round of that very text, and in no other', async () => {
    const db = await open()
    const led = await leadMeetingOf(db)
    const say = async (kind: 'principle' | 'goal', key: 'bram' | 'petra') => {
      const { print } = await led.sheet(kind, 0)
      if (print === null) throw new Error('nothing to decide')
      const given = {
        itemId: (await led.item(kind)).id,
        answer: { kind: 'consent' },
        read: print,
        print,
      } as const
      return giveVoiceBefore(db, led.seat(key), given, at(0))
    }
    expect(await say('principle', 'bram')).toBe('given')
    expect(await say('goal', 'bram')).toBe('given')
    await led.goTo('principle', 1)
    done(await openRound(await led.deciding('principle', 2)))
    expect((await led.sheet('principle', 2)).decision?.standing.answered).toBe(1)
    const closed = done(await closeRound(await led.deciding('principle', 3)))
    expect(closed?.rounds[0]?.voices).toMatchObject([{ person: led.cast.people.bram, how: 'before' }])
    await led.goTo('goal', 4)
    const typed = {
      key: placeKey(led.goal, 'title'),
      text: 'Rekenen met plezier',
      base: fingerprint('Rekenen'),
    }
    expect(await renewRound(await led.deciding('goal', 5), { changeNote: '', texts: [typed] })).toBe('saved')
    done(await openRound(await led.deciding('goal', 6)))
    expect((await led.sheet('goal', 6)).decision?.standing.answered).toBe(0)
  })

  it('takes over a round by time as it is: the meeting closes it only when everybody answered', async () => {
    const db = await open()
    const led = await leadMeetingOf(db)
    const karin = led.cast.member('karin')
    const asked = {
      parts: [{ about: 'principle', subjectId: led.principle }],
      frame: frameFor(led.cast),
    } as const
    const forward = { ...asked, closesAt: CLOSES, words: WORDS, why: 'Nu.' }
    done(await putForward(db, karin, led.plan, forward, NOW_MOMENT))
    await led.goTo('principle', 1)
    const shown = await led.sheet('principle', 1)
    expect(shown.decision?.standing.now.is).toBe('open')
    expect(shown.mayDecide).toBe(false)
    expect(await openRound(await led.deciding('principle', 2))).toBe(shown.decision?.id)
    expect(await closeRound(await led.deciding('principle', 3))).toEqual({ refused: 'not-everyone-answered' })
    for (const key of ['karin', 'paul', 'anouk', 'bram'] as const)
      if (shown.decision)
        done(await speakIn(db, led.cast.member(key), shown.decision.id, { kind: 'consent' }, at(4)))
    expect(done(await closeRound(await led.deciding('principle', 5)))?.standing.now.is).toBe('stands')
  })

  it('the minute-taker, who does not coordinate, leads a round and types its text as the chair does', async () => {
    const led = await leadMeetingOf(await open())
    await led.goTo('principle', 1)
    done(await openRound(await led.deciding('principle', 2, 'anouk')))
    await led.speak('principle', 'bram', { kind: 'objection', reason: 'Niet alles.' }, 3)
    done(await closeRound(await led.deciding('principle', 4, 'anouk')))
    const texts = [
      {
        key: placeKey(led.principle, 'text'),
        text: 'We delen wat helpt.',
        base: fingerprint('We delen alles.'),
      },
    ]
    const given = { changeNote: 'Wat helpt.', texts }
    expect(await renewRound(await led.deciding('principle', 5, 'anouk'), given)).toBe('renewed')
    await led.everyone('principle', 6, ...SIX)
    expect(done(await closeRound(await led.deciding('principle', 7, 'anouk')))?.standing.now.is).toBe(
      'stands',
    )
  })

  it('one reading serves everybody until something changes; then it is read anew', async () => {
    const led = await leadMeetingOf(await open())
    await led.goTo('principle', 1)
    const [one, two] = await Promise.all([led.sheet('principle', 1), led.sheet('principle', 1)])
    expect(two).toBe(one)
    done(await openRound(await led.deciding('principle', 1)))
    await led.everyone('principle', 1, 'paul')
    expect((await led.sheet('principle', 1)).decision?.standing.answered).toBe(1)
  })
})
