import { sql as raw } from 'kysely'
import { expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import {
  CHANGED,
  closeMeeting,
  come,
  consentToMinutes,
  holdMeeting,
  nextMeeting,
  OBJECTION,
} from '../../test/held-meeting.ts'
import { at, type LedMeeting, WORDING } from '../../test/led-meeting.ts'
import { done } from '../../test/written-plan.ts'
import { sheetOfItem } from '../deciding/item-sheet-desk.ts'
import type { Day } from '../kernel/day.ts'
import type { MeetingId, MeetingItemId } from '../kernel/id.ts'
import { readScene } from '../meeting/scene-store.ts'
import {
  addAction,
  openActions,
  openActionsOf,
  readActions,
  removeAction,
  tickAction,
} from './action-store.ts'
import { isWritten } from './minutes.ts'
import { confirmMinutes } from './minutes-confirm-desk.ts'
import { correctMinutes, readCorrections } from './minutes-correct-store.ts'
import { gatherMinutes } from './minutes-desk.ts'
import { eraseMinutesDue } from './minutes-erase-job.ts'
import { minutesStates, minutesToCompleteOf, unconfirmedMinutes } from './minutes-list-store.ts'
import { writeNote } from './minutes-note-store.ts'
import { checkMinutes, minutesFrom } from './minutes-seal.ts'
import { putMinutes, readPut, readSealed, sha256 } from './minutes-store.ts'

const gather = async (led: LedMeeting, minute = 61) =>
  gatherMinutes({ db: led.db, now: at(minute) }, led.cast.keeper, await led.now(), {
    school: 'De Regenboog',
    ...WORDING,
  })

/** The minutes of the afternoon, put before the team and confirmed a week later by Petra. */
async function confirmed(led: LedMeeting) {
  await closeMeeting(led)
  const anouk = led.cast.member('anouk')
  done(await putMinutes(led.db, anouk, led.meeting, at(61)))
  const later = await nextMeeting(led)
  const sealed = await confirm(led, later)
  return { later, sealed }
}

const confirm = (led: LedMeeting, later: MeetingId, key: 'petra' | 'karin' = 'petra') =>
  confirmMinutes({
    db: led.db,
    actor: led.cast.member(key),
    meetingId: led.meeting,
    confirmedIn: later,
    now: at(63),
  })

eachDatabase((open) => {
  it('minutes write themselves: who was there, rounds by name, the changed text, what is carried over', async () => {
    const led = await holdMeeting(await open())
    await closeMeeting(led)
    const minutes = await gather(led)
    const there = new Map(minutes.attendance.map((one) => [one.person.name, one]))
    expect(there.get('Petra')).toMatchObject({ how: 'present', arrivedAt: at(13), leftAt: null })
    expect(there.get('Bram')).toMatchObject({ how: 'present', arrivedAt: null, leftAt: at(30) })
    expect(there.get('Paul')).toMatchObject({ how: 'absent-notice' })
    expect(there.get('Youssef')).toMatchObject({ how: 'remote', arrivedAt: null })
    const [principle, goal, plan] = minutes.items.filter(isWritten)
    expect(principle?.decision).toMatchObject({ outcome: 'stands', unnamed: false })
    const [first, second] = principle?.decision?.rounds ?? []
    expect(first).toMatchObject({ outcome: 'objection', answered: 4, counts: { for: 3, against: 1 } })
    expect(first?.voices?.find(({ kind }) => kind === 'objection')).toMatchObject({
      person: { name: 'Bram' },
      words: OBJECTION,
    })
    expect(second).toMatchObject({ text: CHANGED, changeNote: 'Niet alles: wat helpt.', outcome: 'stands' })
    expect(second?.voices?.find(({ how }) => how === 'phone')).toMatchObject({
      person: { name: 'Paul' },
      enteredBy: { name: 'Anouk' },
    })
    expect(second?.silent?.map(({ name }) => name)).toEqual(['Petra'])
    expect(principle?.said).toEqual([{ kind: 'question', text: 'Geldt dit ook voor wat mislukt?' }])
    expect(goal?.decision?.outcome).toBe('stands')
    expect(plan).toMatchObject({ state: 'carried', decision: null })
  })

  it('nothing of a round that is open is in them', async () => {
    const { openRound } = await import('../deciding/decide-desk.ts')
    const led = await holdMeeting(await open())
    await led.goTo('plan', 32)
    done(await openRound(await led.deciding('plan', 33)))
    await led.speak('plan', 'petra', { kind: 'objection', reason: 'Hier klopt iets niet.' }, 34)
    const minutes = await gather(led, 35)
    const plan = minutes.items.filter(isWritten).find(({ kind }) => kind === 'plan')
    expect(plan?.decision).toMatchObject({ outcome: 'open', rounds: [] })
    expect(JSON.stringify(minutes)).not.toContain('Hier klopt iets niet.')
  })

  it('only the minute-taker and the chair write notes, and nobody after the seal', async () => {
    const led = await holdMeeting(await open())
    const item = (await led.item('principle')).id
    const { db, cast } = led
    expect(await writeNote(db, cast.member('anouk'), item, 'We spraken lang.', null, at(31))).toMatchObject({
      saved: { text: 'We spraken lang.' },
    })
    expect(await writeNote(db, cast.member('karin'), item, 'En rustig.', 1, at(32))).toMatchObject({
      saved: { revision: 2 },
    })
    for (const key of ['paul', 'bram'] as const)
      expect(await writeNote(db, cast.member(key), item, 'Ik ook.', null, at(33))).toEqual({
        refused: 'may-not',
        because: 'only-who-keeps',
      })
    expect(await writeNote(db, cast.keeper, item, 'Een gast.', null, at(33))).toMatchObject({
      refused: 'may-not',
    })
    await confirmed(led)
    expect(await writeNote(db, cast.member('anouk'), item, 'Nog iets.', null, at(64))).toEqual({
      refused: 'may-not',
      because: 'minutes-sealed',
    })
  })

  it('an action is written down in one line, ticked by whose it is, and comes back while it is open', async () => {
    const led = await holdMeeting(await open())
    const { db, cast, meeting } = led
    const item = (await led.item('goal')).id
    const anouk = cast.member('anouk')
    const id = done(await addAction(db, anouk, meeting, { line: 'Bram: lijst maken, 3 dec', item }, at(20)))
    expect(await readActions(db, cast.keeper, meeting)).toMatchObject([
      { owner: cast.people.bram, what: 'lijst maken', due: '2026-12-03', item, doneAt: null },
    ])
    const mine = await addAction(
      db,
      cast.member('bram'),
      meeting,
      { line: 'Bram: nog iets', item: null },
      at(20),
    )
    expect(mine).toEqual({ refused: 'may-not', because: 'only-who-keeps' })
    expect(await openActionsOf(db, cast.member('bram'))).toHaveLength(1)
    expect(await openActionsOf(db, cast.member('petra'))).toEqual([])
    expect(await tickAction(db, cast.member('petra'), meeting, id as never, true, at(21))).toMatchObject({
      refused: 'may-not',
    })
    await confirmed(led)
    expect(await openActions(db, cast.keeper)).toHaveLength(1)
    expect(await tickAction(db, cast.member('bram'), meeting, id as never, true, at(90))).toBe('ticked')
    expect(await openActions(db, cast.keeper)).toEqual([])
    expect(await addAction(db, anouk, meeting, { line: 'Bram: te laat', item: null }, at(91))).toMatchObject({
      because: 'minutes-sealed',
    })
  })

  it('once before the team, what is added is told apart, and no action goes out silently', async () => {
    const led = await holdMeeting(await open())
    const { db, cast, meeting } = led
    const anouk = cast.member('anouk')
    const item = (await led.item('goal')).id
    expect(await putMinutes(db, anouk, meeting, at(40))).toMatchObject({ because: 'meeting-runs' })
    await writeNote(db, anouk, item, 'Eerste tekst.', null, at(41))
    const id = done(await addAction(db, anouk, meeting, { line: 'Bram: lijst', item: null }, at(42)))
    await closeMeeting(led)
    expect(await minutesToCompleteOf(db, anouk)).toMatchObject([{ meetingId: meeting, state: 'draft' }])
    expect(await minutesToCompleteOf(db, cast.member('karin'))).toEqual([])
    expect(await putMinutes(db, cast.member('paul'), meeting, at(61))).toMatchObject({ refused: 'may-not' })
    expect(await putMinutes(db, anouk, meeting, at(61))).toBe('put')
    expect(await putMinutes(db, anouk, meeting, at(62))).toMatchObject({ because: 'already-put' })
    await writeNote(db, anouk, item, 'Eerste tekst, en meer.', 1, at(63))
    expect((await readPut(db, cast.keeper, meeting))?.notes.get(item)).toBe('Eerste tekst.')
    expect(await removeAction(db, anouk, meeting, id as never)).toMatchObject({ because: 'already-put' })
    expect(await minutesToCompleteOf(db, anouk)).toEqual([])
    expect(await unconfirmedMinutes(db, cast.keeper)).toMatchObject([{ meetingId: meeting, state: 'put' }])
  })

  it('confirmed they are sealed: the database refuses every change, and what was said with a name is gone', async () => {
    const led = await holdMeeting(await open())
    const { db, cast, meeting } = led
    const { sealed } = await confirmed(led)
    expect(sealed).toBe('sealed')
    const kept = await readSealed(db, cast.keeper, meeting)
    if (!kept) throw new Error('not sealed')
    expect(checkMinutes(kept, [], sha256).isRight).toBe(true)
    expect(minutesFrom(kept).items).toHaveLength(3)
    expect((await led.now()).says).toEqual([])
    expect(kept.pieces.map(({ content }) => content).join()).not.toContain('niemand bespreekt het')
    for (const statement of [
      raw`update minutes_sealed set frame = '{}'`,
      raw`delete from minutes_sealed_item`,
      raw`update minutes_sealed_item set content = '{}'`,
    ])
      await expect(db.write(cast, (sql) => statement.execute(sql))).rejects.toThrow(/sealed/)
    expect((await minutesStates(db, cast.keeper)).get(meeting)).toBe('sealed')
    expect(await unconfirmedMinutes(db, cast.keeper)).toEqual([])
  })

  it('only the chair of the meeting that has them on its agenda confirms, once, and not before they were put', async () => {
    const led = await holdMeeting(await open())
    await closeMeeting(led)
    const later = await nextMeeting(led)
    expect(await confirm(led, later)).toEqual({ refused: 'minutes-not-put' })
    done(await putMinutes(led.db, led.cast.member('anouk'), led.meeting, at(61)))
    expect(await confirm(led, later, 'karin')).toEqual({ refused: 'may-not', because: 'only-its-chair' })
    expect(await confirm(led, led.meeting)).toMatchObject({ because: 'only-its-chair' })
    expect(await confirm(led, later)).toBe('sealed')
    expect(await confirm(led, later)).toEqual({ refused: 'minutes-sealed' })
  })

  it('what a later meeting shows of them follows them: not put yet, put, confirmed', async () => {
    const led = await holdMeeting(await open())
    const { db, cast, meeting } = led
    const goal = (await led.item('goal')).id
    done(
      await addAction(db, cast.member('anouk'), meeting, { line: 'Bram: lijst, 3 dec', item: goal }, at(31)),
    )
    await closeMeeting(led)
    const later = await nextMeeting(led)
    const sheet = async () => {
      const scene = await readScene(db, cast.keeper, later)
      const item = scene?.items[0]
      if (!scene || !item) throw new Error('nothing on this agenda')
      return sheetOfItem({ db, now: at(64) }, cast.keeper, scene, item, WORDING)
    }
    expect(await sheet()).toMatchObject({ print: null, why: expect.stringContaining('nog niet voor') })
    done(await putMinutes(db, cast.member('anouk'), meeting, at(62)))
    const put = await sheet()
    expect(put).toMatchObject({ mayDecide: true, why: null })
    expect(put.pieces.map(({ label }) => label)).toEqual(['Besluit', 'Acties'])
    expect(put.pieces[1]?.text).toContain('Bram: lijst (3 december 2026)')
    await writeNote(db, cast.member('anouk'), goal, 'Dit kwam erbij.', null, at(63))
    expect((await sheet()).pieces[2]).toMatchObject({ before: '', text: 'Dit kwam erbij.' })
    expect(await confirm(led, later)).toBe('sealed')
    expect(await sheet()).toMatchObject({
      print: null,
      mayDecide: false,
      why: 'Vastgesteld op 19 november 2026',
    })
  })

  it('by consent they are confirmed on the very words that the team consented to', async () => {
    const led = await holdMeeting(await open())
    await closeMeeting(led)
    const anouk = led.cast.member('anouk')
    const item = (await led.item('goal')).id
    done(await putMinutes(led.db, anouk, led.meeting, at(61)))
    const later = await nextMeeting(led)
    await consentToMinutes(led, later)
    await writeNote(led.db, anouk, item, 'Dit kwam er snel nog bij.', null, at(66))
    expect(await confirm(led, later)).toEqual({ refused: 'minutes-changed' })
    await writeNote(led.db, anouk, item, '', 1, at(67))
    expect(await confirm(led, later)).toBe('sealed')
  })

  it('a correction is signed, stands in a row with those before it, and can’t be changed either', async () => {
    const led = await holdMeeting(await open())
    const { db, cast, meeting } = led
    const anouk = cast.member('anouk')
    const item = (await led.item('principle')).id
    const given = { item, what: 'Youssef was in de zaal.', why: 'Ik keek niet goed.' }
    expect(await correctMinutes(db, anouk, meeting, given, at(50))).toMatchObject({ because: 'not-sealed' })
    await confirmed(led)
    const first = done(await correctMinutes(db, anouk, meeting, given, at(70)))
    expect(first).toMatchObject({ number: 1, name: 'Anouk', item })
    const other = { item: 'ergens' as MeetingItemId, what: 'Het was 16 uur.', why: 'De klok.' }
    expect(done(await correctMinutes(db, cast.member('karin'), meeting, other, at(71)))).toMatchObject({
      number: 2,
      item: null,
    })
    for (const key of ['bram', 'petra'] as const)
      expect(await correctMinutes(db, cast.member(key), meeting, given, at(72))).toMatchObject({
        refused: 'may-not',
      })
    expect(await correctMinutes(db, anouk, meeting, { ...given, why: '' }, at(72))).toEqual({
      refused: 'reason-missing',
      field: 'why',
    })
    const kept = await readSealed(db, cast.keeper, meeting)
    const corrections = await readCorrections(db, cast.keeper, meeting)
    if (!kept) throw new Error('not sealed')
    expect(checkMinutes(kept, corrections, sha256).isRight).toBe(true)
    expect(checkMinutes(kept, corrections.slice(1), sha256).isRight).toBe(false)
    const changed = corrections.map((one) => ({ ...one, what: 'Iets anders.' }))
    expect(checkMinutes(kept, changed, sha256).isRight).toBe(false)
    await expect(
      db.write(cast, (sql) => raw`update minutes_correction set what = ''`.execute(sql)),
    ).rejects.toThrow(/sealed/)
  })

  it('of another school there are no minutes', async () => {
    const led = await holdMeeting(await open())
    await come(led, 'petra', 'present', 40)
    const { settleCast } = await import('../../test/cast.ts')
    const other = await settleCast(led.db, { name: 'De Es' })
    const karin = other.member('karin')
    expect(await putMinutes(led.db, karin, led.meeting, at(61))).toBeNull()
    expect(await writeNote(led.db, karin, (await led.item('goal')).id, 'Hoi.', null, at(61))).toBeNull()
    expect(await readActions(led.db, karin, led.meeting)).toEqual([])
  })

  it('the text of a track goes from confirmed minutes when its term has come, and the seal still verifies', async () => {
    const led = await holdMeeting(await open())
    const { db, cast, meeting } = led
    const item = (await led.item('plan')).id
    const track = await db.write(cast, async (sql) => {
      const entry = await sql
        .selectFrom('entry')
        .select('id')
        .where('person_id', '=', cast.people.bram)
        .executeTakeFirstOrThrow()
      const of = { kind: 'track', subject_id: entry.id }
      await sql.updateTable('meeting_item').set(of).where('id', '=', item).execute()
      return entry.id
    })
    done(await writeNote(db, cast.member('anouk'), item, 'kanarie-traject', null, at(31)))
    await confirmed(led)
    const before = await readSealed(db, cast.keeper, meeting)
    expect(before?.pieces.filter((piece) => piece.track === track)).toHaveLength(1)
    const left = { left_on: '2027-01-01' as Day }
    await db.write(cast, (sql) =>
      sql.updateTable('person').set(left).where('id', '=', cast.people.bram).execute(),
    )
    await eraseMinutesDue(db, new Date('2027-06-01T08:00:00Z'))
    expect(JSON.stringify(await readSealed(db, cast.keeper, meeting))).toContain('kanarie-traject')
    await eraseMinutesDue(db, new Date('2035-01-01T08:00:00Z'))
    const kept = await readSealed(db, cast.keeper, meeting)
    if (!kept) throw new Error('not sealed')
    expect(JSON.stringify(kept)).not.toContain('kanarie-traject')
    expect(checkMinutes(kept, [], sha256).isRight).toBe(true)
    expect(minutesFrom(kept).items.filter((one) => !isWritten(one))).toMatchObject([{ id: item }])
    const passages = await db.read(cast, (sql) => sql.selectFrom('passage').select('text').execute())
    expect(JSON.stringify(passages)).not.toContain('kanarie-traject')
  })
})
