import { describe, expect, it } from 'vitest'
import type { YearMoment } from '../year/year.ts'
import { gatherEvaluations } from './feed-evaluations.ts'
import { feedText } from './feed-text.ts'

const evaluation = (uid: string, from: string, occasion = 'mid', isGoal = false) =>
  ({
    uid,
    from,
    to: from,
    kind: 'evaluation',
    source: { kind: 'evaluation', planId: 'plan', entryId: uid, occasion, isGoal },
  }) as YearMoment
const studyDay = { uid: 'day', from: '2026-11-26', to: '2026-11-26', source: { kind: 'item' } } as YearMoment

describe('the evaluations in the calendar of the team', () => {
  it('of one day and occasion are one, counted by what they are of', () => {
    const { others, days } = gatherEvaluations([
      studyDay,
      evaluation('goal', '2026-11-26', 'mid', true),
      evaluation('anouk', '2026-11-26'),
      evaluation('bram', '2026-11-26'),
    ])
    expect(others).toEqual([studyDay])
    expect(days).toEqual([{ day: '2026-11-26', occasion: 'mid', planId: 'plan', goals: 1, tracks: 2 }])
    expect(days.map(feedText('nl').evaluations)).toEqual(['Tussenevaluatie: 1 doel en 2 trajecten'])
    expect(days.map(feedText('en').evaluations)).toEqual(['Mid-year evaluation: 1 goal and 2 tracks'])
  })

  it('of another occasion or another day stay apart, and one by itself stays what it is', () => {
    const alone = [
      evaluation('anouk', '2026-11-26'),
      evaluation('bram', '2026-11-27'),
      evaluation('kees', '2026-11-26', 'end'),
    ]
    expect(gatherEvaluations(alone)).toEqual({ others: alone, days: [] })
    const tracks = gatherEvaluations([...alone, evaluation('eva', '2026-11-27')]).days
    expect(tracks.map(feedText('nl').evaluations)).toEqual(['Tussenevaluatie: 2 trajecten'])
  })
})
