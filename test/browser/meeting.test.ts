import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import type { Db } from '../../app/db/database.ts'
import type { Moment } from '../../app/kernel/day.ts'
import type { DecisionId, PersonId } from '../../app/kernel/id.ts'
import { readDecisionFor } from '../../app/round/round-store.ts'
import { STARTS, VOTERS, visitMeeting } from '../meeting-visit.ts'
import {
  button,
  closeRound,
  everybody,
  openRound,
  press,
  SOON,
  type Someone,
  sees,
  seesNot,
  someone,
  speak,
  unfold,
  words,
  write,
} from './meeting-people.ts'
import { CHROMIUM, type Entered, servedHouse } from './plan-house.ts'

const PHONE = { viewport: { width: 390, height: 800 } }
const WALL = { viewport: { width: 1920, height: 1080 } }
const CONSENT = { answer: 'consent' } as const
const REASON = 'Zo red ik het niet naast groep 4.'
const IDEA = 'Twee keer per jaar in plaats van elke week.'

/** Seven with a voice, one of whom can't come. */
async function begin(db: Db) {
  const visit = await visitMeeting(db)
  const { cast } = visit
  const voters = [...VOTERS, 'lotte' as const].map((key) => cast.people[key])
  await db.write(cast, async (sql) => {
    const rows = voters.map((person_id) => ({
      meeting_id: visit.meeting,
      school_id: cast.schoolId,
      person_id,
    }))
    await sql.insertInto('meeting_voter').values(rows.slice(VOTERS.length)).execute()
  })
  return visit
}

