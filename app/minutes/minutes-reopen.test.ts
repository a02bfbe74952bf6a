import { expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { closeMeeting, holdMeeting, nextMeeting } from '../../test/held-meeting.ts'
import { at, type LedMeeting } from '../../test/led-meeting.ts'
import { done } from '../../test/written-plan.ts'
import { confirmMinutes } from './minutes-confirm-desk.ts'
import { reopenMeeting } from './minutes-reopen-store.ts'
import { putMinutes, readPut, readState } from './minutes-store.ts'

const put = (led: LedMeeting, minute: number) =>
  putMinutes(led.db, led.cast.member('anouk'), led.meeting, at(minute))
const stateOf = ({ db, cast, meeting }: LedMeeting) => readState(db, cast.keeper, meeting)

const confirm = (led: LedMeeting, later: Awaited<ReturnType<typeof nextMeeting>>, minute: number) =>
  confirmMinutes({
    db: led.db,
    actor: led.cast.member('petra'),
    meetingId: led.meeting,
    confirmedIn: later,
    now: at(minute),
  })

eachDatabase((open) => {
  it('a meeting opened again within the hour takes its minutes back from the team; they are put anew', async () => {
    const led = await holdMeeting(await open())
    await closeMeeting(led)
    done(await put(led, 61))
    const later = await nextMeeting(led)
    expect(await reopenMeeting(led.db, led.seat('karin'), at(63))).toBe('led')
    expect((await led.now()).meeting).toMatchObject({ phase: 'running', closed: null })
    expect(await stateOf(led)).toBe('draft')
    expect(await put(led, 64)).toMatchObject({ because: 'meeting-runs' })
    expect(await confirm(led, later, 64)).toEqual({ refused: 'minutes-not-put' })
    await closeMeeting(led, 70)
    expect(await put(led, 71)).toBe('put')
    expect((await readPut(led.db, led.cast.keeper, led.meeting))?.at).toBe(at(71))
    expect(await confirm(led, later, 72)).toBe('sealed')
  })

  it('a meeting of which the minutes are confirmed stays closed', async () => {
    const led = await holdMeeting(await open())
    await closeMeeting(led)
    done(await put(led, 61))
    expect(await confirm(led, await nextMeeting(led), 63)).toBe('sealed')
    expect(await reopenMeeting(led.db, led.seat('karin'), at(64))).toEqual({ refused: 'sealed-stays-closed' })
    expect((await led.now()).meeting.phase).toBe('closed')
  })

  it('who may not open it again, or an hour later, leaves the minutes where they are', async () => {
    const led = await holdMeeting(await open())
    await closeMeeting(led)
    done(await put(led, 61))
    const no = (key: 'anouk' | 'bram' | 'karin', minute: number) =>
      reopenMeeting(led.db, led.seat(key), at(minute))
    expect(await no('anouk', 62)).toEqual({ refused: 'only-chair-reopens' })
    expect(await no('bram', 62)).toEqual({ refused: 'only-who-leads' })
    expect(await no('karin', 121)).toEqual({ refused: 'hour-is-over' })
    expect(await stateOf(led)).toBe('put')
  })

  it('from the board: confirmed minutes say why it stays closed', async () => {
    const led = await holdMeeting(await open())
    await closeMeeting(led)
    done(await put(led, 61))
    expect(await confirm(led, await nextMeeting(led), 63)).toBe('sealed')
    const karin = await led.as('karin')
    const sent = await karin.post(`${led.href}/act`, { act: 'reopen', back: 'board' })
    expect(sent.headers.get('location')).toBe(`${led.href}/board?told=sealed-stays-closed`)
    const page = await (await karin.get(sent.headers.get('location') ?? '')).text()
    expect(page).toContain('zijn vastgesteld, dus ze blijft gesloten')
  })
})
