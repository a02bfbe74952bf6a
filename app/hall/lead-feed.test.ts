import { beforeEach, describe, expect, it } from 'vitest'
import { settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { type MeetingRoom, meetingRoom } from '../../test/meeting-room.ts'
import { newItem } from '../../test/meeting-visit.ts'
import { asMember, type Visitor, visitor } from '../../test/request.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { DecisionId } from '../kernel/id.ts'
import { currentItem, isHere } from '../meeting/meeting.ts'
import { readDecisionFor } from '../round/round-store.ts'

/** The hidden fields of the first form on a page that does this act. */
function formOf(page: string, act: string): Record<string, string> | null {
  const forms = page.match(/<form[^>]*\/act"[\s\S]*?<\/form>/g) ?? []
  const form = forms.find((one) => one.includes(`name="act" value="${act}"`))
  if (!form) return null
  const fields = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return Object.fromEntries(fields.map(([, name, value]) => [name ?? '', value ?? '']))
}

const textOf = (page: string) =>
  page
    .replace(/^[\s\S]*?<main/, '<main')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

eachDatabase((open) => {
  describe('the acts of who leads', () => {
    let db: Db
    let room: MeetingRoom
    let karin: Visitor

    beforeEach(async () => {
      db = await open()
      room = await meetingRoom(db, {
        items: [
          newItem('proposal', null, { title: 'Bij elkaar kijken', text: 'We kijken twee keer bij elkaar.' }),
          newItem('free', null, { title: 'Rondvraag', purpose: 'opinion' }),
        ],
      })
      karin = await room.as('karin')
    })

    const board = async (who = karin) => (await who.get(`${room.href}/board`)).text()
    const desk = async (who = karin) => (await who.get(`${room.href}/desk`)).text()
    const act = (fields: Record<string, string>, who = karin) => who.post(`${room.href}/act`, fields)

    /** Presses the button of a page: sends the form that does this act. */
    async function press(what: string, more: Record<string, string> = {}, from = board, who = karin) {
      const form = formOf(await from(who), what)
      if (form === null) throw new Error(`no form that does ${what}`)
      return act({ ...form, ...more }, who)
    }

    async function toRound() {
      await press('open')
      await press('next')
      for (const stage of ['understanding', 'reactions', 'consent'])
        expect((await press('stage', { to: stage })).status).toBe(303)
      await press('round-open')
    }

    it('lead from opening to closing by the buttons of the board', async () => {
      const opened = await press('open')
      expect(opened.headers.get('location')).toBe(`${room.href}/board`)
      expect((await room.now()).meeting.phase).toBe('running')
      await press('next')
      expect(currentItem(await room.now())?.title).toBe('Bij elkaar kijken')
      for (const stage of ['understanding', 'reactions', 'consent'] as const) {
        await press('stage')
        expect(currentItem(await room.now())?.stage).toBe(stage)
      }
      await press('round-open')
      expect(currentItem(await room.now())?.decisionId).not.toBeNull()
      expect(formOf(await board(), 'next')).toBeNull()
      const closed = await press('round-close')
      expect(closed.headers.get('location')).toBe(`${room.href}/board`)
      expect(textOf(await board())).toContain('Er zijn er nog 4 nodig')
      await press('next')
      expect(currentItem(await room.now())?.title).toBe('Rondvraag')
      expect((await room.now()).items[0]?.state).toBe('carried')
      await press('close')
      expect((await room.now()).meeting.phase).toBe('closed')
      expect(textOf(await board())).toContain('Dank jullie wel')
      await press('reopen')
      expect((await room.now()).meeting.phase).toBe('running')
    })

    it('take a second tap on the same button for what it is, and say so kindly', async () => {
      await press('open')
      const next = formOf(await board(), 'next') ?? {}
      expect((await act(next)).headers.get('location')).toBe(`${room.href}/board`)
      const again = await act(next)
      expect(again.headers.get('location')).toBe(`${room.href}/board?told=moved-on`)
      expect(currentItem(await room.now())?.title).toBe('Bij elkaar kijken')
      const told = await (await karin.get(`${room.href}/board?told=moved-on`)).text()
      expect(textOf(told)).toContain('Dit is waar we nu zijn')
    })

    it('do not open two rounds, nor close the one after', async () => {
      await toRound()
      const first = (await room.now()).items[0]?.decisionId
      const again = await act({ act: 'round-open', ...place(await room.now()) })
      expect(again.headers.get('location')).toContain('told=round-still-open')
      expect((await room.now()).items[0]?.decisionId).toBe(first)
      const late = await act({ act: 'round-close', ...place(await room.now()), round: '2' })
      expect(late.headers.get('location')).toContain('told=moved-on')
      await press('round-close')
      const twice = await act({ act: 'round-close', ...place(await room.now()), round: '1' })
      expect(twice.headers.get('location')).toContain('told=round-closed')
    })

    it('are for the chair and the minute-taker: a member, a guest and a stranger do nothing', async () => {
      const fields = { act: 'open' }
      expect((await act(fields, await room.as('petra'))).status).toBe(403)
      const guest = await room.join({ guest: 'Mieke' })
      expect((await act(fields, guest)).status).toBe(403)
      const device = await room.join(room.cast.people.karin)
      expect((await act(fields, device)).status).toBe(403)
      const stranger = await act(fields, visitor(room.app))
      expect(stranger.headers.get('location')).toBe('/join')
      expect((await room.now()).meeting.phase).toBe('prepare')
      expect((await act(fields, await room.as('anouk'))).status).toBe(303)
      expect((await room.now()).meeting.phase).toBe('running')
    })

    it('and the desk are of this school alone', async () => {
      const other = await settleCast(db, { name: 'Elders' })
      const elsewhere = await asMember(room.app, db, other, 'karin', room.clock.now)
      for (const path of ['board', 'desk'])
        expect((await elsewhere.get(`${room.href}/${path}`)).status).toBe(404)
      expect((await act({ act: 'open' }, elsewhere)).status).toBe(404)
    })

    it('refuse what can not be, and change nothing', async () => {
      await press('open')
      const wrong: Record<string, string>[] = [
        {},
        { act: 'next' },
        { act: 'next', at: '', stage: '', leave: 'vanished' },
        { act: 'next', at: "' or 1=1 --", stage: '', leave: 'done' },
        { act: 'go', at: '', stage: '', item: '../../plan' },
        { act: 'stage', at: '', stage: '', to: 'adoption' },
        { act: 'set', item: 'x', state: 'carried' },
        { act: 'set', item: (await room.now()).items[0]?.id ?? '', state: 'done' },
        { act: 'round-close', at: '', stage: '', round: '-1' },
        { act: 'attend', person: 'karin', how: 'present' },
        { act: 'attend', person: room.cast.people.petra, how: 'asleep' },
        { act: 'say-done', say: '1' },
        { act: 'pass-confirm', pass: 'x'.repeat(100_000) },
        { act: '__proto__' },
      ]
      const { revision } = (await room.now()).meeting
      for (const fields of wrong) expect([fields, (await act(fields)).status]).toEqual([fields, 400])
      const other = '019a0000-0000-7000-8000-000000000000'
      const gone = await act({ act: 'go', at: '', stage: '', item: other })
      expect(gone.headers.get('location')).toContain('told=no-such-item')
      const sends = await act({ act: 'open', back: 'https://elsewhere.example' })
      expect(sends.headers.get('location')).toBe(`${room.href}/board?told=already-open`)
      expect((await room.now()).meeting.revision).toBe(revision)
    })

    it('say nothing that was not in the catalogue, whatever the address asks', async () => {
      const page = await (await karin.get(`${room.href}/board?told=%3Cscript%3Ealert(1)%3C/script%3E`)).text()
      expect(page).not.toContain('alert(1)')
      const proto = await karin.get(`${room.href}/board?told=constructor`)
      expect(textOf(await proto.text())).toContain('Kijk waar de vergadering nu is')
    })

    it('write down who is there, and let devices in', async () => {
      const device = await room.join(room.cast.people.youssef)
      expect(textOf(await desk())).toContain('Eén apparaat wil meedoen')
      expect(textOf(await board())).not.toContain('Youssef')
      await press('pass-confirm', {}, desk)
      expect((await device.get(`${room.href}/board`)).status).toBe(200)
      const pass = (await room.now()).passes[0]
      expect(pass?.confirmedAt).not.toBeNull()
      const { petra } = room.cast.people
      const noted = await act({ act: 'attend', person: petra, how: 'present', back: 'desk' })
      expect(noted.headers.get('location')).toBe(`${room.href}/desk`)
      expect((await room.now()).attendance.filter(isHere).map(({ person }) => person)).toContain(petra)
    })

    it('note the rest of the team as there with one stroke, and leave what was known as it is', async () => {
      await press('open')
      const { petra, anouk, daan } = room.cast.people
      await act({ act: 'attend', person: petra, how: 'absent-notice' })
      expect((await press('attend-rest', {}, desk)).status).toBe(303)
      const there = (await room.now()).attendance.filter(isHere).map(({ person }) => person)
      expect(there).toHaveLength(5)
      expect(there).toContain(anouk)
      for (const person of [petra, daan]) expect(there).not.toContain(person)
      expect(formOf(await desk(), 'attend-rest')).toBeNull()
      expect((await act({ act: 'attend-rest' }, await room.as('bram'))).status).toBe(403)
    })

    it('enter the voice of who is absent with a note of who did, and never over their own', async () => {
      await toRound()
      const { paul, petra } = room.cast.people
      expect(textOf(await desk())).toContain('Paul')
      const voice = { ...place(await room.now()), act: 'voice', round: '1', how: 'phone', back: 'desk' }
      expect((await act({ ...voice, person: paul, answer: 'consent' })).status).toBe(303)
      const without = await act({ ...voice, person: petra, answer: 'objection', objection: ' ' })
      expect(without.status).toBe(422)
      const kept = await without.text()
      expect(kept).toContain('id="f-objection-error"')
      expect(kept).toContain(`<option value="${petra}" selected`)
      expect((await act({ ...voice, person: '', answer: 'consent' })).status).toBe(422)
      expect((await act({ ...voice, person: petra, answer: 'consent', how: 'hearsay' })).status).toBe(422)
      const stale = await act({ ...voice, stage: 'reactions', person: petra, answer: 'consent' })
      expect(stale.status).toBe(422)
      const silent =
        textOf(await desk())
          .split('Nog niet gehoord')[1]
          ?.split('Je ziet wie')[0] ?? ''
      expect(silent).toContain('Petra')
      expect(silent).not.toContain('Paul')
      await press('round-close')
      const decision = await readDecisionFor(
        db,
        room.cast.keeper,
        (await room.now()).items[0]?.decisionId as DecisionId,
        null,
        room.clock.now.toISOString() as Moment,
      )
      expect(decision?.rounds[0].voices).toMatchObject([
        { person: paul, answer: { kind: 'consent' }, how: 'phone', enteredBy: room.cast.people.karin },
      ])
    })

    it('say how it goes on with a text that found no decision', async () => {
      await toRound()
      await press('round-close')
      const settles = { ...place(await room.now()), act: 'settle', back: 'desk' }
      expect((await act({ ...settles, note: 'Met Petra en Bram' })).status).toBe(422)
      const kept = await (await act({ ...settles, note: 'Met Petra en Bram', way: 'never' })).text()
      expect(kept).toContain('Met Petra en Bram')
      expect((await act({ ...settles, way: 'small-group', note: 'Met Petra en Bram' })).status).toBe(303)
      expect((await act({ ...settles, way: 'small-group', note: 'x' }, await room.as('petra'))).status).toBe(
        403,
      )
    })

    it('count hands for the whole room', async () => {
      await toRound()
      const count = { ...place(await room.now()), act: 'count', round: '1', method: 'hands', back: 'desk' }
      expect((await act({ ...count, for: '' })).status).toBe(422)
      expect((await act({ ...count, for: '-3' })).status).toBe(422)
      expect((await act({ ...count, for: '7' })).status).toBe(422)
      expect((await act({ ...count, for: '2', against: '1' })).status).toBe(422)
      expect((await act({ ...count, for: '4', concerns: '1' })).status).toBe(303)
      expect(textOf(await board())).toContain('5 van de 6 gaven antwoord')
      await press('round-close')
      const page = textOf(await board())
      expect(page).toContain('Het besluit staat. Dank jullie wel.')
      expect(page).toContain('Handen geteld in de zaal zijn meegeteld.')
    })

    it('ask the room something, and show what came of it after closing', async () => {
      await press('open')
      await press('next')
      const asks = { ...place(await room.now()), act: 'poll-open', back: 'desk', kind: 'check' }
      const without = await act({ ...asks, question: 'Hoe zitten we erbij?', options: 'Goed' })
      expect(without.status).toBe(422)
      expect(await without.text()).toContain('Hoe zitten we erbij?')
      const asked = await act({ ...asks, question: 'Hoe zitten we erbij?', options: 'Goed\nMoe\nGoed\n' })
      expect(asked.status).toBe(303)
      expect(textOf(await board())).toContain('Kies met je telefoon')
      const stuck = await act({ act: 'next', ...place(await room.now()), leave: 'done' })
      expect(stuck.headers.get('location')).toContain('told=poll-still-open')
      await press('poll-close')
      const page = textOf(await board())
      expect(page).not.toContain('Kies met je telefoon')
      expect(page).toContain('Moe')
    })
  })
})

/** The place of the meeting as a form names it. */
function place(scene: Awaited<ReturnType<MeetingRoom['now']>>) {
  const item = currentItem(scene)
  return { at: item?.id ?? '', stage: item?.stage ?? '' }
}
