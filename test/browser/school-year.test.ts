import { describe, expect, it, onTestFinished } from 'vitest'
import { sendDigests } from '../../app/home/digest-job.ts'
import { mails } from '../mailbox.ts'
import * as school from './school-path.ts'
import { type YearHouse, yearHouse } from './school-year-house.ts'
import * as year from './year-path.ts'

const CHROMIUM = process.env['TEST_CHROMIUM']
const CONSENT = { answer: 'Ik geef consent' } as const
const WHOLE = /als geheel/
const GOAL = /Elke les begint met hetzelfde doel/

type Team = Record<'karin' | 'petra' | 'youssef' | 'paul', school.Someone>
const everyone = ({ karin, petra, youssef, paul }: Team) => [karin, petra, youssef, paul]

/** To another day, on which everybody signs in again. */
async function moveTo(house: YearHouse, team: Team, day: string, time?: string) {
  house.moveTo(day, time)
  for (const one of everyone(team)) await house.comesBack(one)
}

/** The morning letters that are made at this moment. */
async function letters(house: YearHouse) {
  const before = await mails(house.db)
  await sendDigests({ db: house.db, now: house.now, log: console.error, baseUrl: house.url })
  return (await mails(house.db)).filter(({ id }) => !before.some((one) => one.id === id))
}

/** The last week of the summer: a new school, and an empty year that is filled. */
async function beforeTheYear(house: YearHouse, script: boolean): Promise<school.Someone> {
  const karin = await school.comeIn(house.browser, house.url, 'Karin', script)
  await school.setUpTheSchool(karin)
  await year.layTheYear(karin)
  const first = await year.today(karin)
  expect(first).toContain('Het is vrij: Zomervakantie.')
  expect(first).toContain('Startvergadering')
  return karin
}

/** The first weeks: the plan is written, by who holds the pen of each part. */
async function theyWriteThePlan(house: YearHouse, karin: school.Someone): Promise<Team> {
  house.moveTo('2026-09-07')
  expect(await year.today(karin)).toContain('Schoolweek 2 van')
  await year.beginThePlan(karin)
  await school.chooseAPrinciple(karin)
  await school.writeAGoal(karin)
  await school.giveEveryoneAPlace(karin)
  await year.setTheAim(karin)
  await karin.page.goto(`${house.url}/plan`)
  const letIn = (name: string) => school.letIn(house.browser, karin, name)
  const team = {
    karin,
    petra: await letIn('Petra'),
    youssef: await letIn('Youssef'),
    paul: await letIn('Paul'),
  }
  await school.writeTheOwnTrack(team.petra, 'Elk kind weet waar de les heen gaat.')
  await school.writeTheOwnTrack(team.youssef, 'Vragen stellen waar iedereen over denkt.')
  return team
}

/** The start meeting: the team adopts it. */
async function theTeamAdopts(house: YearHouse, team: Team) {
  const { karin, petra } = team
  house.moveTo('2026-09-15')
  await school.movePlan(karin, 'Open voor inbreng', 'De visie en de doelen staan.')
  await school.putToTheTeam(karin)
  for (const one of everyone(team)) for (const about of [WHOLE, GOAL]) await school.speak(one, about, CONSENT)
  for (const about of [WHOLE, GOAL]) await school.closeTheRound(karin, about)
  await school.adopt(karin)
  expect((await year.yearLine(petra)).join(' | ')).toContain('Vastgesteld, 15 sep: geweest')
}

/** A small step: told of in its week, by mail on its day, ended in two taps. */
async function aSmallStep(house: YearHouse, team: Team) {
  const { petra } = team
  await moveTo(house, team, '2026-09-28')
  await year.takeAStep(petra, { what: 'Het doel op het bord, elke ochtend', day: '2026-10-08' })
  expect(await year.today(petra)).toContain('Het doel op het bord, elke ochtend')
  house.moveTo('2026-10-05')
  expect(await year.asksOf(petra)).toContain('Jouw stap voor donderdag 8 oktober')
  house.moveTo('2026-10-08', '06:00')
  const morning = await letters(house)
  const hers = morning.find(({ to_address }) => to_address === 'petra@dewilg.example')
  expect(hers?.body).toContain('Vandaag:\n\n- Jouw stap voor vandaag')
  expect(morning.map(({ body }) => body).join()).not.toContain('op het bord')
  house.moveTo('2026-10-08', '13:30')
  await year.endTheStep(petra, 'Kinderen wijzen het zelf aan.')
  expect(await year.asksOf(petra)).not.toContain('Jouw stap voor vandaag')
}

