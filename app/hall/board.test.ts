import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { type MeetingRoom, meetingRoom } from '../../test/meeting-room.ts'
import { newItem, VOTERS } from '../../test/meeting-visit.ts'
import type { Visitor } from '../../test/request.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { DecisionId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { currentItem, type MeetingItem } from '../meeting/meeting.ts'
import { addSay } from '../meeting/say-store.ts'
import type { Answer } from '../round/round.ts'
import { castBallot, speakAs } from '../round/round-room-store.ts'
import { agendaWindow, fitOf, fives, parseLetters } from './board.ts'

const piece = (text: string, before: string | null = null) => ({ label: 'Tekst', before, text })
const sheet = (...texts: string[]) => ({
  heading: 'Doel 5',
  why: null,
  pieces: texts.map((text) => piece(text)),
})

describe('the letters of the board', () => {
  it('get smaller by the length of the text, and say when it can not fit', () => {
    const steps = [20, 150, 300, 500, 800, 2_000].map((length) => fitOf(sheet('a'.repeat(length)), false))
    expect(steps.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 5])
    expect(steps.map(({ isLong }) => isLong)).toEqual([false, false, false, false, false, true])
  })

  it('make room for what stands below, for more texts, for lines and for words that go', () => {
    const text = 'a'.repeat(95)
    expect(fitOf(sheet(text), false).step).toBe(1)
    expect(fitOf(sheet(text), true).step).toBe(2)
    expect(fitOf(sheet('a', 'b'), false).step).toBe(3)
    expect(fitOf(sheet('a', 'b', 'c', 'd', 'e'), false).step).toBe(4)
    expect(fitOf({ ...sheet(), pieces: [piece('a', 'a'.repeat(300))] }, false).step).toBe(3)
    expect(fitOf(sheet('- een\n- twee\n- drie\n- vier\n- vijf'), false).step).toBe(2)
    expect(fitOf(sheet('a'.repeat(700)), true).isLong).toBe(true)
    expect(fitOf(sheet(), false).step).toBe(1)
  })

  it('are chosen in three sizes, whatever the cookie says', () => {
    expect(['1', '3', '4', '', null, '2;x', '02'].map(parseLetters)).toEqual([1, 3, 1, 1, 1, 1, 1])
  })
})

describe('the agenda along the thread', () => {
  const items = (...titles: string[]) =>
    titles.map((title, place) => ({ id: String(place), title, state: 'to-come' }) as unknown as MeetingItem)

  it('shows all of a short one', () => {
    const short = items('Welkom', 'Terugblik', 'Afspraken')
    const { before, shown, after } = agendaWindow(short, short[1] ?? null)
    expect([before, shown.map(({ number }) => number), after]).toEqual([0, [1, 2, 3], 0])
  })

  it('shows the current item of a long one with its neighbours, and tells how many more there are', () => {
    const long = items(...Array.from({ length: 20 }, (_, place) => `Doel ${place + 1}: rekenen`))
    for (const at of [0, 9, 19]) {
      const { before, shown, after } = agendaWindow(long, long[at] ?? null)
      expect(shown.map(({ item }) => item)).toContain(long[at])
      expect(shown.length).toBeGreaterThan(1)
      expect(before + shown.length + after).toBe(20)
    }
  })

  it('never loses an item, whatever the titles, and always shows where one is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 200 }), { minLength: 1, maxLength: 60 }),
        fc.nat(),
        (titles, place) => {
          const all = items(...titles)
          const current = all[place % all.length] ?? null
          const { before, shown, after } = agendaWindow(all, current)
          expect(shown.map(({ item }) => item)).toContain(current)
          expect(shown.map(({ item }) => item)).toEqual(all.slice(before, all.length - after))
          expect(shown.map(({ number }) => number)[0]).toBe(before + 1)
        },
      ),
    )
  })

  it('stands at what comes next when nothing is current, and is empty for an empty agenda', () => {
    expect(agendaWindow([], null)).toEqual({ before: 0, shown: [], after: 0 })
    const long = items(
      ...Array.from({ length: 20 }, (_, place) => `Een heel lang agendapunt met nummer ${place}`),
    )
    expect(agendaWindow(long, null).shown[0]?.number).toBe(1)
  })
})

it('tallies by fives', () => {
  expect([0, 1, 5, 12].map(fives)).toEqual([[], [1], [5], [5, 5, 2]])
})

