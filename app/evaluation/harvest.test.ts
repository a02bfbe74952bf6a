import { describe, expect, it } from 'vitest'
import type { Day, Moment } from '../kernel/day.ts'
import type { EntryId, Id } from '../kernel/id.ts'
import { type Entry, UNSAID } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import { sightOf } from '../plan/plan-sight.ts'
import type { Member } from '../session/actor.ts'
import type { Passage } from '../writing/passage.ts'
import type { Evaluation } from './evaluation.ts'
import { harvestOf } from './harvest.ts'
import { LONGEST_WITH } from './yield.ts'

const AGREED = '2026-10-01T08:00:00.000Z' as Moment
const passage = (text: string) => ({ text, revision: 1 }) as Passage
const moment = (onDay: string) => ({
  id: onDay as Id<'evaluation-moment'>,
  onDay: onDay as Day,
  occasion: 'end' as const,
})

const entry = (id: string, other: Partial<Entry>, withWhom = ''): Entry => ({
  ...UNSAID,
  id: id as EntryId,
  kind: 'teacher-track',
  position: 1,
  agreedAt: AGREED,
  carriedFrom: null,
  isSealed: true,
  revision: 1,
  texts: withWhom === '' ? {} : { shareYieldWith: passage(withWhom) },
  ...other,
})
const said = (entryId: string, sharedWith: string) =>
  ({
    entryId,
    time: 'end',
    texts: { sharedWith: passage(sharedWith) },
    next: null,
    reached: null,
  }) as unknown as Evaluation
const planWith = (...entries: Entry[]) => ({ entries, phase: 'end-evaluation' }) as unknown as Plan
const lines = (plan: Plan, evaluations: Evaluation[] = [], promised: string[] = []) =>
  harvestOf(
    plan,
    promised.map((id) => ({ entryId: id as EntryId })),
    evaluations,
  ).map((line) => [line.entry.id, line.withWhom, line.when])

describe('the harvest', () => {
  it('fills itself from what the plan says of sharing, by day', () => {
    const late = entry('late', { moments: [moment('2026-12-01'), moment('2027-06-24')] }, 'Groep 5.')
    const soon = entry(
      'soon',
      { moments: [moment('2026-12-01')], shareChoice: 'share' },
      '**De middenbouw**\nin de bordsessie',
    )
    const noDay = entry('no-day', { kind: 'learning-team-track' }, 'Het team.')
    expect(lines(planWith(noDay, late, soon, entry('silent', {})))).toEqual([
      ['soon', 'De middenbouw in de bordsessie', '2026-12-01'],
      ['late', 'Groep 5.', '2027-06-24'],
      ['no-day', 'Het team.', null],
    ])
  })

  it('leaves out what is promised already, and what is not shared', () => {
    const kept = entry('kept', { shareChoice: 'not-share' }, 'Niemand.')
    expect(lines(planWith(kept, entry('done', {}, 'De bouw.')), [], ['done'])).toEqual([])
  })

  it('goes by what was said in looking back, where the team reads that', () => {
    const plan = planWith(
      entry('shares', { shareChoice: 'share' }, 'De bouw.'),
      entry('open', {}, 'De bouw.'),
      entry('goal', { kind: 'team-goal' }),
    )
    const evaluations = [said('shares', 'Een school in de buurt.'), said('open', 'Alleen Karin.')]
    expect(lines(plan, [...evaluations, said('goal', 'De ouders.')])).toEqual([
      ['shares', 'Een school in de buurt.', null],
      ['open', 'De bouw.', null],
      ['goal', 'De ouders.', null],
    ])
  })

  it('shows nothing of a track that its teacher does not stand behind yet', () => {
    const plan = planWith(entry('hers', { agreedAt: null }, 'De bouw.'))
    const reader = {
      kind: 'member',
      personId: 'other',
      roles: ['teacher'],
      learningTeams: [],
    } as unknown as Member
    expect(lines(sightOf(plan, reader), [said('hers', 'De bouw.')])).toEqual([])
  })

  it('fits in one line', () => {
    const [line] = lines(planWith(entry('long', {}, 'woord '.repeat(100))))
    expect(String(line?.[1]).length).toBeLessThanOrEqual(LONGEST_WITH)
  })
})