async function quietInTheAutumnHoliday(house: YearHouse, { karin }: Team) {
  house.moveTo('2026-10-20', '07:00')
  expect(await letters(house)).toEqual([])
  expect(await year.today(karin)).toContain('Het is vrij: Herfstvakantie.')
}

/** Karin takes the class over, Youssef lets Petra come; only the three of them see it. */
async function goingToLook(house: YearHouse, team: Team) {
  const { karin, petra, youssef, paul } = team
  await moveTo(house, team, '2026-10-29')
  await year.offerToTakeOver(karin, '2026-11-09T09:30')
  await year.askToLook(petra, 'Youssef')
  expect((await year.asksOf(youssef)).join()).toContain('Petra')
  await year.letsCome(youssef, 'Petra')
  house.moveTo('2026-11-06')
  expect(await year.asksOf(petra)).toContain('Maandag 9 november: je kijkt bij Youssef')
  expect(await year.asksOf(karin)).toContain('Maandag 9 november: je neemt de groep van Petra over')
  expect(await year.today(paul)).not.toContain('kijkt bij')
}

/** A track that has been quiet asks its own teacher and nobody else. */
async function aQuietTrack(house: YearHouse, team: Team) {
  await moveTo(house, team, '2026-12-10')
  const his = await year.quietTrackOf(team.youssef)
  expect(his).toMatch(/\/entry\/[0-9a-f-]{36}\/steps$/)
  for (const one of [team.karin, team.petra, team.paul]) expect(await year.quietTrackOf(one)).not.toBe(his)
}

/** The M tests come, and half-way the team looks back. */
async function halfWay(house: YearHouse, team: Team) {
  await moveTo(house, team, '2027-01-11')
  expect(await year.today(team.petra)).toContain('M-toetsen')
  house.moveTo('2027-02-01')
  await school.movePlan(team.karin, 'Begin de tussenevaluatie', 'Het is februari.')
  await school.lookBack(team.karin, { saw: 'Iedereen is twee keer geweest.', next: 'We gaan door' })
}

/** Honest time, of Karin alone. */
async function honestTime(house: YearHouse, team: Team) {
  const { karin, petra, youssef, paul } = team
  await moveTo(house, team, '2027-03-10', '14:00')
  await year.logHalfAnHour(karin)
  const hers = await year.today(karin)
  expect(hers).toContain('Jouw week in balans')
  expect(hers).toContain('twee derde')
  for (const one of [petra, youssef, paul]) {
    expect(await year.statusOf(one, '/time')).toBe(404)
    expect(await year.today(one)).not.toContain('in balans')
  }
}

/** Looking back, and what is worth keeping goes on the shelf; answers the address of the piece. */
async function theEnd(house: YearHouse, team: Team): Promise<string> {
  const { karin, petra, paul } = team
  await moveTo(house, team, '2027-06-07')
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
  return piece
}

/** The next plan, with what was learnt; and then the summer, in which it is quiet. */
async function theNextPlan(house: YearHouse, team: Team, piece: string) {
  const { karin, petra } = team
  await moveTo(house, team, '2027-06-21')
  await karin.page.goto(`${house.url}/plan`)
  await school.beginNextYear(karin)
  const next = new URL(school.planOf(karin)).pathname
  await year.takeIntoThePlan(karin, piece)
  await karin.page.goto(`${house.url}${next}`)
  expect(await karin.page.content()).toContain(piece)
  await moveTo(house, team, '2027-07-20', '07:00')
  expect(await year.today(petra)).toContain('Het is vrij: Zomervakantie.')
  expect(await letters(house)).toEqual([])
}

/** De Wilg from the start meeting to the next plan, on a server whose clock is moved. */
describe.skipIf(!CHROMIUM)('a school year', () => {
  it.each([
    { how: 'with script', script: true },
    { how: 'without script', script: false },
  ])('$how', { timeout: 600_000 }, async ({ script }) => {
    const house = await yearHouse(CHROMIUM ?? '', '2026-08-24T07:30:00.000Z')
    onTestFinished(() => house.close())
    const team = await theyWriteThePlan(house, await beforeTheYear(house, script))
    await theTeamAdopts(house, team)
    await aSmallStep(house, team)
    await quietInTheAutumnHoliday(house, team)
    await goingToLook(house, team)
    await aQuietTrack(house, team)
    await halfWay(house, team)
    await honestTime(house, team)
    await theNextPlan(house, team, await theEnd(house, team))
    for (const { name, complaints } of everyone(team))
      expect({ name, complaints }).toEqual({ name, complaints: [] })
  })
})