describe.skipIf(!CHROMIUM)('a team meeting, from opening to seal', () => {
  const house = servedHouse(begin, { from: new Date(STARTS) })
  const came: Entered[] = []
  afterAll(async () => {
    for (const { close } of came) await close()
  })
  const come = async (
    key: 'karin' | 'paul' | 'anouk' | 'bram' | 'petra' | 'lotte',
    path: string,
    options: Parameters<ReturnType<typeof house>['enter']>[2] & { script?: boolean } = {},
  ): Promise<Someone> => {
    const { script = true, ...rest } = options
    const entered = await house().enter(key, house().visit.href + path, {
      ...PHONE,
      javaScriptEnabled: script,
      ...rest,
    })
    came.push(entered)
    return someone(key, entered, script)
  }

  it('six people on phones, one without script, and one presenter', async () => {
    const { visit } = house()
    const principle = await visit.item('principle')

    // Beforehand: Paul can't come.
    const paul = await come('paul', `/item/${principle.id}`)
    await unfold(paul, 'Kun je er niet bij zijn?')
    await paul.page.locator('input[name="answer"][value="consent"]').check()
    await press(paul, 'Geef vooraf mijn stem')
    await sees(paul, 'Je stem ligt klaar')

    const board = await come('karin', '/board', WALL)
    const desk = await come('anouk', '/desk', { viewport: { width: 1280, height: 900 } })
    const karin = await come('karin', '/phone')
    const anouk = await come('anouk', '/phone')
    const bram = await come('bram', '/phone', { script: false })
    const petra = await come('petra', '/phone')
    const lotte = await come('lotte', '/phone')
    await press(board, 'Open de vergadering')
    for (const who of [anouk, bram, petra, lotte]) await press(who, 'Ik ben er')

    // The first item: a refused answer and half a reason stay through what others do.
    await press(board, 'Begin met punt 1')
    await openRound(board)
    await lotte.page.locator('form[id^="voice-"] input[value="concern"]').check()
    await lotte.page.locator('textarea[name="concern"]').fill('Mag het klein')
    await petra.page.locator('form[id^="voice-"] input[value="objection"]').check()
    await press(petra, 'Geef mijn antwoord')
    await petra.page.waitForSelector('[aria-invalid="true"]')
    await everybody([karin, anouk, bram], CONSENT)
    await sees(board, /4 van de 7/)
    await seesNot(board, /consent, met een zorg|bezwaar van/i)
    expect(await petra.page.locator('[aria-invalid="true"]').count()).toBeGreaterThan(0)
    expect(await lotte.page.locator('textarea[name="concern"]').inputValue()).toBe('Mag het klein')
    await lotte.page.locator('textarea[name="concern"]').pressSequentially(' beginnen?')
    await press(lotte, 'Geef mijn antwoord')
    await speak(petra, CONSENT)
    await closeRound(board, 'Eén collega heeft nog niet geantwoord')
    await sees(board, 'Het besluit staat. Dank jullie wel.')
    for (const who of [petra, lotte, bram]) await sees(who, 'Het besluit staat')

    // Youssef comes later, without a place of his own on this phone.
    const youssef = await joinLate(board, desk)
    await press(board, 'Volgende punt')
    await openRound(board)

    // The second item: an objection, while Lotte's phone sleeps and Paul is on the telephone.
    await lotte.page.context().setOffline(true)
    await everybody([karin, anouk, bram, youssef], CONSENT)
    await speak(petra, { answer: 'objection', why: REASON })
    await lotte.page.context().setOffline(false)
    await speak(lotte, CONSENT)
    await enterForPaul(desk)
    await closeRound(board, 'Iedereen heeft geantwoord.')
    await sees(board, REASON)
    await seesNot(board, 'Petra heeft een bezwaar')
    await write(petra, 'Wat zou het bezwaar wegnemen?', IDEA)
    await press(petra, 'Geef mijn idee')
    await sees(board, IDEA)

    // Another text, its difference on every screen, and the renewed round.
    await changeText(board)
    await board.page.waitForURL(/\/board$/)
    await expect.poll(() => board.page.locator('main ins').count(), SOON).toBeGreaterThan(0)
    for (const who of [anouk, lotte, youssef])
      await expect.poll(() => who.page.locator('main ins').count(), SOON).toBeGreaterThan(0)
    await everybody([karin, anouk, bram, petra, lotte, youssef], CONSENT)
    await enterForPaul(desk)
    await closeRound(board, 'Iedereen heeft geantwoord.')
    await sees(board, 'Het besluit staat. Dank jullie wel.')

    // The plan as a whole, the end of the meeting, and the seal.
    await press(board, 'Volgende punt')
    await openRound(board)
    await everybody([karin, anouk, bram, petra, lotte, youssef], CONSENT)
    await closeRound(board, 'Eén collega heeft nog niet geantwoord')
    await sees(board, 'Het besluit staat. Dank jullie wel.')
    await recordTells()
    await endMeeting(board)
    // who came by the code is back at where one types it
    for (const who of [petra, bram, youssef]) await sees(who, 'De vergadering is afgelopen.')
    await seal(board)
    await takeHome(board, visit.href)

    for (const { name, complaints } of [board, desk, karin, anouk, bram, petra, lotte, youssef, paul])
      expect({ name, complaints }).toEqual({ name, complaints: [] })
  })

  async function joinLate(board: Someone, desk: Someone): Promise<Someone> {
    const code = /\b(\d{3} \d{3})\b/.exec(await words(board))?.[1] ?? ''
    const entered = await house().enter('petra', '/', PHONE)
    came.push(entered)
    const youssef = someone('youssef', entered)
    await youssef.page.context().clearCookies()
    await youssef.page.goto(`${house().url}/join`)
    await youssef.page.getByLabel('Zes cijfers').fill(code)
    await press(youssef, 'Verder')
    await press(youssef, 'Youssef')
    await sees(youssef, 'Je vroeg om mee te doen als Youssef')
    await sees(desk, 'Eén apparaat wil meedoen')
    await press(desk, 'Laat binnen')
    await sees(youssef, 'Je doet mee als Youssef')
    await seesNot(youssef, 'Ben je er?')
    return youssef
  }

  async function enterForPaul(desk: Someone) {
    await sees(desk, 'Nog niet gehoord')
    await unfold(desk, 'Een antwoord van iemand anders invoeren')
    const form = desk.page.locator('form[id^="tafel-stem-"]')
    await form.locator('select[name="person"]').selectOption({ label: 'Paul' })
    await form.locator('input[name="how"][value="phone"]').check()
    await form.locator('input[name="answer"][value="consent"]').check()
    await button(desk.page, 'Voer het antwoord in').click()
    await sees(desk, 'Iedereen heeft geantwoord.')
  }

  async function changeText(board: Someone) {
    await board.page.getByRole('link', { name: 'Pas de tekst aan' }).first().click()
    const field = board.page.locator('textarea[name^="t."]').first()
    await field.fill(`${await field.inputValue()} ${IDEA}`)
    await board.page.locator('[name="changeNote"]').fill('Minder vaak, zoals Petra voorstelde.')
    await board.page.locator('main form button[type="submit"]').last().click()
  }

  /** One voice a person, by name in the record, and who entered that of Paul. */
  async function recordTells() {
    const { db, cast } = house().visit
    const { items } = await house().visit.now()
    const whole = await Promise.all(
      items.map(({ decisionId }) =>
        readDecisionFor(
          db,
          cast.keeper,
          decisionId as DecisionId,
          null,
          '2026-11-19T16:00:00.000Z' as Moment,
        ),
      ),
    )
    const nameOf = (person: PersonId) => Object.entries(cast.people).find(([, id]) => id === person)?.[0]
    const said = whole.map((decision) =>
      decision?.rounds.map(({ voices }) =>
        (voices ?? []).map(({ person, answer, how }) => `${nameOf(person)} ${answer.kind} ${how}`).sort(),
      ),
    )
    const all = (...others: string[]) =>
      [...['karin', 'anouk', 'bram'].map((name) => `${name} consent self`), ...others].sort()
    expect(said).toEqual([
      [all('petra consent self', 'lotte concern self', 'paul consent before')],
      [
        all('petra objection self', 'lotte consent self', 'youssef consent self', 'paul consent phone'),
        all('petra consent self', 'lotte consent self', 'youssef consent self', 'paul consent phone'),
      ],
      [all('petra consent self', 'lotte consent self', 'youssef consent self')],
    ])
    expect(whole.map((decision) => decision?.standing.now.is)).toEqual(['stands', 'stands', 'stands'])
  }

  async function endMeeting(board: Someone) {
    await board.page.locator('summary').filter({ hasText: /^Meer/ }).click()
    await press(board, 'Sluit de vergadering')
    await sees(board, 'Naar de notulen')
  }

  async function seal(board: Someone) {
    await board.page.goto(`${house().url}${house().visit.href}/adopt`)
    await press(board, /^Verzegel versie/)
    await sees(board, 'is verzegeld')
  }

  async function takeHome(board: Someone, href: string) {
    const take = async (path: string) => {
      const answer = await board.page.request.get(`${house().url}${path}`)
      expect([path, answer.status()]).toEqual([path, 200])
      return answer.body()
    }
    expect((await take(`${href}/minutes/word`)).subarray(0, 2).toString()).toBe('PK')
    expect((await take(`${href}/minutes/pdf`)).subarray(0, 5).toString()).toBe('%PDF-')
    const download = board.page.waitForEvent('download')
    await board.page.goto(`${house().url}${href}/adopt`)
    await board.page.getByRole('link', { name: 'Plan met vaststelling (PDF)' }).first().click()
    const path = await (await download).path()
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
  }
})
