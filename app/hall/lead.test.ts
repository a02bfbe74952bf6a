import { describe, expect, it } from 'vitest'
import type { ItemKind, Purpose, Stage } from '../meeting/meeting.ts'
import type { SeenDecision } from '../round/round-standing.ts'
import {
  canSettle,
  heldRound,
  isUndecided,
  jumpsAt,
  mayTypeAt,
  nextStep,
  stagesFor,
  usualLeaving,
} from './lead.ts'
import { parseLead } from './lead-form.ts'

type Is = SeenDecision['standing']['now']['is']

const item = (stage: Stage | null, kind: ItemKind = 'proposal', purpose: Purpose = 'decision') => ({
  kind,
  purpose,
  stage,
})
const before = { decision: null, mayDecide: true }

/** A decision of which the last round stands so; only an open one is not closed. */
const after = (is: Is, held: 'room' | 'time' = 'room') => ({
  mayDecide: false,
  decision: {
    standing: { now: { is } },
    rounds: [{ number: 1, held, closed: is === 'open' ? null : {} }],
  } as unknown as SeenDecision,
})

describe('the next step at an item', () => {
  it('goes through its stages to the round', () => {
    expect(nextStep(item(null), before)).toEqual({ does: 'stage', stage: 'understanding' })
    expect(nextStep(item('understanding'), before)).toEqual({ does: 'stage', stage: 'reactions' })
    expect(nextStep(item('reactions'), before)).toEqual({ does: 'stage', stage: 'consent' })
    expect(nextStep(item('consent'), before)).toEqual({ does: 'open-round', again: false })
  })

  it('follows from how the round closed', () => {
    const steps = (['stands', 'objection', 'no-majority', 'no-quorum', 'dropped'] as const).map(
      (is) => nextStep(item('consent'), after(is)).does,
    )
    expect(steps).toEqual(['go-on', 'change-text', 'change-text', 'open-round', 'go-on'])
  })

  it('is to go on where there is nothing to hold a round on', () => {
    expect(stagesFor(item(null, 'free'))).toEqual(['understanding', 'reactions'])
    expect(nextStep(item('reactions', 'free'), before)).toEqual({ does: 'go-on' })
    expect(nextStep(item('consent', 'free'), before)).toEqual({ does: 'go-on' })
    expect(nextStep(item('consent'), { decision: null, mayDecide: false })).toEqual({ does: 'go-on' })
    expect(nextStep(item('understanding', 'free', 'informing'), null)).toEqual({ does: 'go-on' })
  })
})

describe('what is over with hearing it', () => {
  it('goes on at once, with its questions beside it', () => {
    expect(nextStep(item(null, 'free', 'informing'), null)).toEqual({ does: 'go-on' })
    expect(jumpsAt(item(null, 'free', 'informing'), null)).toEqual(['understanding'])
    expect(nextStep(item(null, 'minutes'), before)).toEqual({ does: 'go-on' })
    expect(jumpsAt(item(null, 'minutes'), before)).toEqual(['understanding', 'consent'])
    expect(nextStep(item('consent', 'minutes'), before)).toEqual({ does: 'open-round', again: false })
  })

  it('is done once minutes were confirmed', () => {
    const confirmed = { decision: null, mayDecide: false, confirmed: true }
    expect(nextStep(item('consent', 'minutes'), confirmed)).toEqual({ does: 'go-on' })
    expect(jumpsAt(item(null, 'minutes'), confirmed)).toEqual([])
    expect(usualLeaving(item(null, 'minutes'), confirmed)).toBe('done')
  })
})

it('an easy item goes straight to its decision, once', () => {
  expect(jumpsAt(item(null), before)).toEqual(['consent'])
  expect(jumpsAt(item('understanding'), before)).toEqual(['consent'])
  expect(jumpsAt(item('reactions'), before)).toEqual([])
  expect(jumpsAt(item('consent'), before)).toEqual([])
  expect(jumpsAt(item(null), after('stands'))).toEqual([])
  expect(jumpsAt(item(null), after('open'))).toEqual([])
  expect(jumpsAt(item(null, 'free', 'opinion'), null)).toEqual([])
})

describe('leaving an item', () => {
  it('moves on what is still to be decided, and is done with the rest', () => {
    expect(usualLeaving(item(null), before)).toBe('carried')
    expect(usualLeaving(item('consent'), after('objection'))).toBe('carried')
    expect(usualLeaving(item('consent'), after('stands'))).toBe('done')
    expect(isUndecided(item('consent'), after('dropped'))).toBe(false)
    expect(usualLeaving(item(null, 'free', 'opinion'), null)).toBe('done')
  })

  it('is held by a round in the room alone', () => {
    expect(heldRound(after('open'))).not.toBeNull()
    expect(heldRound(after('open', 'time'))).toBeNull()
    expect(heldRound(after('stands'))).toBeNull()
    expect(heldRound(null)).toBeNull()
  })

  it('can say how it goes on when there is no decision', () => {
    expect(canSettle(after('objection'))).toBe(true)
    expect(canSettle(after('open'))).toBe(false)
    expect(canSettle(before)).toBe(false)
  })
})

it('offers to type a text only where it has one that is not before the team or decided', () => {
  expect(mayTypeAt(item(null), before)).toBe(true)
  expect(mayTypeAt(item(null, 'track', 'opinion'), before)).toBe(true)
  expect(mayTypeAt(item('consent'), after('open'))).toBe(false)
  expect(mayTypeAt(item('consent'), after('stands'))).toBe(false)
  expect(mayTypeAt(item(null, 'free'), before)).toBe(false)
})

describe('a form of leading', () => {
  const id = '019a0000-0000-7000-8000-000000000000'

  it('is an act with the place it was meant for', () => {
    expect(parseLead({ act: 'next', at: id, stage: 'reactions', leave: 'passed' })).toEqual({
      does: 'run',
      run: { act: 'next', mark: { item: id, stage: 'reactions' }, leave: 'passed' },
    })
    expect(parseLead({ act: 'close', at: '', stage: '', [`left.${id}`]: 'done', 'left.x': 'done' })).toEqual({
      does: 'run',
      run: { act: 'close', mark: { item: null, stage: null }, left: new Map([[id, 'done']]) },
    })
  })

  it('is none without that place, or with something that there is not', () => {
    for (const form of [
      {},
      { act: 'rest' },
      { act: 'rest', at: id },
      { act: 'rest', at: 'x', stage: '' },
      { act: 'rest', at: id, stage: 'later' },
      { act: 'round-close', at: id, stage: 'consent', round: '1e3' },
      { act: 'voice', at: id },
      { act: 'toString', at: id, stage: '' },
    ])
      expect([form, parseLead(form)]).toEqual([form, null])
  })
})
