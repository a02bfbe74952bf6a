import { describe, expect, it } from 'vitest'
import type { Moment } from '../kernel/day.ts'
import type { MeetingItemId, PersonId, SayId } from '../kernel/id.ts'
import type { SeenRound } from '../round/round-standing.ts'
import type { ItemState, MeetingItem, Say } from './meeting.ts'
import { ideasOf, mayTakeBack, parseSay, saysFor, whyNotSaid } from './say.ts'

const at = (time: string) => `2026-11-19T${time}:00.000Z` as Moment
const [anouk, bram] = ['anouk', 'bram'] as PersonId[] as [PersonId, PersonId]
const ITEM = 'item' as MeetingItemId
const item = (state: ItemState) => ({ id: ITEM, state }) as MeetingItem
const running = { phase: 'running', cancelledAt: null } as const
const say = (id: string, person: PersonId, rest: Partial<Say> = {}): Say => ({
  id: id as SayId,
  item: ITEM,
  person,
  kind: 'input',
  text: 'Bij ons werkt het.',
  source: null,
  theme: null,
  saidAt: at('14:00'),
  doneAt: null,
  ...rest,
})

describe('words as they are typed', () => {
  it('are tidied', () => {
    const typed = { kind: 'question', text: '  Geldt dit   ook\r\n\r\n\r\nvoor de kleuters? \u0000' }
    expect(parseSay(typed)).toEqual({
      kind: 'question',
      text: 'Geldt dit ook\nvoor de kleuters?',
      source: null,
    })
  })

  it.each([
    [{ kind: 'question', text: '' }, 'say-missing'],
    [{ kind: 'question', text: ' \n\t ' }, 'say-missing'],
    [{ kind: 'question' }, 'say-missing'],
    [{ kind: 'question', text: ['een', 'twee'] }, 'say-missing'],
    [{ kind: 'vote', text: 'Voor' }, 'say-kind-unknown'],
    [{ text: 'Voor' }, 'say-kind-unknown'],
    [{ kind: '__proto__', text: 'Voor' }, 'say-kind-unknown'],
    [{ kind: 'reaction', text: 'x'.repeat(601) }, 'say-too-long'],
  ])('%j is refused: %s', (typed, refused) => {
    expect(parseSay(typed)).toMatchObject({ refused })
  })

  it('hold six hundred characters', () => {
    expect(parseSay({ kind: 'reaction', text: 'x'.repeat(600) })).toMatchObject({ kind: 'reaction' })
  })

  it('say whose words they bring in, of a closed list', () => {
    expect(parseSay({ kind: 'input', text: 'Goed', source: 'pupils' })).toMatchObject({ source: 'pupils' })
    expect(parseSay({ kind: 'input', text: 'Goed', source: 'the-inspector' })).toMatchObject({ source: null })
  })
})

describe('when something is said', () => {
  it('input comes before the turn of the item, or during it', () => {
    expect(whyNotSaid(running, item('to-come'), 'input')).toBe(null)
    expect(whyNotSaid(running, item('current'), 'input')).toBe(null)
    expect(whyNotSaid(running, item('done'), 'input')).toEqual({ refused: 'item-over' })
  })

  it('questions and reactions during it alone', () => {
    expect(whyNotSaid(running, item('current'), 'question')).toBe(null)
    expect(whyNotSaid(running, item('to-come'), 'question')).toEqual({ refused: 'item-not-now' })
    expect(whyNotSaid(running, item('done'), 'reaction')).toEqual({ refused: 'item-not-now' })
  })

  it('nothing after the meeting, nor at an item that is not on the agenda', () => {
    expect(whyNotSaid({ phase: 'closed', cancelledAt: null }, item('current'), 'input')).toEqual({
      refused: 'meeting-over',
    })
    expect(whyNotSaid({ phase: 'prepare', cancelledAt: at('10:00') }, item('to-come'), 'input')).toEqual({
      refused: 'meeting-over',
    })
    expect(whyNotSaid(running, null, 'input')).toEqual({ refused: 'item-gone' })
  })
})

describe('who reads what was said', () => {
  const scene = {
    says: [say('1', anouk), say('2', bram), say('3', bram, { item: 'other' as MeetingItemId })],
  }
  const read = (person: PersonId | null, state: ItemState) =>
    saysFor({ person }, scene, item(state)).map(({ id }) => id)

  it('before its turn each reads only their own, and a guest nothing', () => {
    expect(read(anouk, 'to-come')).toEqual(['1'])
    expect(read(bram, 'to-come')).toEqual(['2'])
    expect(read(null, 'to-come')).toEqual([])
  })

  it('during its turn and after it the room reads all', () => {
    for (const state of ['current', 'done'] as const) {
      expect(read(anouk, state)).toEqual(['1', '2'])
      expect(read(null, state)).toEqual(['1', '2'])
    }
  })

  it('of an item that the meeting went by, it stays silent', () => {
    expect(read(anouk, 'passed')).toEqual(['1'])
    expect(read(anouk, 'carried')).toEqual(['1'])
  })

  it('only the own words go back, and only until they were talked through', () => {
    const says = [say('1', anouk), say('2', anouk, { doneAt: at('15:00') })]
    expect(mayTakeBack(says, anouk, '1' as SayId)?.id).toBe('1')
    expect(mayTakeBack(says, bram, '1' as SayId)).toBe(null)
    expect(mayTakeBack(says, null, '1' as SayId)).toBe(null)
    expect(mayTakeBack(says, anouk, '2' as SayId)).toBe(null)
  })
})

describe('what would take an objection away', () => {
  const round = {
    closed: { at: at('15:00'), by: null, outcome: 'objection' },
    voices: [
      { person: anouk, answer: { kind: 'objection', reason: 'Op dinsdag niet.' } },
      { person: bram, answer: { kind: 'consent' } },
    ],
  } as unknown as SeenRound
  const idea = say('2', anouk, { kind: 'reaction', saidAt: at('15:01') })
  const scene = {
    says: [
      say('1', anouk, { kind: 'reaction', saidAt: at('14:50') }),
      idea,
      { ...idea, id: '3' as SayId, person: bram },
    ],
  }

  it('is what the objector says after the round closed', () => {
    expect(ideasOf(scene, item('current'), round)).toEqual([idea])
  })

  it('is nothing as long as the round is open', () => {
    expect(ideasOf(scene, item('current'), { closed: null, voices: null })).toEqual([])
  })
})
