import { describe, expect, it } from 'vitest'
import type { Day, Moment } from '../kernel/day.ts'
import type { DataTalkId, EntryId, LearningTeamId, SchoolId, TalkLineId, VisionLineId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { type Entry, UNSAID } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import type { VisionLine } from '../school/vision.ts'
import type { YearMoment } from '../year/year.ts'
import { isTieable, nextTest, proposedLine, proposedTitle } from './doing.ts'
import { latestTalk, type Talk, type TalkHead, type TalkLine, type TalkPart } from './talk.ts'

const TEAM = 'rekenen' as LearningTeamId
const said = (part: TalkPart, words: string): TalkLine => ({
  id: words as TalkLineId,
  part,
  under: null,
  fact: null,
  words,
  author: null,
  writtenAt: '2026-11-19T09:00:00.000Z' as Moment,
  revision: 1,
  stepId: null,
})
const talk = (lines: readonly TalkLine[] = [], more: Partial<TalkHead> = {}): Talk => ({
  id: 'talk' as DataTalkId,
  schoolId: 'school' as SchoolId,
  team: TEAM,
  subject: 'Rekenen',
  schoolYear: '2026-2027' as SchoolYear,
  begunAt: '2026-11-19T09:00:00.000Z' as Moment,
  begunBy: null,
  endedAt: null,
  sharedAt: null,
  meetingId: null,
  goal: null,
  revision: 1,
  ...more,
  lines,
})

const line = (id: string, text: string, retiredAt: Moment | null = null): VisionLine => ({
  id: id as VisionLineId,
  text,
  short: id,
  retiredAt,
})
const VISION = [
  line('instructie', 'Elk kind krijgt elke dag goede instructie.'),
  line('lezen', 'We lezen, praten en schrijven de hele dag door.'),
]

const entry = (id: string, kind: Entry['kind'], more: Partial<Entry> = {}): Entry => ({
  ...UNSAID,
  id: id as EntryId,
  kind,
  position: 0,
  agreedAt: null,
  carriedFrom: null,
  isSealed: false,
  revision: 1,
  ...more,
})
const plan = (...entries: Entry[]) => ({ entries }) as unknown as Plan

describe('on which vision line a goal of a talk would hang', () => {
  it('is where the track of its own learning team hangs', () => {
    const track = entry('t', 'learning-team-track', {
      learningTeamId: TEAM,
      visionLineIds: ['lezen' as VisionLineId],
    })
    expect(proposedLine(talk(), plan(track), VISION, ['instructie'])).toEqual({
      id: 'lezen',
      because: 'track-of-team',
    })
  })

  it('is the one with which most words are shared', () => {
    expect(proposedLine(talk(), plan(), VISION, ['Een korte instructie helpt.'])).toEqual({
      id: 'instructie',
      because: 'same-words',
    })
  })

  it('is else the one on which most goals hang; a retired one never, and without anything none', () => {
    const goal = entry('g', 'general-goal', { visionLineIds: ['lezen' as VisionLineId] })
    expect(proposedLine(talk(), plan(goal), VISION, [])).toEqual({ id: 'lezen', because: 'goals-hang-there' })
    const old = VISION.map((one) => ({ ...one, retiredAt: '2026-08-01T00:00:00.000Z' as Moment }))
    expect(proposedLine(talk(), plan(goal), old, ['instructie'])).toBeNull()
    expect(proposedLine(talk(), null, VISION, ['De tafels.'])).toBeNull()
  })
})

describe('what a goal of a talk begins with', () => {
  it('is what is wanted first, without its full stop, else the ambition', () => {
    const aim = said('aim', 'In M6 kent vier op de vijf kinderen de tafels.')
    expect(proposedTitle(talk([said('act', 'Oefenen'), aim]), 'Minstens 60 %')).toBe(
      'In M6 kent vier op de vijf kinderen de tafels',
    )
    expect(proposedTitle(talk(), 'Minstens 60 %')).toBe('Minstens 60 %')
  })

  it('is looked back at when the next tests are done', () => {
    const moment = (kind: YearMoment['kind'], from: string, to: string) => ({ kind, from, to }) as YearMoment
    const year = [
      moment('tests', '2027-05-31', '2027-06-18'),
      moment('tests', '2027-01-18', '2027-02-05'),
      moment('meeting', '2026-12-03', '2026-12-03'),
      moment('transition-test', '2027-02-02', '2027-02-03'),
    ]
    expect(nextTest(year, '2026-11-19' as Day)?.to).toBe('2027-02-03')
    expect(nextTest(year, '2027-02-05' as Day)?.to).toBe('2027-06-18')
    expect(nextTest(year, '2027-06-18' as Day)).toBeNull()
  })

  it('can be a goal that is there, or the own track; never the track of somebody else', () => {
    const all = plan(
      entry('goal', 'team-goal'),
      entry('own', 'learning-team-track', { learningTeamId: TEAM }),
      entry('other', 'learning-team-track', { learningTeamId: 'lezen' as LearningTeamId }),
      entry('teacher', 'teacher-track'),
    )
    const may = ['goal', 'own', 'other', 'teacher'].map((id) => isTieable(all, TEAM, id as EntryId))
    expect(may).toEqual([true, true, false, false])
    expect(isTieable(all, null, 'own' as EntryId)).toBe(false)
  })
})

it('the talk that stands with the trends is the last one that goes on, else the last one', () => {
  const ended = talk([], { endedAt: '2026-11-20T09:00:00.000Z' as Moment })
  const runs = talk([], { id: 'runs' as DataTalkId })
  expect(latestTalk([ended, runs])).toBe(runs)
  expect(latestTalk([ended])).toBe(ended)
  expect(latestTalk([])).toBeNull()
})
