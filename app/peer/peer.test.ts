import { describe, expect, it } from 'vitest'
import type { Day, Moment } from '../kernel/day.ts'
import { newId, type PeerGroupId, type PersonId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import {
  comingMoments,
  isIn,
  MOST_SEATS,
  memberIn,
  type PeerGroup,
  peerAsks,
  peopleIn,
  phaseOf,
  seatsTaken,
} from './peer.ts'
import { addAgreement, addMoment, cancelMoment, moveMoment } from './peer-moments.ts'
import {
  answer,
  answerNamed,
  askMore,
  close,
  isNothing,
  isShown,
  leave,
  newMember,
  type PeerChange,
  show,
  takeBack,
  writeBrought,
  writeKept,
} from './peer-rules.ts'
import { sightOf } from './peer-sight.ts'
import { peerTellings } from './peer-telling.ts'

const who = (name: string) => name as PersonId
const [PETRA, LOTTE, KEES, SEM] = [who('petra'), who('lotte'), who('kees'), who('sem')]
const NOW = '2026-11-19T09:42:00.000Z' as Moment
const TODAY = '2026-11-19' as Day
const slot = (from: string, to: string) => ({ startsAt: from as Moment, endsAt: to as Moment })
const THURSDAY = slot('2026-11-26T14:30:00.000Z', '2026-11-26T15:00:00.000Z')

const begun = (...asked: readonly PersonId[]): PeerGroup => ({
  id: 'peers' as PeerGroupId,
  topic: null,
  aim: 'Rustig blijven',
  from: TODAY,
  to: '2026-12-18' as Day,
  startedBy: PETRA,
  madeAt: NOW,
  members: [newMember(PETRA, 'in', PETRA, NOW), ...asked.map((one) => newMember(one, 'asked', PETRA, NOW))],
  agreements: [],
  moments: [],
  kept: '',
  closedAt: null,
  revision: 1,
  changedAt: NOW,
})

function good(change: PeerChange): PeerGroup {
  if (isRefusal(change)) throw new Error(change.refused)
  return change
}
const pair = () => good(answer(begun(LOTTE), LOTTE, true, NOW))
const no = (change: PeerChange) => (isRefusal(change) ? change.refused : 'done')

describe('a pair or triad', () => {
  it('waits for a yes, runs, is over after its term, and is closed', () => {
    expect(phaseOf(begun(LOTTE), TODAY)).toBe('waiting')
    expect(phaseOf(pair(), TODAY)).toBe('running')
    expect(phaseOf(pair(), '2026-12-19' as Day)).toBe('over')
    expect(phaseOf(good(close(pair(), NOW)), TODAY)).toBe('closed')
  })

  it('asks who has to answer, the other of two for a third one, and after its term for an end', () => {
    expect(peerAsks(begun(LOTTE), LOTTE, TODAY)).toBe('answer')
    expect(peerAsks(begun(LOTTE), PETRA, TODAY)).toBeNull()
    const named = good(askMore(pair(), PETRA, KEES, NOW))
    expect(peerAsks(named, LOTTE, TODAY)).toBe('agree-third')
    expect(peerAsks(named, PETRA, TODAY)).toBeNull()
    expect(peerAsks(named, KEES, TODAY)).toBeNull()
    expect(peerAsks(pair(), PETRA, '2026-12-19' as Day)).toBe('close')
    expect(peerAsks(good(close(pair(), NOW)), PETRA, '2027-01-10' as Day)).toBeNull()
  })

  it('takes a no for a no: not asked again, and nothing to see', () => {
    const said = good(answer(begun(LOTTE), LOTTE, false, NOW))
    expect(no(askMore(said, PETRA, LOTTE, NOW))).toBe('who-said-no')
    expect(sightOf(said, LOTTE)).toBeNull()
    expect(phaseOf(good(askMore(said, PETRA, KEES, NOW)), TODAY)).toBe('waiting')
  })

  it('lets a third one in only when both agree, and tells nobody of a no', () => {
    const named = good(askMore(pair(), PETRA, KEES, NOW))
    expect(sightOf(named, KEES)).toBeNull()
    expect(no(answer(named, KEES, true, NOW))).toBe('not-asked')
    expect(no(answerNamed(named, PETRA, true, NOW))).toBe('not-named')
    const refused = good(answerNamed(named, LOTTE, false, NOW))
    expect(memberIn(refused, KEES)?.state).toBe('taken-back')
    expect(peerTellings(named, refused, LOTTE)).toEqual([])
    const asked = good(answerNamed(named, LOTTE, true, NOW))
    expect(peopleIn(good(answer(asked, KEES, true, NOW)))).toEqual([PETRA, LOTTE, KEES])
  })

  it('has no fourth one, also not for who left', () => {
    const three = ['lotte', 'kees'].reduce(
      (group, name) => good(answer(group, who(name), true, NOW)),
      begun(LOTTE, KEES),
    )
    expect(no(askMore(three, PETRA, SEM, NOW))).toBe('full')
    const without = good(leave(three, KEES, NOW))
    expect(phaseOf(without, TODAY)).toBe('running')
    expect(no(askMore(without, PETRA, SEM, NOW))).toBe('full')
  })

  it('ends when one of two leaves; who never had anybody leaves nothing behind', () => {
    const left = good(leave(good(addMoment(pair(), newId(), { slot: THURSDAY, place: '' })), LOTTE, NOW))
    expect(phaseOf(left, TODAY)).toBe('closed')
    expect(comingMoments(left, NOW)).toEqual([])
    expect(isNothing(left)).toBe(false)
    expect(isNothing(good(leave(begun(LOTTE), PETRA, NOW)))).toBe(true)
  })

  it('asks a colleague again only when the question was taken back', () => {
    const back = good(takeBack(begun(LOTTE), LOTTE))
    expect(sightOf(back, LOTTE)).toBeNull()
    expect(no(askMore(back, PETRA, LOTTE, NOW))).toBe('done')
    expect(no(askMore(begun(LOTTE), PETRA, LOTTE, NOW))).toBe('who-asked')
    expect(no(askMore(begun(), PETRA, PETRA, NOW))).toBe('who-is-you')
  })

  it('keeps moments within the term, once each, and not alone', () => {
    const placed = { slot: THURSDAY, place: 'groep 5' }
    expect(no(addMoment(begun(LOTTE), newId(), placed))).toBe('alone')
    const one = good(addMoment(pair(), newId(), placed))
    expect(good(addMoment(one, newId(), placed)).moments).toHaveLength(1)
    const late = slot('2027-01-10T10:00:00.000Z', '2027-01-10T10:30:00.000Z')
    expect(no(addMoment(pair(), newId(), { slot: late, place: '' }))).toBe('moment-outside')
    const [{ id }] = one.moments as [PeerGroup['moments'][number]]
    const other = slot('2026-12-01T14:30:00.000Z', '2026-12-01T15:00:00.000Z')
    expect(good(moveMoment(one, id, { slot: other, place: '' }, NOW)).moments).toMatchObject([
      { startsAt: other.startsAt, sequence: 1 },
    ])
    const off = good(cancelMoment(one, id, NOW))
    expect(no(cancelMoment(off, id, NOW))).toBe('moment-gone')
    expect(no(moveMoment(off, id, placed, NOW))).toBe('moment-gone')
    expect(no(addMoment(good(close(one, NOW)), newId(), placed))).toBe('closed')
  })

  it('is shown to the team only when all who are in it say so', () => {
    const one = good(show(pair(), PETRA, true))
    expect(isShown(one)).toBe(false)
    expect(isShown(good(show(one, LOTTE, true)))).toBe(true)
  })
})

describe('what somebody sees of it', () => {
  const full = () => {
    const agreed = good(addAgreement(pair(), newId(), 'Blijft onder ons.', NOW))
    const planned = good(addMoment(agreed, newId(), { slot: THURSDAY, place: '' }))
    const mine = good(writeBrought(planned, PETRA, 'van Petra'))
    return writeKept(good(writeBrought(mine, LOTTE, 'van Lotte')), 'van ons')
  }

  it('is all of it but what the other wrote for herself', () => {
    const seen = sightOf(good(full()), PETRA)
    expect(seen).toMatchObject({ kept: 'van ons', agreements: [{ text: 'Blijft onder ons.' }] })
    expect(seen?.members.map(({ brought }) => brought)).toEqual(['van Petra', ''])
  })

  it('is for who is asked no more than what it is about, and with whom', () => {
    const named = good(askMore(good(full()), PETRA, KEES, NOW))
    const asked = good(answerNamed(named, LOTTE, true, NOW))
    expect(sightOf(asked, KEES)).toMatchObject({
      aim: 'Rustig blijven',
      kept: '',
      agreements: [],
      moments: [],
    })
    expect(JSON.stringify(sightOf(asked, KEES))).not.toMatch(/van Petra|van Lotte|van ons/)
  })

  it('is for who left the own words alone', () => {
    const seen = sightOf(good(leave(good(full()), LOTTE, NOW)), LOTTE)
    expect(seen).toMatchObject({ kept: '', agreements: [], moments: [] })
    expect(memberIn(seen!, LOTTE)?.brought).toBe('van Lotte')
    expect(JSON.stringify(seen)).not.toContain('van Petra')
  })

  it('is nothing for everybody else', () => {
    expect(sightOf(good(full()), SEM)).toBeNull()
    expect(sightOf(good(full()), null)).toBeNull()
  })
})

/** The same numbers for the same seed. */
const dice = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

describe('whatever they do', () => {
  const PEOPLE = [PETRA, LOTTE, KEES, SEM, who('noor')]
  const WORDS = 'kanarie'

  function anything(group: PeerGroup, roll: () => number): { after: PeerChange; by: PersonId } {
    const pick = <Of>(list: readonly Of[]) => list[Math.floor(roll() * list.length)]!
    const by = pick(PEOPLE)
    const inside = isIn(group, by)
    const acts: readonly (() => PeerChange)[] = inside
      ? [
          () => askMore(group, by, pick(PEOPLE), NOW),
          () => answerNamed(group, by, roll() < 0.5, NOW),
          () => takeBack(group, pick(PEOPLE)),
          () => addAgreement(group, newId(), `${WORDS} ${roll()}`, NOW),
          () => addMoment(group, newId(), { slot: THURSDAY, place: WORDS }),
          () => writeBrought(group, by, `${WORDS} ${by}`),
          () => show(group, by, roll() < 0.5),
          () => (roll() < 0.2 ? leave(group, by, NOW) : group),
          () => (roll() < 0.05 ? close(group, NOW) : group),
        ]
      : [() => answer(group, by, roll() < 0.7, NOW)]
    return { after: pick(acts)(), by }
  }

  it('there are never more than three, and nobody outside ever reads a word', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const roll = dice(seed)
      let group = begun(LOTTE)
      const everIn = new Set([PETRA])
      for (let turn = 0; turn < 60; turn += 1) {
        const { after } = anything(group, roll)
        if (!isRefusal(after)) group = after
        for (const person of peopleIn(group)) everIn.add(person)
        expect(seatsTaken(group).length).toBeLessThanOrEqual(MOST_SEATS)
        expect(everIn.size).toBeLessThanOrEqual(MOST_SEATS)
        for (const person of PEOPLE) {
          const seen = JSON.stringify(sightOf(group, person) ?? '')
          const others = PEOPLE.filter((one) => one !== person)
          for (const other of others) expect(seen).not.toContain(`${WORDS} ${other}`)
          if (!everIn.has(person)) expect(seen).not.toContain(WORDS)
        }
      }
    }
  })
})

