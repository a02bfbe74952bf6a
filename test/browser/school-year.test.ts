import { describe, expect, it, onTestFinished } from 'vitest'
import { sendDigests } from '../../app/home/digest-job.ts'
import { mails } from '../mailbox.ts'
import * as school from './school-path.ts'
import { yearHouse } from './school-year-house.ts'
import * as year from './year-path.ts'

const CHROMIUM = process.env['TEST_CHROMIUM']
const CONSENT = { answer: 'Ik geef consent' } as const

/** One school year of De Wilg, from the start meeting to the next plan, on a server whose clock is moved. */
describe.skipIf(!CHROMIUM)('a school year', () => {
  it.each([
    { how: 'with script', script: true },
    { how: 'without script', script: false },
  ])('$how', { timeout: 300_000 }, async ({ script }) => {
    const house = await yearHouse(CHROMIUM ?? '', '2026-08-24T07:30:00.000Z')
    onTestFinished(() => house.close())
    const letters = async () => {
      const before = await mails(house.db)
      const round = { db: house.db, now: house.now, log: console.error, baseUrl: house.url }
      await sendDigests(round)
      return (await mails(house.db)).filter(({ id }) => !before.some((one) => one.id === id))
    }

    // the last week of the summer: a new school, an empty year
    const karin = await school.comeIn(house.browser, house.url, 'Karin', script)
    await school.setUpTheSchool(karin)
    await year.layTheYear(karin)
    const first = await year.today(karin)
    expect(first).toContain('Het is vrij: Zomervakantie.')
    expect(first).toContain('Startvergadering')

    // the first weeks: the plan is written
    house.moveTo('2026-09-07')
    expect(await year.today(karin)).toContain('Schoolweek 2 van')
    await karin.page.goto(`${house.url}/plan/new`)
    await karin.page.click('form[action="/plan/new"] button')
    await school.heading(karin.page, /^Begeleidingsplan/)
    await school.chooseAPrinciple(karin)
    await school.writeAGoal(karin)
    await school.giveEveryoneAPlace(karin)
    await year.setTheAim(karin)
    await karin.page.goto(`${house.url}/plan`)
    const petra = await school.letIn(house.browser, karin, 'Petra')
    const youssef = await school.letIn(house.browser, karin, 'Youssef')
    const paul = await school.letIn(house.browser, karin, 'Paul')
    const team = [karin, petra, youssef, paul]
    await school.writeTheOwnTrack(petra, 'Elk kind weet waar de les heen gaat.')
    await school.writeTheOwnTrack(youssef, 'Vragen stellen waar iedereen over denkt.')

    // the start meeting: the team adopts it
    house.moveTo('2026-09-15')
    await school.movePlan(karin, 'Open voor inbreng', 'De visie en de doelen staan.')
    await school.putToTheTeam(karin)
    const whole = /als geheel/
    const goal = /Elke les begint met hetzelfde doel/
    for (const one of team) for (const about of [whole, goal]) await school.speak(one, about, CONSENT)
    for (const about of [whole, goal]) await school.closeTheRound(karin, about)
    await school.adopt(karin)
    expect((await year.yearLine(petra)).join(' | ')).toMatch(/Vastgesteld, 15 sep: geweest/)

    // a small step, told of in its week, by mail on its day, ended in two taps
    house.moveTo('2026-09-28')
    for (const one of team) await house.comesBack(one)
    await year.takeAStep(petra, { what: 'Het doel op het bord, elke ochtend', day: '2026-10-08' })
    expect(await year.today(petra)).toContain('Het doel op het bord, elke ochtend')
    house.moveTo('2026-10-05')
    expect(await year.asksOf(petra)).toContain('Jouw stap voor donderdag 8 oktober')
    house.moveTo('2026-10-08', '06:00')
    const morning = await letters()
    expect(
      morning.map(({ to_address, body }) => [to_address, /stap voor vandaag/.test(body)]),
    ).toContainEqual(['petra@dewilg.example', true])
    expect(morning.map(({ body }) => body).join()).not.toContain('op het bord')
    house.moveTo('2026-10-08', '13:30')
    await year.endTheStep(petra, 'Kinderen wijzen het zelf aan.')
    expect(await year.asksOf(petra)).not.toContain('Jouw stap voor vandaag')

    // quiet in the autumn holiday
    house.moveTo('2026-10-20', '07:00')
    expect(await letters()).toEqual([])
    expect(await year.today(karin)).toContain('Het is vrij: Herfstvakantie.')

    // going to look: Karin takes the class over, Youssef lets Petra come
    house.moveTo('2026-10-29')
    for (const one of team) await house.comesBack(one)
    await year.offerToTakeOver(karin, '2026-11-09T09:30')
    await year.askToLook(petra, 'Youssef')
    expect((await year.asksOf(youssef)).join()).toContain('Petra')
    await year.letsCome(youssef, 'Petra')
    house.moveTo('2026-11-06')
    expect((await year.asksOf(petra)).join()).toMatch(/Maandag 9 november: je kijkt bij Youssef/)
    expect((await year.asksOf(karin)).join()).toMatch(/je neemt de groep van Petra over/)
    expect(await year.today(paul)).not.toContain('kijkt bij')

    // a track that has been quiet asks its own teacher and nobody else
    house.moveTo('2026-12-10')
    for (const one of team) await house.comesBack(one)
    const his = await year.quietTrackOf(youssef)
    expect(his).toMatch(/\/entry\/[0-9a-f-]{36}\/steps$/)
    for (const one of [karin, petra, paul]) expect(await year.quietTrackOf(one)).not.toBe(his)

    // the M tests come, and half-way the team looks back
    house.moveTo('2027-01-11')
    for (const one of team) await house.comesBack(one)
    expect(await year.today(petra)).toContain('M-toetsen')
    house.moveTo('2027-02-01')
    await school.movePlan(karin, 'Begin de tussenevaluatie', 'Het is februari.')
    await school.lookBack(karin, { saw: 'Iedereen is twee keer geweest.', next: 'We gaan door' })

    // honest time, of Karin alone
    house.moveTo('2027-03-10', '14:00')
    for (const one of team) await house.comesBack(one)
    await year.logHalfAnHour(karin)
    const hers = await year.today(karin)
    expect(hers).toContain('Jouw week in balans')
    expect(hers).toContain('twee derde')
    for (const one of [petra, youssef, paul]) {
      expect(await year.statusOf(one, '/time')).toBe(404)
      expect(await year.today(one)).not.toContain('in balans')
    }

    // the end: looking back, and what is worth keeping goes on the shelf
    house.moveTo('2027-06-07')
    for (const one of team) await house.comesBack(one)
    await school.movePlan(karin, 'Begin de eindevaluatie', 'Het jaar is bijna om.')
    await school.lookBack(karin, { saw: 'Op elk bord staat het doel.', next: 'We gaan door' })
    await petra.page.goto(`${house.url}/plan`)
    await year.promiseToShare(petra, 'Hoe ik het doel op het bord zet')
    const piece = await year.shareOnTheShelf(petra, {
      came: 'Drie collega’s proberen het ook.',
      title: 'Een doel op het bord werkt',
      better: 'Bij kleuters werkt een plaatje beter.',
    })
    expect(await year.findOnTheShelf(paul, 'kleuters')).toContain('Een doel op het bord werkt')

    // the next plan, with what was learnt
    house.moveTo('2027-06-21')
    for (const one of team) await house.comesBack(one)
    await karin.page.goto(`${house.url}/plan`)
    await school.beginNextYear(karin)
    const next = new URL(school.planOf(karin)).pathname
    await year.takeIntoThePlan(karin, piece)
    await karin.page.goto(`${house.url}${next}`)
    expect(await karin.page.content()).toContain(piece)
    house.moveTo('2027-07-20', '07:00')
    for (const one of team) await house.comesBack(one)
    expect(await year.today(petra)).toContain('Het is vrij: Zomervakantie.')
    expect(await letters()).toEqual([])

    for (const { name, complaints } of team) expect({ name, complaints }).toEqual({ name, complaints: [] })
  })
})
