import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { announcer, type Fact } from '../db/announce.ts'
import type { Db } from '../db/database.ts'
import { newId } from '../kernel/id.ts'
import { AGAIN, BEAT, MOST_FEEDS, OLDEST, SLICE } from './live.ts'
import { type Feed, type LiveKind, liveRooms } from './live-rooms-desk.ts'

const [regenboog, vuurvogel] = [newId<'school'>(), newId<'school'>()]
const long = () => vi.advanceTimersByTimeAsync(BEAT / 10)

/** Screens of one kind that follow a number each; one that is not there can't be read now. */
function kindOf(topic: Fact['topic']) {
  const numbers = new Map<string, number | 'gone'>()
  const read = vi.fn<LiveKind<string, Feed>['read']>(async (_, { id }) => {
    const number = numbers.get(id)
    if (number === undefined) throw new Error('no answer')
    return () => (number === 'gone' ? null : `${number}`)
  })
  const screens = liveRooms<string, Feed>({ topic, isOneSeat: (a, b) => a.session === b.session, read })
  return { numbers, read, ...screens }
}

function screen(of: Partial<Feed> = {}) {
  const heard = { said: [] as string[], isOver: false, takes: true }
  const feed: Feed = {
    lane: 'rest',
    session: newId<'session'>(),
    person: newId<'person'>(),
    openedAt: performance.now(),
    send: (message) => heard.said.push(message) > 0 && heard.takes,
    end: () => {
      heard.isOver = true
    },
    ...of,
  }
  return { feed, heard }
}

