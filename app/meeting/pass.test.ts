import { describe, expect, it } from 'vitest'
import type { Moment } from '../kernel/day.ts'
import type { PassId, PersonId } from '../kernel/id.ts'
import type { Attendance, Meeting, Pass, Scene } from './meeting.ts'
import {
  isOpenToJoin,
  livePasses,
  parseJoinCode,
  passState,
  personOfPass,
  spacedCode,
  waitingPasses,
} from './pass.ts'

const at = (time: string) => `2026-11-19T${time}:00.000Z` as Moment
const meeting = (rest: Partial<Meeting> = {}) =>
  ({ phase: 'prepare', startsAt: at('14:30'), opened: null, cancelledAt: null, ...rest }) as Meeting
const [anouk, bram] = ['anouk', 'bram'] as PersonId[] as [PersonId, PersonId]
const pass = (id: string, rest: Partial<Pass> = {}): Pass => ({
  id: id as PassId,
  person: anouk,
  name: null,
  askedAt: at('14:00'),
  confirmedAt: null,
  endedAt: null,
  ...rest,
})

describe('when one can come in by the code', () => {
  it('from an hour before the start', () => {
    expect(isOpenToJoin(meeting(), at('13:29'))).toBe(false)
    expect(isOpenToJoin(meeting(), at('13:30'))).toBe(true)
  })

  it('as soon as the chair opened it, also much earlier', () => {
    const running = meeting({ phase: 'running', opened: { at: at('09:00'), by: anouk } })
    expect(isOpenToJoin(running, at('09:00'))).toBe(true)
  })

  it('never once it is closed or cancelled', () => {
    expect(isOpenToJoin(meeting({ phase: 'closed' }), at('14:31'))).toBe(false)
    expect(isOpenToJoin(meeting({ cancelledAt: at('10:00') }), at('14:31'))).toBe(false)
  })

  it('not half a day later, when nobody closed it or nobody opened it', () => {
    const forgotten = meeting({ phase: 'running', opened: { at: at('09:00'), by: anouk } })
    expect(isOpenToJoin(forgotten, at('20:59'))).toBe(true)
    expect(isOpenToJoin(forgotten, at('21:00'))).toBe(false)
    expect(isOpenToJoin(meeting({ startsAt: at('02:00') }), at('14:00'))).toBe(false)
  })
})

describe('a code as it is typed', () => {
  it.each([
    ['482913', '482913'],
    [' 482 913 ', '482913'],
    ['482-913', '482913'],
    ['482.913', '482913'],
    ['000000', '000000'],
  ])('%j is %j', (typed, code) => {
    expect(parseJoinCode(typed)).toBe(code)
  })

  it.each(['', '48291', '4829134', '48291a', '٤٨٢٩١٣', '4'.repeat(50), undefined, null, 482913, ['482913']])(
    '%j is none',
    (typed) => {
      expect(parseJoinCode(typed)).toBe(null)
    },
  )

  it('is read aloud in two halves', () => {
    expect(spacedCode('482913')).toBe('482 913')
  })
})

const scene = (passes: Pass[], attendance: Partial<Attendance>[] = []) =>
  ({
    passes,
    attendance,
    people: new Map([
      [anouk, { name: 'Anouk', hasLeft: false }],
      [bram, { name: 'Bram', hasLeft: true }],
    ]),
  }) as unknown as Scene

describe('a device that came by the code', () => {
  const confirmed = pass('1', { confirmedAt: at('14:05') })

  it('speaks for its person once it was confirmed', () => {
    expect(personOfPass(scene([]), pass('1'))).toBe(null)
    expect(personOfPass(scene([]), confirmed)).toBe(anouk)
  })

  it('speaks for nobody when it was ended, is a guest’s, or its person left the school', () => {
    expect(personOfPass(scene([]), { ...confirmed, endedAt: at('14:10') })).toBe(null)
    expect(personOfPass(scene([]), { ...confirmed, person: null, name: 'De inspecteur' })).toBe(null)
    expect(personOfPass(scene([]), { ...confirmed, person: bram })).toBe(null)
    expect(personOfPass(scene([]), { ...confirmed, person: 'nobody' as PersonId })).toBe(null)
  })

  it('waits until it is confirmed; guests never do', () => {
    const guest = pass('3', { person: null, name: 'De inspecteur' })
    const all = [pass('1'), confirmed, guest, pass('4', { endedAt: at('14:01') })]
    expect(waitingPasses(scene(all)).map(({ pass }) => pass.id)).toEqual(['1'])
    expect(livePasses(scene(all))).toEqual([confirmed, guest])
  })

  it('tells the chair when its name takes part already, by another device or in person', () => {
    expect(waitingPasses(scene([pass('1')]))[0]?.alreadyIn).toBe(false)
    expect(waitingPasses(scene([pass('1'), { ...confirmed, id: '2' as PassId }]))[0]?.alreadyIn).toBe(true)
    const there = [{ person: anouk, how: 'present', leftAt: null }] as Partial<Attendance>[]
    expect(waitingPasses(scene([pass('1')], there))[0]?.alreadyIn).toBe(true)
    const away = [{ person: anouk, how: 'absent-notice', leftAt: null }] as Partial<Attendance>[]
    expect(waitingPasses(scene([pass('1')], away))[0]?.alreadyIn).toBe(false)
  })

  it('ends with the meeting', () => {
    expect(passState(meeting(), confirmed, at('14:31'))).toBe('live')
    expect(passState(meeting(), { ...confirmed, endedAt: at('14:10') }, at('14:31'))).toBe('ended')
    expect(passState(meeting({ phase: 'closed' }), confirmed, at('14:31'))).toBe('over')
  })
})
