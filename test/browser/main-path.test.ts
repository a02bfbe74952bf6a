import { createHash } from 'node:crypto'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, temporaryFolder } from '../process/program.ts'
import * as school from './school-path.ts'

const CHROMIUM = process.env['TEST_CHROMIUM']

const LAST_YEAR = new URL('../fixtures/word/01-figuur1-ingevuld.docx', import.meta.url).pathname
const GOAL = /Elke les begint met hetzelfde doel/
const WHOLE = /als geheel/
const CONSENT = { answer: 'Ik geef consent' } as const

/** Sections 1 to 6 of the work, by four people on a server of their own without a mail server. */
describe.skipIf(!CHROMIUM)('from an empty server to the plan of next year', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] })
  })
  afterAll(() => browser.close())

  it.each([
    { how: 'with script', script: true },
    { how: 'without script', script: false },
  ])('$how', async ({ script }) => {
    const server = await startServer({ DATA_DIR: temporaryFolder() })
    const karin = await school.comeIn(browser, server.url, 'Karin', script)
    await school.seeTheTwoDoors(karin)
    await school.setUpTheSchool(karin)
    await (script ? school.beginFromWord(karin, LAST_YEAR) : school.beginAnEmptyPlan(karin))
    await school.chooseAPrinciple(karin)
    await school.writeAGoal(karin)
    await school.giveEveryoneAPlace(karin)

    const petra = await school.letIn(browser, karin, 'Petra')
    const youssef = await school.letIn(browser, karin, 'Youssef')
    const paul = await school.letIn(browser, karin, 'Paul')
    const team = [karin, petra, youssef, paul]

    await school.writeTheOwnTrack(petra, 'Elk kind weet waar de les heen gaat.')
    await school.propose(karin, 'Youssef', 'Vragen stellen waar iedereen over denkt.')
    await school.seesNothingOf(petra, 'Vragen stellen waar iedereen')
    await school.acceptTheProposal(youssef, 'Vragen stellen waar iedereen over denkt.')
    await school.seesToo(petra, 'Vragen stellen waar iedereen')

    await school.movePlan(karin, 'Open voor inbreng', 'De visie en de doelen staan.')
    await school.putToTheTeam(karin)
    for (const one of team) await school.speak(one, WHOLE, CONSENT)
    for (const one of [karin, petra]) await school.speak(one, GOAL, CONSENT)
    await school.speak(paul, GOAL, { answer: 'Ik heb een zorg', words: 'Past dit in het rooster?' })
    await school.speak(youssef, GOAL, {
      answer: 'Ik heb een bezwaar',
      words: 'Een bezoek komt nu onverwacht.',
    })
    await school.closeTheRound(karin, WHOLE)
    await school.closeTheRound(karin, GOAL)
    await school.renewTheRound(karin, GOAL, 'We kijken in tweetallen bij elkaar, in overleg.')
    for (const one of team) await school.speak(one, GOAL, CONSENT)
    await school.closeTheRound(karin, GOAL)

    const fingerprint = await school.adopt(karin)
    const { shown, json } = await school.checkTheFingerprint(petra)
    expect(shown).toBe(fingerprint)
    expect(fingerprintOf(json)).toBe(fingerprint)

    const word = await school.takeOnPaper(karin, 'Word')
    const pdf = await school.takeOnPaper(karin, 'PDF')
    expect(word.subarray(0, 2).toString()).toBe('PK')
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')

    await school.movePlan(karin, 'Begin de tussenevaluatie', 'Het is februari.')
    await school.lookBack(karin, { saw: 'Iedereen is twee keer geweest.', next: 'We gaan door' })
    await school.movePlan(karin, 'Begin de eindevaluatie', 'Het jaar is bijna om.')
    await school.lookBack(karin, { saw: 'Op elk bord staat het doel.', next: 'We gaan door' })
    await school.beginNextYear(karin)

    for (const { name, complaints } of team) expect({ name, complaints }).toEqual({ name, complaints: [] })
    for (const { page } of team) await page.context().close()
  })
})

/** The fingerprint of the whole, as who downloads the sealed text can compute it. */
const fingerprintOf = (json: Buffer) => {
  const { seal } = JSON.parse(json.toString()) as { seal: string }
  return createHash('sha256').update(seal).digest('hex')
}
