import { describe, expect, it } from 'vitest'
import { TODAY } from '../../test/cast.ts'
import type { Day, Moment } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { dayOnLine, placeIn, type StoryPiece, storyOf, writtenDays } from './story.ts'
import { shownIn } from './story-pieces-view.ts'

const piece = (title: string, on: string, more: Partial<StoryPiece> = {}): StoryPiece => ({
  kind: 'step',
  on: on as Day,
  at: null,
  title,
  note: '',
  href: null,
  ...more,
})
const titles = (pieces: readonly StoryPiece[]) => pieces.map(({ title }) => title)
const at = (moment: string) => moment as Moment

describe('the story on one line of time', () => {
  it('stands by day and hour, with what comes after today', () => {
    const { was, comes } = storyOf(
      [
        piece('straks', '2026-12-01', { isOpen: true }),
        piece('later die dag', '2026-11-02', { at: at('2026-11-02T14:00:00.000Z') }),
        piece('vroeg', '2026-11-02', { at: at('2026-11-02T08:00:00.000Z') }),
        piece('vandaag gedaan', TODAY),
        piece('vandaag nog te doen', TODAY, { isOpen: true }),
        piece('nog open van gisteren', '2026-11-18', { isOpen: true }),
      ],
      TODAY,
    )
    expect(titles(was)).toEqual(['vroeg', 'later die dag', 'nog open van gisteren', 'vandaag gedaan'])
    expect(titles(comes)).toEqual(['vandaag nog te doen', 'straks'])
  })

  it('puts a step on the day for which it was planned, also when it was ticked off later', () => {
    const end = (as: 'done' | 'let-go', moment: string) => ({ as, at: at(moment), by: null, saw: '' })
    const day = '2026-11-10' as Day
    expect(dayOnLine({ onDay: day, ended: end('done', '2026-11-12T10:00:00.000Z') })).toBe(day)
    expect(dayOnLine({ onDay: day, ended: end('done', '2026-11-05T10:00:00.000Z') })).toBe('2026-11-05')
    expect(dayOnLine({ onDay: day, ended: end('let-go', '2026-11-12T10:00:00.000Z') })).toBe('2026-11-12')
    expect(dayOnLine({ onDay: null, ended: end('done', '2026-11-12T23:30:00.000Z') })).toBe('2026-11-13')
    expect(dayOnLine({ onDay: day, ended: null })).toBe(day)
    expect(dayOnLine({ onDay: null, ended: null })).toBeNull()
  })

  it('tells of writing once a day, and not of a day that is told otherwise', () => {
    const written = [
      { field: 'goal', at: at('2026-10-01T08:00:00.000Z') },
      { field: 'approach', at: at('2026-10-01T09:00:00.000Z') },
      { field: 'goal', at: at('2026-10-01T10:00:00.000Z') },
      { field: 'goal', at: at('2026-11-02T10:00:00.000Z') },
    ]
    expect(writtenDays(written, new Set(['2026-11-02' as Day]))).toEqual([
      {
        on: '2026-10-01',
        since: '2026-10-01T08:00:00.000Z',
        at: '2026-10-01T10:00:00.000Z',
        fields: ['goal', 'approach'],
      },
    ])
  })

  it('leads from writing to the versions before and after it, newest first in the list', () => {
    const plan = { id: newId<'plan'>() }
    const versions = ['2026-11-02', '2026-10-03', '2026-09-20'].map((on) => ({
      ref: on,
      at: at(`${on}T16:00:00.000Z`),
    }))
    const day = (on: string) => ({ since: at(`${on}T08:00:00.000Z`), at: at(`${on}T09:00:00.000Z`) })
    const list = `/plan/${plan.id}/versions`
    expect(shownIn(day('2026-10-01'), { plan, versions })).toBe(
      `${list}/compare?from=2026-09-20&to=2026-10-03`,
    )
    expect(shownIn(day('2026-11-05'), { plan, versions })).toBe(`${list}/compare?from=2026-11-02&to=now`)
    expect(shownIn(day('2026-09-01'), { plan, versions })).toBe(list)
  })

  it('has a place in the year for every day, also outside it', () => {
    const [from, to] = ['2026-08-01', '2027-07-31'] as [Day, Day]
    expect(placeIn(from, from, to)).toBe(0)
    expect(placeIn(to, from, to)).toBe(100)
    expect(placeIn('2026-01-01' as Day, from, to)).toBe(0)
    expect(placeIn('2028-01-01' as Day, from, to)).toBe(100)
    expect(placeIn('2027-01-30' as Day, from, to)).toBe(50)
    expect(placeIn(from, from, from)).toBe(0)
  })
})
