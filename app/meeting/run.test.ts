import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Moment } from '../kernel/day.ts'
import type { MeetingItemId, PersonId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { PURPOSES, type Purpose, STAGES } from './meeting.ts'
import {
  currentOf,
  LEAVINGS,
  type Led,
  lead,
  type Mark,
  markOf,
  mayOpenRound,
  type Run,
  type RunAct,
  runItem,
  spentSoFar,
  stageBefore,
  stagesOf,
} from './run.ts'

const KARIN = 'karin' as PersonId
const WILMA = 'wilma' as PersonId
const START = Date.parse('2026-11-26T14:30:00.000Z')
const at = (seconds: number) => new Date(START + seconds * 1000).toISOString() as Moment
const id = (name: string) => name as MeetingItemId

const agenda = (...purposes: Purpose[]): Run => ({
  phase: 'prepare',
  current: null,
  opened: null,
  closed: null,
  chair: KARIN,
  isCancelled: false,
  busy: null,
  items: purposes.map((purpose, place) => ({
    id: id(`punt-${place + 1}`),
    purpose,
    state: 'to-come',
    stage: null,
    spent: 0,
  })),
})

const team = () => agenda('informing', 'opinion', 'decision')
const opened = (run = team()) => led(run, { act: 'open' }, 0)

function led(run: Run, act: RunAct, seconds: number, person = KARIN): Run {
  const after = lead(run, act, { person, now: at(seconds) })
  if (isRefusal(after)) throw new Error(`refused: ${after.refused}`)
  return after
}
const no = (run: Run, act: RunAct, seconds = 0, person = KARIN) => {
  const after: Led = lead(run, act, { person, now: at(seconds) })
  return isRefusal(after) ? after.refused : 'led'
}
const next = (run: Run, leave: (typeof LEAVINGS)[number] = 'done'): RunAct => ({
  act: 'next',
  mark: markOf(run),
  leave,
})

describe('leading a meeting', () => {
  it('opens once, and begins between items: first everybody sits down', () => {
    const run = opened()
    expect(run).toMatchObject({ phase: 'running', current: null, opened: { at: at(0), by: KARIN } })
    expect(no(run, { act: 'open' })).toBe('already-open')
    expect(no({ ...team(), isCancelled: true }, { act: 'open' })).toBe('meeting-cancelled')
    expect(no(team(), next(team()))).toBe('not-running')
  })

  it('goes on by the agenda and keeps the time of each turn', () => {
    const first = led(opened(), next(opened()), 60)
    expect(markOf(first)).toEqual({ item: 'punt-1', stage: null })
    const second = led(first, next(first), 360)
    expect(second.items[0]).toMatchObject({ state: 'done', spent: 300 })
    expect(currentOf(second)?.id).toBe('punt-2')
    expect(spentSoFar(second, second.items[1]!, at(400))).toBe(40)
    expect(spentSoFar(second, second.items[0]!, at(400))).toBe(300)
  })

  it('takes a tap that comes twice, or after somebody else went on, for what it is', () => {
    const run = led(opened(), next(opened()), 0)
    const tap = next(run)
    expect(no(led(run, tap, 10), tap)).toBe('moved-on')
    const stage: RunAct = { act: 'stage', mark: markOf(run), stage: 'understanding' }
    expect(no(led(run, stage, 10), stage)).toBe('moved-on')
  })

  it('has the stages that fit what an item is for', () => {
    expect(PURPOSES.map((purpose) => stagesOf(purpose).length)).toEqual([1, 2, 3])
    expect(stageBefore({ purpose: 'decision', stage: 'consent' })).toBe('reactions')
    expect(stageBefore({ purpose: 'decision', stage: 'understanding' })).toBeNull()
    expect(stageBefore({ purpose: 'informing', stage: null })).toBeNull()
    const run = led(opened(), next(opened()), 0)
    expect(no(run, { act: 'stage', mark: markOf(run), stage: 'consent' })).toBe('stage-unknown')
    expect(mayOpenRound(run, markOf(run))).toEqual({ refused: 'nothing-to-decide' })
  })

  it('stays at an item while its round is open', () => {
    const start = opened()
    const run = led(start, { act: 'go', mark: markOf(start), item: id('punt-3') }, 0)
    expect(mayOpenRound(run, markOf(run))).toBeNull()
    const voting: Run = { ...run, busy: { what: 'round', item: id('punt-3') } }
    expect(mayOpenRound(voting, markOf(voting))).toEqual({ refused: 'round-still-open' })
    for (const act of [
      next(voting),
      { act: 'back', mark: markOf(voting) },
      { act: 'go', mark: markOf(voting), item: id('punt-1') },
      { act: 'stage', mark: markOf(voting), stage: null },
      { act: 'rest', mark: markOf(voting) },
      { act: 'close', mark: markOf(voting), left: new Map() },
    ] satisfies RunAct[])
      expect(no(voting, act)).toBe('round-still-open')
    expect(no({ ...voting, busy: { what: 'poll', item: id('punt-3') } }, next(voting))).toBe(
      'poll-still-open',
    )
  })

  it('goes back, jumps, rests, and comes round to what was jumped over', () => {
    const start = opened()
    expect(no(start, { act: 'back', mark: markOf(start) })).toBe('no-item-before')
    const third = led(start, { act: 'go', mark: markOf(start), item: id('punt-3') }, 0)
    const first = led(third, next(third), 100)
    expect(currentOf(first)?.id).toBe('punt-1')
    expect(first.items[2]).toMatchObject({ state: 'done', spent: 100 })
    const rest = led(first, { act: 'rest', mark: markOf(first) }, 130)
    expect(rest.current).toBeNull()
    expect(rest.items[0]).toMatchObject({ state: 'to-come', spent: 30 })
    const again = led(rest, next(rest), 200)
    expect(currentOf(again)?.id).toBe('punt-1')
    expect(no(again, { act: 'back', mark: markOf(again) })).toBe('no-item-before')
    expect(no(again, { act: 'go', mark: markOf(again), item: id('elsewhere') })).toBe('no-such-item')
    const second = led(again, next(again), 210)
    const back = led(second, { act: 'back', mark: markOf(second) }, 220)
    expect(currentOf(back)).toMatchObject({ id: 'punt-1', spent: 40 })
    expect(back.items[1]).toMatchObject({ state: 'to-come', spent: 10 })
  })

  it('moves an item to another day, or takes it back to today', () => {
    const start = opened()
    const run = led(start, { act: 'set', item: id('punt-1'), state: 'carried' }, 0)
    expect(currentOf(led(run, next(run), 0))?.id).toBe('punt-2')
    const after = led(run, { act: 'set', item: id('punt-1'), state: 'to-come' }, 0)
    expect(currentOf(led(after, next(after), 0))?.id).toBe('punt-1')
    const at1 = led(after, next(after), 0)
    expect(no(at1, { act: 'set', item: id('punt-1'), state: 'passed' })).toBe('moved-on')
    expect(no(at1, { act: 'set', item: id('elsewhere'), state: 'passed' })).toBe('no-such-item')
  })

  it('ends between items when the agenda is through', () => {
    let run = opened()
    for (const _ of run.items) run = led(run, next(run), 0)
    run = led(run, next(run), 0)
    expect(run.current).toBeNull()
    expect(run.items.every(({ state }) => state === 'done')).toBe(true)
  })

  it('closes with what is left moved on, and opens again within the hour by its chair alone', () => {
    const run = led(opened(), next(opened()), 0)
    const left = new Map([[id('punt-2'), 'passed' as const]])
    const over = led(run, { act: 'close', mark: markOf(run), left }, 600)
    expect(over).toMatchObject({ phase: 'closed', current: null, closed: { by: KARIN, at: at(600) } })
    expect(over.items.map(({ state }) => state)).toEqual(['done', 'passed', 'carried'])
    expect(over.items[0]?.spent).toBe(600)
    expect(no(over, next(over), 601)).toBe('not-running')
    expect(no(over, { act: 'reopen' }, 700, WILMA)).toBe('only-chair-reopens')
    expect(no(over, { act: 'reopen' }, 600 + 3601)).toBe('hour-is-over')
    expect(led(over, { act: 'reopen' }, 600 + 3600)).toMatchObject({ phase: 'running', closed: null })
    expect(no(run, { act: 'reopen' })).toBe('not-closed')
  })
})

/** One tap: an act, whether it is meant for where we are or for where we were, and how long it took. */
type Tap = { act: number; item: number; leave: number; stale: boolean; twice: boolean; seconds: number }
const taps = fc.array(
  fc.record<Tap>({
    act: fc.nat(10),
    item: fc.nat(3),
    leave: fc.nat(LEAVINGS.length - 1),
    stale: fc.boolean(),
    twice: fc.boolean(),
    seconds: fc.nat(90),
  }),
  { maxLength: 60 },
)

function actOf(tap: Tap, mark: Mark): RunAct {
  const item = id(`punt-${tap.item + 1}`)
  const leave = LEAVINGS[tap.leave]!
  const state = leave === 'done' ? 'passed' : leave
  const acts: RunAct[] = [
    { act: 'open' },
    { act: 'next', mark, leave },
    { act: 'next', mark, leave },
    { act: 'back', mark },
    { act: 'go', mark, item },
    { act: 'stage', mark, stage: STAGES[tap.item] ?? null },
    { act: 'stage', mark, stage: STAGES[tap.item] ?? null },
    { act: 'rest', mark },
    { act: 'set', item, state },
    { act: 'close', mark, left: new Map([[item, leave]]) },
    { act: 'reopen' },
  ]
  return acts[tap.act]!
}

describe('any sequence of acts, doubled or stale,', () => {
  it('keeps one current item at most and loses no time that was spent', () => {
    fc.assert(
      fc.property(taps, (all) => {
        let run = agenda('informing', 'decision', 'opinion', 'decision')
        const marks: Mark[] = [markOf(run)]
        let [now, spent] = [0, 0]
        for (const tap of all) {
          if (run.current) spent += tap.seconds
          now += tap.seconds
          const mark = tap.stale ? marks[tap.item % marks.length]! : markOf(run)
          const act = actOf(tap, mark)
          for (const _ of tap.twice ? [1, 2] : [1]) {
            const after = lead(run, act, { person: KARIN, now: at(now) })
            if (!isRefusal(after)) run = after
          }
          marks.push(markOf(run))
          const current = run.items.filter(({ state }) => state === 'current')
          expect(current.map((one) => one.id)).toEqual(run.current ? [run.current.item] : [])
          if (run.phase !== 'running') expect(run.current).toBeNull()
          const kept = run.items.reduce((sum, item) => sum + spentSoFar(run, item, at(now)), 0)
          expect(kept).toBe(spent)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('never skips an item by a double tap, and does nothing when it comes too late', () => {
    fc.assert(
      fc.property(taps, (all) => {
        let run = opened(agenda('informing', 'decision', 'opinion', 'decision'))
        for (const tap of all) {
          const before = run
          const act = actOf({ ...tap, act: 1 + (tap.act % 6) }, markOf(run))
          const once = lead(run, act, { person: KARIN, now: at(1) })
          if (isRefusal(once)) continue
          run = once
          const moved =
            markOf(before).item !== markOf(once).item || markOf(before).stage !== markOf(once).stage
          if (!moved) continue
          expect(lead(once, act, { person: WILMA, now: at(1) })).toEqual({ refused: 'moved-on' })
        }
      }),
      { numRuns: 300 },
    )
  })

  it('never opens two rounds, and stays with the one that is open', () => {
    fc.assert(
      fc.property(taps, (all) => {
        let run = opened(agenda('decision', 'decision', 'informing'))
        let rounds = 0
        for (const tap of all) {
          const mark = markOf(run)
          if (tap.act > 7) {
            for (const _ of tap.twice ? [1, 2] : [1])
              if (mayOpenRound(run, mark) === null) {
                rounds += 1
                run = { ...run, busy: { what: 'round', item: mark.item! } }
              }
          } else if (tap.act === 7 && run.busy) {
            rounds -= 1
            run = { ...run, busy: null }
          } else {
            const after = lead(run, actOf(tap, mark), { person: KARIN, now: at(0) })
            if (!isRefusal(after)) run = after
          }
          expect(rounds).toBe(run.busy ? 1 : 0)
          if (!run.busy) continue
          expect(run.current?.item).toBe(run.busy.item)
          expect(runItem(run, run.busy.item)?.purpose).toBe('decision')
        }
      }),
      { numRuns: 500 },
    )
  })
})
