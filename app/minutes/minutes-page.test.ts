import { buffer } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { CHANGED, closeMeeting, holdMeeting, nextMeeting, OBJECTION } from '../../test/held-meeting.ts'
import { testApp } from '../../test/house.ts'
import { at, type LedMeeting } from '../../test/led-meeting.ts'
import { asMember, type Visitor, visitor } from '../../test/request.ts'
import { done } from '../../test/written-plan.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { closePress } from '../paper/paper-pdf.ts'
import { openZip } from '../paper/zip-in.ts'
import { baseOf } from '../writing/passage.ts'
import { readActions } from './action-store.ts'
import { readNotes } from './minutes-note-store.ts'
import { readState } from './minutes-store.ts'

afterAll(closePress)

const HOSTILE = `"><script>alert(1)</script> **x** & 'y' \u202E`

/** Somebody at the pages of the house, at a minute of the afternoon. */
const at_ = async (led: LedMeeting, key: Parameters<LedMeeting['as']>[0], minute = 61): Promise<Visitor> =>
  asMember(testApp(led.db, { now: () => new Date(at(minute)) }), led.db, led.cast, key, new Date(at(0)))

const textOf = async (answer: Response | Promise<Response>) => (await answer).text()

eachDatabase((open) => {
  describe('the minutes page', () => {
    it('grows while the meeting runs, for everybody of the school', async () => {
      const led = await holdMeeting(await open())
      const bram = await at_(led, 'bram', 35)
      const page = await textOf(bram.get(`${led.href}/minutes`))
      expect(page).toContain('De vergadering loopt')
      expect(page).toContain(OBJECTION)
      expect(page).toContain('wat de ander verder helpt')
      expect(page).toContain('live-feed')
      expect(page).not.toContain('Vul de notulen aan')
      expect(page).not.toContain('niemand bespreekt het')
    })

    it('are not there before the opening, nor for a guest or another school', async () => {
      const led = await holdMeeting(await open())
      const later = await nextMeetingUnopened(led)
      expect((await (await at_(led, 'karin')).get(`/meeting/${later}/minutes`)).status).toBe(404)
      const stranger = await settleCast(led.db, { name: 'De Es' })
      const elsewhere = await asMember(testApp(led.db), led.db, stranger, 'karin')
      for (const path of ['', '/word', '/pdf', '/json']) {
        expect((await elsewhere.get(`${led.href}/minutes${path}`)).status).toBe(404)
        const out = await visitor(testApp(led.db)).get(`${led.href}/minutes${path}`)
        expect([302, 303]).toContain(out.status)
      }
      const posted = await elsewhere.post(`${led.href}/minutes`, { act: 'action', line: 'Bram: iets' })
      expect(posted.status).toBe(404)
      expect((await (await at_(led, 'bram')).get(`${led.href}/minutes/exe`)).status).toBe(404)
    })

    it('a device with a pass reads no minutes, be it a guest or somebody whom the chair confirmed', async () => {
      const { meetingRoom } = await import('../../test/meeting-room.ts')
      const room = await meetingRoom(await open())
      const guest = await room.join({ guest: 'Wilma' })
      const app = testApp(room.db, { now: () => room.clock.now })
      for (const path of ['', '/json']) {
        const answer = await visitor(app, guest.cookie).get(`${room.href}/minutes${path}`)
        expect([302, 303]).toContain(answer.status)
        expect(answer.headers.get('location')).toContain('/sign-in')
      }
    })

    it('are completed by who keeps them, without script, and a clash shows both texts', async () => {
      const led = await holdMeeting(await open())
      const item = await led.item('principle')
      const anouk = await at_(led, 'anouk')
      const page = await textOf(anouk.get(`${led.href}/minutes?write=all`))
      expect(page).toContain(`data-document="${item.id}:note"`)
      const note = { act: 'note', owner: item.id, back: 'write', 'text.note': 'We spraken lang.' }
      const saved = await anouk.post(`${led.href}/minutes`, { ...note, 'base.note': baseOf(null) })
      expect(saved.status).toBe(303)
      expect(saved.headers.get('location')).toBe(`${led.href}/minutes?write=all&done=saved#i-${item.id}`)
      const clash = await anouk.post(`${led.href}/minutes`, {
        ...note,
        'text.note': 'Iets heel anders.',
        'base.note': baseOf(null),
      })
      expect(clash.status).toBe(422)
      const both = await clash.text()
      expect(both).toContain('Iets heel anders.')
      expect(both).toContain('We spraken lang.')
      const bram = await at_(led, 'bram')
      const refused = await bram.post(`${led.href}/minutes`, { ...note, 'base.note': baseOf(null) })
      expect(refused.status).toBe(403)
      expect(await textOf(bram.get(`${led.href}/minutes?write=all`))).not.toContain('name="text.note"')
      const sent = await bram.post(`${led.href}/minutes/text/${item.id}`, { text: 'Hoi', base: '1' })
      expect(sent.status).toBe(403)
      const own = await anouk.post(`${led.href}/minutes/text/${item.id}`, {
        text: 'We spraken kort.',
        base: '1',
      })
      expect(await own.json()).toMatchObject({ revision: 2, text: 'We spraken kort.' })
      expect((await readNotes(led.db, led.cast.keeper, led.meeting)).get(item.id)?.text).toBe(
        'We spraken kort.',
      )
    })

    it('of a closed meeting the minute-taker sees at once how to put them before the team', async () => {
      const led = await holdMeeting(await open())
      await closeMeeting(led)
      const own = await textOf((await at_(led, 'anouk')).get(`${led.href}/minutes`))
      expect(own).toContain('Jij vult deze notulen nog aan.')
      expect(own.indexOf('value="put"')).toBeGreaterThan(0)
      expect(own.indexOf('value="put"')).toBeLessThan(own.indexOf('class="notulen"'))
      const others = await textOf((await at_(led, 'bram')).get(`${led.href}/minutes`))
      expect(others).toContain('Anouk vult deze notulen nog aan.')
      expect(others).not.toContain('value="put"')
    })

    it('what stands in them is found by searching, and leads to its item', async () => {
      const led = await holdMeeting(await open())
      const item = await led.item('goal')
      const anouk = await at_(led, 'anouk')
      const text = 'We zongen het tafelzingliedje.'
      await anouk.post(`${led.href}/minutes/text/${item.id}`, { text, base: '0' })
      const page = await textOf((await at_(led, 'bram')).get('/search?q=tafelzingliedje'))
      expect(page).toContain(`href="${led.href}/minutes#i-${item.id}"`)
      expect(page).toContain('Notulen · Doel 1')
    })

    it('a note can’t be written at an item of another meeting', async () => {
      const led = await holdMeeting(await open())
      const later = await nextMeeting(led)
      const item = await led.item('principle')
      const petra = await at_(led, 'petra')
      const sent = await petra.post(`/meeting/${later}/minutes/text/${item.id}`, { text: 'Hoi', base: '0' })
      expect(sent.status).toBe(404)
    })

    it('an action that can’t be read stays in its field, with what to do now', async () => {
      const led = await holdMeeting(await open())
      const anouk = await at_(led, 'anouk')
      const refused = await anouk.post(`${led.href}/minutes`, {
        act: 'action',
        item: '',
        back: 'desk',
        line: 'Piet: leeslijst <b>',
      })
      expect(refused.status).toBe(422)
      const page = await refused.text()
      expect(page).toContain('value="Piet: leeslijst &lt;b&gt;"')
      expect(page).toContain('Deze naam staat niet in jullie team.')
      const added = await anouk.post(`${led.href}/minutes`, {
        act: 'action',
        item: '',
        back: 'desk',
        line: 'Bram: leeslijst maken, 3 dec',
      })
      expect(added.headers.get('location')).toBe(`${led.href}/desk`)
      const [action] = await readActions(led.db, led.cast.keeper, led.meeting)
      const petra = await at_(led, 'petra')
      const tick = { act: 'tick', action: action?.id ?? '', back: 'for-you' }
      expect((await petra.post(`${led.href}/minutes`, tick)).status).toBe(403)
      const bram = await at_(led, 'bram')
      const ticked = await bram.post(`${led.href}/minutes`, tick)
      expect(ticked.headers.get('location')).toBe('/for-you')
      expect(await textOf(bram.get(`${led.href}/minutes`))).toContain('Toch nog niet gedaan')
    })

    it('what comes in as markup goes out as words, on the page and in every file', async () => {
      const led = await holdMeeting(await open())
      const item = await led.item('principle')
      const anouk = await at_(led, 'anouk')
      const note = { act: 'note', owner: item.id, 'text.note': HOSTILE, 'base.note': baseOf(null) }
      expect((await anouk.post(`${led.href}/minutes`, note)).status).toBe(303)
      await anouk.post(`${led.href}/minutes`, { act: 'action', line: `Bram: ${HOSTILE}` })
      expect(await textOf(anouk.get(`${led.href}/minutes`))).not.toContain('<script>alert')
      const word = await wordOf(anouk, `${led.href}/minutes/word`)
      expect(word).toContain('&lt;script&gt;alert(1)')
      expect((await anouk.get(`${led.href}/minutes/pdf`)).status).toBe(200)
    })

    it('every unknown act, id and way back is refused or led home', async () => {
      const led = await holdMeeting(await open())
      const anouk = await at_(led, 'anouk')
      const odd: Record<string, string>[] = [
        {},
        { act: 'toString' },
        { act: 'tick', action: 'x' },
        { act: 'tick', action: led.meeting },
        { act: 'confirm', in: 'x' },
        { act: 'note', owner: led.meeting },
      ]
      for (const fields of odd)
        expect([404, 422]).toContain((await anouk.post(`${led.href}/minutes`, fields)).status)
      expect(await textOf(anouk.get(`${led.href}/minutes?done=toString`))).not.toContain('native code')
      const away = await anouk.post(`${led.href}/minutes`, {
        act: 'action',
        line: 'Bram: lijst',
        back: 'https://example.org',
      })
      expect(away.headers.get('location')).toBe(`${led.href}/minutes?done=action`)
    })

    it('are put before the team, confirmed on a later board, and corrected with a name', async () => {
      const led = await holdMeeting(await open())
      const item = await led.item('principle')
      await closeMeeting(led)
      const anouk = await at_(led, 'anouk')
      expect(await textOf(anouk.get(`${led.href}/minutes`))).toContain('Leg de notulen voor aan het team')
      expect((await anouk.post(`${led.href}/minutes`, { act: 'put' })).status).toBe(303)
      await anouk.post(`${led.href}/minutes`, {
        act: 'note',
        owner: item.id,
        'text.note': 'Dit kwam erbij.',
        'base.note': baseOf(null),
      })
      const bram = await at_(led, 'bram', 63)
      const put = await textOf(bram.get(`${led.href}/minutes`))
      expect(put).toContain('liggen sinds 19 november 2026 voor aan het team')
      expect(put).toContain('aangevuld nadat de notulen waren voorgelegd')
      const later = await nextMeeting(led)
      const petra = await at_(led, 'petra', 64)
      const fields = { act: 'confirm', in: later, back: 'board' }
      expect((await bram.post(`${led.href}/minutes`, fields)).status).toBe(403)
      const confirmed = await petra.post(`${led.href}/minutes`, fields)
      expect(confirmed.headers.get('location')).toBe(`/meeting/${later}/board`)
      expect(await readState(led.db, led.cast.keeper, led.meeting)).toBe('sealed')
      const wrong = await anouk.post(`${led.href}/minutes`, {
        act: 'correct',
        item: item.id,
        what: 'Zo.',
        why: '',
      })
      expect(wrong.status).toBe(422)
      expect(await wrong.text()).toContain('Schrijf in één zin waarom.')
      const what = 'Youssef was in de zaal.'
      await anouk.post(`${led.href}/minutes`, { act: 'correct', item: item.id, what, why: 'Ik keek niet.' })
      const page = await textOf(bram.get(`${led.href}/minutes`))
      expect(page.split(what)).toHaveLength(3)
      expect(page).toContain('Getekend door Anouk, donderdag 19 november 2026.')
      expect(page).toContain('Ze veranderen niet meer.')
    })
  })

  describe('minutes as a file', () => {
    it('Word and PDF hold the text, what changed in words, and the standing on every page', async () => {
      const led = await holdMeeting(await open())
      await closeMeeting(led)
      const paul = await at_(led, 'paul')
      const answer = await paul.get(`${led.href}/minutes/word`)
      expect(answer.headers.get('content-disposition')).toBe(
        'attachment; filename="notulen-2026-11-19-concept.docx"',
      )
      const word = await wordOf(paul, `${led.href}/minutes/word`)
      for (const said of [
        OBJECTION,
        'Erbij gekomen',
        'Weggehaald',
        'Paul (per telefoon',
        'kwam om 15.43 uur',
      ])
        expect(word).toContain(said)
      const pdf = Buffer.from(await (await paul.get(`${led.href}/minutes/pdf`)).arrayBuffer()).toString(
        'latin1',
      )
      expect(pdf.startsWith('%PDF-')).toBe(true)
      if (process.platform === 'linux' && process.arch === 'x64')
        expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
    })

    it('JSON of confirmed minutes holds what the fingerprints are computed over', async () => {
      const { checkMinutes } = await import('./minutes-seal.ts')
      const { sha256 } = await import('./minutes-store.ts')
      const led = await holdMeeting(await open())
      await closeMeeting(led)
      const anouk = await at_(led, 'anouk')
      done(await anouk.post(`${led.href}/minutes`, { act: 'put' }).then(({ status }) => String(status)))
      const later = await nextMeeting(led)
      await (await at_(led, 'petra', 64)).post(`${led.href}/minutes`, { act: 'confirm', in: later })
      const whole = (await (await anouk.get(`${led.href}/minutes/json`)).json()) as {
        sealed: Parameters<typeof checkMinutes>[0]
        corrections: Parameters<typeof checkMinutes>[1]
      }
      expect(whole).toMatchObject({ format: 'rode-draad/minutes', state: 'sealed' })
      expect(checkMinutes(whole.sealed, whole.corrections, sha256).isRight).toBe(true)
      expect(JSON.stringify(whole)).toContain(CHANGED)
    })
  })
})

async function nextMeetingUnopened({ db, cast }: LedMeeting) {
  const { planMeeting } = await import('../meeting/meeting-write-store.ts')
  const { newMeeting } = await import('../../test/meeting-visit.ts')
  return done(await planMeeting(db, cast.member('karin'), newMeeting(cast), at(61)))
}

/** The words of a Word file, with what XML makes of its signs. */
async function wordOf(reader: Visitor, path: string) {
  const zip = await openZip(Buffer.from(await (await reader.get(path)).arrayBuffer()))
  if (isRefusal(zip)) throw new Error(zip.refused)
  const xml = (await buffer(zip.read('word/document.xml'))).toString('utf8')
  return xml.replace(/<[^>]+>/g, '')
}