const textOf = (page: string) =>
  page
    .replace(/^[\s\S]*?<main/, '<main')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

eachDatabase((open) => {
  describe('the screen at the wall', () => {
    let db: Db
    let room: MeetingRoom
    beforeEach(async () => {
      db = await open()
      room = await meetingRoom(db, {
        items: [
          newItem('proposal', null, {
            title: 'Bij elkaar kijken',
            text: 'We kijken twee keer per jaar bij elkaar in de klas.',
            minutes: 15,
          }),
          newItem('free', null, { title: 'Rondvraag <b>vrij</b>', purpose: 'informing' }),
        ],
      })
    })
    const now = () => room.clock.now.toISOString() as Moment
    const html = async (who: Visitor) => (await who.get(`${room.href}/board`)).text()
    const seen = async (who: Visitor) => textOf(await html(who))
    const inItem = async () => {
      await room.open()
      await room.next()
    }
    async function say(key: (typeof VOTERS)[number], answer: Answer) {
      const id = currentItem(await room.now())?.decisionId as DecisionId
      const said = await speakAs(
        db,
        room.cast.keeper,
        id,
        room.cast.people[key],
        answer,
        { how: 'self', enteredBy: null },
        now(),
      )
      if (said === null || isRefusal(said)) throw new Error(JSON.stringify(said))
    }
    async function spoken() {
      await inItem()
      await room.stage('consent')
      await room.openRound()
      for (const key of ['karin', 'paul', 'bram'] as const) await say(key, { kind: 'consent' })
      await say('anouk', { kind: 'concern', text: 'Het rooster is al vol.' })
      await say('petra', { kind: 'objection', reason: 'Na de eerste keer ben ik het kwijt.' })
    }

    it('welcomes with the way in, the agenda and who has come', async () => {
      const page = await html(await room.as('karin'))
      const code = await room.code()
      expect(textOf(page)).toContain(`${code.slice(0, 3)} ${code.slice(3)}`)
      expect(textOf(page)).toContain('localhost:3000/join')
      expect(page).toContain('role="img" aria-label="QR-code om mee te doen: localhost:3000/join"')
      expect(textOf(page)).toContain('Bij elkaar kijken om te besluiten, 15 minuten')
      expect(page).toContain('Rondvraag &lt;b&gt;vrij&lt;/b&gt;')
    })

    it('shows the item with its time, calmly: no alarm when it takes longer', async () => {
      await inItem()
      const karin = await room.as('karin')
      room.clock.now = new Date(room.clock.now.getTime() + 21 * 60_000)
      const page = await html(karin)
      expect(textOf(page)).toContain('21 van 15 minuten 11.03 uur')
      expect(textOf(page)).toContain('We kijken twee keer per jaar bij elkaar in de klas.')
      expect(page).not.toMatch(/class="[^"]*(?:rood|alarm|laat)/)
    })

    it('shows questions and reactions without the names of who asked', async () => {
      await inItem()
      await room.stage('understanding')
      const item = currentItem(await room.now())
      const said = { kind: 'question', text: 'Wie staat er voor <mijn> groep?', source: null } as const
      await addSay(db, room.seatOf('petra'), item!.id, said, now())
      const page = await html(await room.as('bram'))
      expect(page).toContain('Wie staat er voor &lt;mijn&gt; groep?')
      expect(textOf(page)).not.toContain('Petra')
    })

    it('tells of an open round only how many answered, to whoever looks', async () => {
      await spoken()
      const guest = await room.join({ guest: 'Mieke van de MR' })
      for (const who of [await room.as('karin'), await room.as('bram'), guest]) {
        const page = await html(who)
        expect(textOf(page)).toContain('5 van de 6 gaven antwoord')
        for (const hidden of ['Ik heb een bezwaar', 'kwijt', 'rooster', 'Petra', 'Anouk'])
          expect(page).not.toContain(hidden)
      }
    })

    it('shows the closed round by counts, and what is in the way without a name', async () => {
      await spoken()
      await room.closeRound()
      const item = currentItem(await room.now())
      const idea = { kind: 'reaction', text: 'Drie keer per jaar.', source: null } as const
      room.clock.now = new Date(room.clock.now.getTime() + 1000)
      await addSay(db, room.seatOf('petra'), item!.id, idea, now())
      const page = await seen(await room.as('bram'))
      expect(page).toContain('Ik geef consent 3 Ik heb een zorg 1 Ik heb een bezwaar 1')
      expect(page).toContain(
        'Na de eerste keer ben ik het kwijt. Dank voor dit bezwaar. Wat zou het wegnemen? Drie keer per jaar.',
      )
      expect(page).toContain('Het rooster is al vol.')
      expect(page).toContain('Nu: er ligt een bezwaar')
      for (const name of ['Petra', 'Anouk', 'Paul']) expect(page).not.toContain(name)
    })

    it('thanks when the decision stands, and after the close tells what stands', async () => {
      await inItem()
      await room.stage('consent')
      await room.openRound()
      for (const key of VOTERS) await say(key, { kind: 'consent' })
      await room.closeRound()
      expect(await seen(await room.as('petra'))).toContain('Het besluit staat. Dank jullie wel.')
      await room.close()
      const page = await seen(await room.as('petra'))
      expect(page).toContain(
        'Dank jullie wel Vaststelling van het begeleidingsplan is afgelopen. Dit staat Bij elkaar kijken',
      )
      expect(page).toContain('Dit schuift door naar een volgende keer Rondvraag')
      expect(page).not.toMatch(/\d{3} \d{3}/)
    })

    it('shows an unnamed vote by its numbers alone, and of one with too few nothing at all', async () => {
      await db.write(room.cast, (sql) =>
        sql
          .updateTable('meeting')
          .set({ rule: 'majority', percentage: 50, unnamed: 1, quorum: 5 })
          .where('id', '=', room.meeting)
          .execute(),
      )
      await inItem()
      await room.stage('consent')
      await room.openRound()
      const id = currentItem(await room.now())?.decisionId as DecisionId
      const vote = async (key: (typeof VOTERS)[number], choice: 'for' | 'against' | 'blank') => {
        const cast = await castBallot(db, room.cast.keeper, id, room.cast.people[key], choice, now())
        if (cast === null || isRefusal(cast)) throw new Error(JSON.stringify(cast))
      }
      await vote('karin', 'for')
      await vote('paul', 'against')
      expect(await seen(await room.as('bram'))).toContain('2 van de 6 gaven antwoord')
      for (const key of ['anouk', 'bram', 'petra'] as const) await vote(key, 'for')
      await vote('youssef', 'blank')
      await room.closeRound()
      const page = await seen(await room.as('bram'))
      expect(page).toContain('Ik ben voor 4 Ik ben tegen 1 Ik stem blanco 1')
      expect(page).toContain('Er is een meerderheid. Het besluit staat.')
      expect(page).not.toContain('met een zorg')
      for (const name of ['Paul', 'Youssef']) expect(page).not.toContain(name)
    })

    it('is read by everybody with a seat, with controls for who leads alone', async () => {
      await inItem()
      const guest = await room.join({ guest: 'Mieke' })
      for (const who of [guest, await room.as('petra'), await room.join(room.cast.people.karin)])
        expect(await html(who)).not.toContain(`${room.href}/act`)
      for (const key of ['karin', 'anouk'] as const)
        expect(await html(await room.as(key))).toContain(`${room.href}/act`)
      expect((await room.stranger().get(`${room.href}/board`)).headers.get('location')).toBe('/join')
      for (const who of [guest, await room.as('petra')])
        expect((await who.get(`${room.href}/desk`)).status).not.toBe(200)
    })

    it('remembers the size of its letters on the device', async () => {
      const karin = await room.as('karin')
      const answer = await karin.get(`${room.href}/board?letters=3`)
      expect(answer.headers.get('location')).toBe(`${room.href}/board`)
      expect(answer.headers.get('set-cookie')).toMatch(/^letters=3; Path=\/; Max-Age=\d+; SameSite=Lax$/)
      const big = await karin.get(`${room.href}/board`, { cookie: `${karin.cookie}; letters=3` })
      expect(await big.text()).toContain('data-letters="3"')
      const odd = await karin.get(`${room.href}/board?letters=9%0d%0aset-cookie:x`)
      expect(odd.headers.get('set-cookie')).toMatch(/^letters=1;/)
    })

    it('speaks English where the reader does', async () => {
      await inItem()
      const karin = await room.as('karin')
      const page = await karin.get(`${room.href}/board`, { cookie: `${karin.cookie}; language=en` })
      expect(textOf(await page.text())).toContain('To the questions')
    })
  })
})
