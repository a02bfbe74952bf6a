import { describe, expect, it } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import type { Moment } from '../kernel/day.ts'
import type { OfferId, PersonId, VisitId } from '../kernel/id.ts'
import { momentInAmsterdam } from '../round/round-form.ts'
import { oneLine, parseOffers, parseSlot } from './offer.ts'
import { tellings } from './telling.ts'
import { agree, callOff, decline, propose, type Visit, visitAsks } from './visit.ts'
import { parseAsk, parseMoment } from './visit-form.ts'

const person = (name: string) => name as PersonId
const [SAMIRA, LOTTE, KARIN, PAUL] = ['samira', 'lotte', 'karin', 'paul'].map(person) as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
]
const at = (clock: string) => momentInAmsterdam(clock) as Moment

const VISIT: Visit = {
  id: 'visit' as VisitId,
  visitor: SAMIRA,
  host: LOTTE,
  cover: KARIN,
  offerId: 'offer' as OfferId,
  startsAt: at('2026-11-24T09:30'),
  endsAt: at('2026-11-24T10:00'),
  planId: null,
  entryId: null,
  question: '',
  state: 'asked',
  waitsFor: LOTTE,
  next: null,
  newCover: null,
  askedBy: SAMIRA,
  askedAt: NOW_MOMENT,
  coverLeftAt: null,
  agreedAt: null,
  ended: null,
  shared: { visitor: true, coordinator: false, team: false },
  sequence: 0,
  revision: 1,
  changedAt: NOW_MOMENT,
}
const good = (answer: ReturnType<typeof agree>): Visit => {
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}
const AGREED = good(agree(VISIT, NOW_MOMENT))
const OTHER = {
  startsAt: at('2026-12-01T09:30'),
  endsAt: at('2026-12-01T10:00'),
  offerId: 'other' as OfferId,
  cover: PAUL,
}
const AFTER = at('2026-11-24T09:31')

describe('a visit', () => {
  it('that begins is fixed: no yes, no move, no calling off', () => {
    expect(agree(VISIT, AFTER)).toEqual({ refused: 'gone-by' })
    expect(propose(AGREED, SAMIRA, OTHER, AFTER)).toEqual({ refused: 'gone-by' })
    expect(callOff(AGREED, LOTTE, '', AFTER)).toEqual({ refused: 'gone-by' })
    expect(decline(VISIT, LOTTE, '', AFTER)).toEqual({ refused: 'gone-by' })
  })

  it('takes a counter-proposal as its moment while it is asked, and only as a proposal once it is agreed', () => {
    expect(propose(VISIT, LOTTE, OTHER, NOW_MOMENT)).toMatchObject({ ...OTHER, waitsFor: SAMIRA, next: null })
    const proposed = good(propose(AGREED, LOTTE, OTHER, NOW_MOMENT))
    expect(proposed).toMatchObject({ startsAt: VISIT.startsAt, next: OTHER, waitsFor: SAMIRA })
    expect(good(agree(proposed, NOW_MOMENT))).toMatchObject({ ...OTHER, next: null, sequence: 1 })
    expect(propose(AGREED, LOTTE, AGREED, NOW_MOMENT)).toEqual({ refused: 'same-moment' })
  })

  it('asks its answer of one person at a time, and nothing once it began', () => {
    expect(visitAsks(VISIT, LOTTE, NOW_MOMENT)).toBe('answer')
    expect(visitAsks(VISIT, SAMIRA, NOW_MOMENT)).toBeNull()
    expect(visitAsks(VISIT, LOTTE, AFTER)).toBeNull()
    expect(visitAsks({ ...AGREED, newCover: PAUL }, PAUL, NOW_MOMENT)).toBe('cover')
  })

  it('that was never agreed touches no calendar when it is taken back', () => {
    const back = good(callOff(VISIT, SAMIRA, '', NOW_MOMENT))
    expect(tellings(VISIT, back, SAMIRA)).toEqual([{ to: LOTTE, kind: 'withdrawn', calendar: null }])
    expect(back.sequence).toBe(0)
  })

  it('tells nobody what they did themselves, their calendar aside', () => {
    expect(tellings(null, VISIT, SAMIRA).map(({ to }) => to)).toEqual([LOTTE])
    expect(tellings(VISIT, AGREED, LOTTE).map(({ to }) => to)).toEqual([SAMIRA, LOTTE, KARIN])
    const no = good(decline(VISIT, LOTTE, '', NOW_MOMENT))
    expect(tellings(VISIT, no, LOTTE).map(({ to, kind }) => [to, kind])).toEqual([[SAMIRA, 'declined']])
  })

  it('tells who proposed that the other moment does not suit', () => {
    const proposed = good(propose(AGREED, LOTTE, OTHER, NOW_MOMENT))
    const stays = good(decline(proposed, SAMIRA, '', NOW_MOMENT))
    expect(tellings(proposed, stays, SAMIRA)).toEqual([{ to: LOTTE, kind: 'stays', calendar: null }])
  })
})

