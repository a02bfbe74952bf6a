import { describe, expect, it } from 'vitest'
import type { Moment } from '../kernel/day.ts'
import type { MeetingItemId, PersonId } from '../kernel/id.ts'
import type { Attendance, MeetingItem, Scene, Stage } from '../meeting/meeting.ts'
import type { SeenPoll } from '../round/poll.ts'
import type { SeenDecision, SeenRound } from '../round/round-standing.ts'
import { type Asked, phoneOf, presenceIn, turnOf, wasThere } from './phone.ts'

const at = (time: string) => `2026-11-19T${time}:00.000Z` as Moment
const anouk = 'anouk' as PersonId
const member = { person: anouk, waitsAs: null }
const guest = { person: null, waitsAs: null }

const items = ['one', 'two', 'three'].map((id) => ({ id: id as MeetingItemId })) as MeetingItem[]
const scene = (meeting: object, attendance: Partial<Attendance>[] = []) =>
  ({
    items,
    attendance,
    meeting: { phase: 'running', cancelledAt: null, current: null, ...meeting },
  }) as unknown as Scene

describe('where the meeting is', () => {
  it.each([
    [{ phase: 'prepare' }, { is: 'before' }],
    [{}, { is: 'between' }],
    [{ current: { item: 'gone', since: at('15:00') } }, { is: 'between' }],
    [{ current: { item: 'two', since: at('15:00') } }, { is: 'item', item: items[1], number: 2, of: 3 }],
    [{ phase: 'closed' }, { is: 'closed' }],
    [{ phase: 'prepare', cancelledAt: at('10:00') }, { is: 'cancelled' }],
  ])('%j', (meeting, phone) => {
    expect(phoneOf(member, scene(meeting))).toEqual(phone)
  })

  it('who waits to be let in sees nothing of it', () => {
    expect(phoneOf({ waitsAs: anouk }, scene({ current: { item: 'two', since: at('15:00') } }))).toEqual({
      is: 'waits',
    })
  })
})

const item = (stage: Stage | null) => ({ id: 'two', stage }) as MeetingItem
const nothing: Asked = { mine: null, polls: [], gathers: false }
type Mine = { hasVoice?: boolean; voted?: boolean; answer?: { kind: string } | null }
const decision = (round: object, mine: Mine = {}, unnamed = false, is = 'open') =>
  ({
    frame: { unnamed },
    rounds: [{ number: 1, closed: null, ...round }],
    standing: { now: { is } },
    mine: { hasVoice: true, voted: false, answer: null, ...mine },
  }) as unknown as SeenDecision
const poll = (isOpen: boolean, hasVoice: boolean, answered: boolean) =>
  ({ isOpen, mine: { hasVoice, answered, choice: null } }) as Pick<SeenPoll, 'isOpen' | 'mine'>
const turn = (stage: Stage | null, asked: Partial<Asked> = {}, seat = member) =>
  turnOf(seat, item(stage), { ...nothing, ...asked }).is

describe('the one thing that is asked', () => {
  it('follows the rounds', () => {
    expect(turn(null)).toBe('listen')
    expect(turn('understanding')).toBe('ask')
    expect(turn('reactions')).toBe('react')
    expect(turn('consent')).toBe('listen')
    expect(turn(null, { gathers: true })).toBe('bring')
  })

  it('is an answer as long as the round is open, whatever the stage says', () => {
    for (const stage of [null, 'understanding', 'consent'] as const)
      expect(turn(stage, { mine: decision({}) })).toBe('voice')
    expect(turn('consent', { mine: decision({}, { answer: { kind: 'consent' } }) })).toBe('voice')
    expect(turn('consent', { mine: decision({}, { hasVoice: false }) })).toBe('no-voice')
  })

  it('is a ballot once, in a vote without names', () => {
    expect(turn('consent', { mine: decision({}, {}, true) })).toBe('ballot')
    expect(turn('consent', { mine: decision({}, { voted: true }, true) })).toBe('voted')
  })

  it('is the outcome when the round closed; an objector is asked along', () => {
    const closed = { closed: { at: at('15:00') } }
    const objector = { answer: { kind: 'objection' } }
    expect(turn('consent', { mine: decision(closed, {}, false, 'stands') })).toBe('outcome')
    expect(turn('consent', { mine: decision(closed, objector, false, 'objection') })).toBe('my-objection')
    expect(turn('consent', { mine: decision(closed, objector, false, 'stands') })).toBe('outcome')
    expect(turn('reactions', { mine: decision(closed, {}, false, 'objection') })).toBe('react')
  })

  it('is a poll only for who still has to answer', () => {
    expect(turn('reactions', { polls: [poll(true, true, false)] })).toBe('poll')
    expect(turn('reactions', { polls: [poll(true, true, true)] })).toBe('react')
    expect(turn('reactions', { polls: [poll(true, false, false)] })).toBe('react')
    expect(turn('reactions', { polls: [poll(false, true, false)] })).toBe('react')
  })

  it('is nothing for a guest, at any stage', () => {
    for (const stage of [null, 'understanding', 'reactions', 'consent'] as const)
      expect(turn(stage, {}, guest as unknown as typeof member)).toBe('listen')
    expect(
      turn('consent', { mine: decision({}, { hasVoice: false }) }, guest as unknown as typeof member),
    ).toBe('listen')
  })
})

describe('where one is', () => {
  const here = { person: anouk, how: 'present' as const, arrivedAt: at('14:30'), leftAt: null }
  const where = (...attendance: Partial<Attendance>[]) => presenceIn(scene({}, attendance), member)

  it('is as it was written down', () => {
    expect(where()).toBe('unknown')
    expect(where(here)).toBe('here')
    expect(where({ ...here, how: 'remote' })).toBe('remote')
    expect(where({ ...here, leftAt: at('15:00') })).toBe('left')
    expect(where({ ...here, how: 'absent-notice', arrivedAt: null })).toBe('away')
    expect(where({ ...here, person: 'bram' as PersonId })).toBe('unknown')
  })

  it('who was there when a round closed does not come back on it as somebody who was away', () => {
    const round = { closed: { at: at('15:00') } } as unknown as SeenRound
    const there = (attendance: Partial<Attendance>, in_ = round) =>
      wasThere(scene({}, [attendance]), member, in_)
    expect(there(here)).toBe(true)
    expect(there({ ...here, leftAt: at('15:30') })).toBe(true)
    expect(there({ ...here, leftAt: at('14:50') })).toBe(false)
    expect(there({ ...here, arrivedAt: at('15:10') })).toBe(false)
    expect(there({ ...here, arrivedAt: null, how: 'absent' })).toBe(false)
    expect(there(here, { ...round, closed: null })).toBe(false)
  })
})