describe('who is told', () => {
  const kinds = (before: PeerGroup | null, after: PeerGroup, by: PersonId | null) =>
    peerTellings(before, after, by).map(({ to, kind }) => `${to} ${kind}`)

  it('of a question who is asked, of an answer who asked', () => {
    expect(kinds(null, begun(LOTTE, KEES), PETRA)).toEqual(['lotte asked', 'kees asked'])
    expect(kinds(begun(LOTTE), pair(), LOTTE)).toEqual(['petra yes'])
    expect(kinds(begun(LOTTE), good(answer(begun(LOTTE), LOTTE, false, NOW)), LOTTE)).toEqual(['petra no'])
  })

  it('of a moment all of them, also who set it: their calendars change', () => {
    const one = good(addMoment(pair(), newId(), { slot: THURSDAY, place: '' }))
    expect(kinds(pair(), one, PETRA)).toEqual(['petra moment', 'lotte moment'])
    expect(kinds(one, good(cancelMoment(one, one.moments[0]!.id, NOW)), LOTTE)).toEqual([
      'petra called-off',
      'lotte called-off',
    ])
  })

  it('of leaving the other, and both that the moments fall away', () => {
    const one = good(addMoment(pair(), newId(), { slot: THURSDAY, place: '' }))
    expect(kinds(one, good(leave(one, LOTTE, NOW)), LOTTE)).toEqual([
      'petra left',
      'petra called-off',
      'lotte called-off',
    ])
    expect(kinds(pair(), good(close(pair(), NOW)), PETRA)).toEqual(['lotte closed'])
  })

  it('who comes in as the third of the moments that stand, and who goes that they are gone', () => {
    const one = good(addMoment(pair(), newId(), { slot: THURSDAY, place: '' }))
    const asked = good(answerNamed(good(askMore(one, PETRA, KEES, NOW)), LOTTE, true, NOW))
    const three = good(answer(asked, KEES, true, NOW))
    expect(kinds(asked, three, KEES)).toEqual(['petra yes', 'lotte yes', 'kees moment'])
    const told = peerTellings(three, good(leave(three, KEES, NOW)), KEES)
    expect(told.find(({ to }) => to === KEES)).toMatchObject({ kind: 'called-off', moment: { sequence: 1 } })
  })
})