describe('a moment from a form', () => {
  const form = { startsAt: '2026-11-24T09:30', minutes: '30' }

  it('is a day and a clock in the Netherlands, on a school day, still to come and within a year', () => {
    expect(parseSlot(form, NOW_MOMENT)).toEqual({
      startsAt: '2026-11-24T08:30:00.000Z',
      endsAt: '2026-11-24T09:00:00.000Z',
    })
    const no = (startsAt: string) => parseSlot({ ...form, startsAt }, NOW_MOMENT)
    expect(no('2026-11-18T09:30')).toMatchObject({ refused: 'time-past' })
    expect(no('2026-11-21T09:30')).toMatchObject({ refused: 'no-school-day' })
    expect(no('2028-11-21T09:30')).toMatchObject({ refused: 'too-far' })
    expect(no('2027-03-28T02:30')).toMatchObject({ refused: 'time-unknown' })
    for (const odd of ['', 'morgen', '2026-02-30T09:30', '+002026-11-24T09:30', '2026-11-24T25:00'])
      expect(no(odd)).toMatchObject({ refused: 'time-unknown' })
    for (const minutes of ['', '7', '1e1', '-30', '600'])
      expect(parseSlot({ ...form, minutes }, NOW_MOMENT)).toMatchObject({ refused: 'length-unknown' })
  })

  it('lies within the day of a school, whole, also the last of a row', () => {
    const given = (startsAt: string, more = {}) => parseOffers({ ...form, startsAt, ...more }, NOW_MOMENT)
    for (const startsAt of ['2026-11-24T06:45', '2026-11-24T17:45', '2026-11-24T23:50', '2026-11-30T03:00'])
      expect(given(startsAt)).toEqual({ refused: 'no-school-hours', field: 'startsAt' })
    expect(given('2026-11-24T17:00', { row: '4' })).toEqual({ refused: 'no-school-hours', field: 'row' })
    expect(given('2026-11-24T17:00', { row: '2' })).toMatchObject({ slots: { length: 2 } })
    expect(given('2026-11-24T07:00')).toMatchObject({ slots: { length: 1 } })
  })

  it('stays on the same clock through the weeks, also over winter time', () => {
    const given = parseOffers(
      { startsAt: '2027-03-23T09:30', minutes: '30', row: '2', weeks: '2' },
      NOW_MOMENT,
    )
    expect(given).toMatchObject({
      slots: [
        { startsAt: '2027-03-23T08:30:00.000Z' },
        { startsAt: '2027-03-23T09:00:00.000Z' },
        { startsAt: '2027-03-30T07:30:00.000Z', endsAt: '2027-03-30T08:00:00.000Z' },
        { startsAt: '2027-03-30T08:00:00.000Z' },
      ],
    })
  })

  it('is not one of more than fits', () => {
    expect(parseOffers({ ...form, row: '5' }, NOW_MOMENT)).toMatchObject({
      refused: 'too-many',
      field: 'row',
    })
    expect(parseOffers({ ...form, weeks: '13' }, NOW_MOMENT)).toMatchObject({ field: 'weeks' })
    expect(parseOffers({ ...form, weeks: '-1' }, NOW_MOMENT)).toMatchObject({ field: 'weeks' })
    expect(parseOffers({ ...form, words: 'x'.repeat(201) }, NOW_MOMENT)).toMatchObject({ field: 'words' })
  })

  it('is an offer, or own time, else refused', () => {
    expect(parseMoment({}, NOW_MOMENT)).toEqual({ refused: 'moment-missing', field: 'moment' })
    expect(parseMoment({ moment: "'; drop table visit" }, NOW_MOMENT)).toMatchObject({
      refused: 'moment-missing',
    })
    expect(parseMoment({ moment: 'own', ...form }, NOW_MOMENT)).toMatchObject({ slot: expect.anything() })
  })

  it('goes with a colleague, and one line of text', () => {
    expect(parseAsk({ who: 'x' }, SAMIRA, NOW_MOMENT)).toEqual({ refused: 'host-unknown', field: 'who' })
    expect(oneLine(' a\n\u202eb\u0000 ')).toBe('a b')
  })
})