describe('rooms of open screens', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0 }))
  afterEach(() => void vi.useRealTimers())

  function enter() {
    const db = announcer() as Db
    const [plans, talks] = [kindOf('plan'), kindOf('talk')]
    const tell = (topic: Fact['topic'], id = 'one', schoolId = regenboog) =>
      db.announce({ topic, schoolId, id })
    const at = (id = 'one', schoolId = regenboog) => ({ id, schoolId })
    for (const { numbers } of [plans, talks]) numbers.set('one', 1).set('two', 1)
    return { db, plans, talks, tell, at }
  }

  it('say how it stands at once, and again when a fact of their kind tells of their own room', async () => {
    const { db, plans, tell, at } = enter()
    const [one, two] = [screen(), screen()]
    plans.open(db, at('one'), one.feed)
    plans.open(db, at('two'), two.feed)
    await long()
    plans.numbers.set('one', 2)
    tell('talk')
    await long()
    expect(one.heard.said).toEqual(['1'])
    tell('plan')
    tell('plan')
    await vi.advanceTimersByTimeAsync(20)
    expect(one.heard.said).toEqual(['1', '2'])
    expect(two.heard.said).toEqual(['1'])
  })

  it('of two kinds over one database are apart: counted, told and stopped each by itself', async () => {
    const { db, plans, talks, at } = enter()
    const [plan, talk] = [screen(), screen()]
    plans.open(db, at(), plan.feed)
    talks.open(db, at(), talk.feed)
    expect([plans.count(db), talks.count(db)]).toEqual([1, 1])
    plans.stop(db)
    expect([plan.heard.isOver, talk.heard.isOver]).toEqual([true, false])
    expect(plans.open(db, at(), screen().feed)).toBeNull()
    expect(talks.open(db, at(), screen().feed)).not.toBeNull()
    expect([plans.count(db), talks.count(db)]).toEqual([0, 2])
  })

  it('of two databases know nothing of each other', () => {
    const [{ db, plans, at }, other] = [enter(), enter()]
    plans.open(db, at(), screen().feed)
    plans.stop(other.db)
    expect(plans.count(db)).toBe(1)
  })

  it('end when what they follow is gone, and stay when it cannot be read now', async () => {
    const { db, plans, tell, at } = enter()
    const { feed, heard } = screen()
    plans.open(db, at(), feed)
    await long()
    plans.numbers.delete('one')
    tell('plan')
    await long()
    expect(heard).toEqual({ said: ['1'], isOver: false, takes: true })
    plans.numbers.set('one', 'gone')
    tell('plan')
    await long()
    expect(heard).toEqual({ said: ['1', AGAIN], isOver: true, takes: true })
    expect(plans.count(db)).toBe(0)
  })

  it('end when their session or person does, in their own school alone, or when all its people changed', () => {
    const { db, plans, tell, at } = enter()
    const [one, two, three] = [screen(), screen(), screen({ session: null, person: null })]
    for (const { feed } of [one, two, three]) plans.open(db, at(), feed)
    const over = () => [one, two, three].map(({ heard }) => heard.isOver)
    tell('session', one.feed.session ?? '', vuurvogel)
    tell('person', vuurvogel, vuurvogel)
    expect(over()).toEqual([false, false, false])
    tell('session', one.feed.session ?? '')
    expect(over()).toEqual([true, false, false])
    tell('person', two.feed.person ?? '')
    expect(over()).toEqual([true, true, false])
    tell('person', regenboog)
    expect(over()).toEqual([true, true, true])
  })

  it('let in so many of one seat, and of one room, and somebody else when one has left', () => {
    const { db, plans, at } = enter()
    const session = newId<'session'>()
    const tabs = Array.from({ length: MOST_FEEDS.seat }, () => plans.open(db, at(), screen({ session }).feed))
    expect(tabs).not.toContain(null)
    expect(plans.open(db, at(), screen({ session }).feed)).toBeNull()
    for (let count = MOST_FEEDS.seat; count < MOST_FEEDS.room; count += 1) plans.open(db, at(), screen().feed)
    expect(plans.open(db, at(), screen().feed)).toBeNull()
    expect(plans.open(db, at('two'), screen().feed)).not.toBeNull()
    tabs[0]?.()
    expect(plans.open(db, at(), screen().feed)).not.toBeNull()
  })

  it('end who takes nothing any more, and read once for all the others', async () => {
    const { db, plans, tell, at } = enter()
    const [dead, one, two] = [screen(), screen(), screen()]
    for (const { feed } of [dead, one, two]) plans.open(db, at(), feed)
    await long()
    dead.heard.takes = false
    plans.read.mockClear()
    tell('plan')
    await long()
    expect(plans.read).toHaveBeenCalledTimes(1)
    expect([dead, one, two].map(({ heard }) => heard.isOver)).toEqual([true, false, false])
  })

  it('tell who leads at once, the others some at a time', async () => {
    const { db, plans, tell, at } = enter()
    const front = screen({ lane: 'front' })
    const rest = Array.from({ length: SLICE.feeds * 2 + 1 }, () => screen())
    for (const { feed } of [front, ...rest]) plans.open(db, at(), feed)
    await long()
    plans.numbers.set('one', 2)
    tell('plan')
    const told = () => rest.filter(({ heard }) => heard.said.includes('2')).length
    await vi.advanceTimersByTimeAsync(8)
    expect([front.heard.said.includes('2'), told()]).toEqual([true, SLICE.feeds])
    await vi.advanceTimersByTimeAsync(SLICE.apart)
    expect(told()).toBe(SLICE.feeds * 2)
    await vi.advanceTimersByTimeAsync(SLICE.apart)
    expect(told()).toBe(rest.length)
  })

  it('say it again at each beat, until they are so old that who has them is asked once more', async () => {
    const { db, plans, at } = enter()
    const { feed, heard } = screen()
    plans.open(db, at(), feed)
    await vi.advanceTimersByTimeAsync(1)
    plans.numbers.set('one', 2)
    await vi.advanceTimersByTimeAsync(BEAT)
    expect(heard.said).toEqual(['1', '2'])
    await vi.advanceTimersByTimeAsync(OLDEST + BEAT)
    expect([heard.said.at(-1), heard.isOver, plans.count(db)]).toEqual([AGAIN, true, 0])
  })
})
