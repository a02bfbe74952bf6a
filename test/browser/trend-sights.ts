import type { Page } from 'playwright-core'
import type { BarrierHouse } from './barrier-house.ts'
import type { Sight } from './barrier-sights.ts'

const SUBJECT = '/trends/:subject'
const ONE_FILE = '/trends/import/files/:incoming'
const [SCHOOL, AMBITION, TALK, ANALYSIS] = [
  '/trends/school',
  '/trends/ambitions/:ambition',
  '/trends/talks/:talk',
  '/trends/analyses/:analysis',
]
const FILES = 'test/fixtures/trend'

type Trending = BarrierHouse['trending']
const at =
  (path: (house: Trending) => string) =>
  ({ trending }: BarrierHouse) =>
    path(trending)
const talk = (key: 'empty' | 'written' | 'shared' | 'over', side = '') =>
  at((house) => `/trends/talks/${house[key]}${side}`)
const ambition = (key: 'running' | 'ended') => at((house) => `/trends/ambitions/${house[key]}`)
const analysis = (key: 'draft' | 'report') => at((house) => `/trends/analyses/${house[key]}`)

const unfold = async (page: Page) => {
  for (const fold of await page.locator('main details').all())
    await fold.evaluate((one) => one.setAttribute('open', ''))
}

/** A file is chosen and sent, as far as the page where it lies. */
const brings = (file: Parameters<Page['setInputFiles']>[1]) => async (page: Page) => {
  await page.setInputFiles('main input[name="file"]', file)
  await page.locator('main form:has(input[name="file"]) button').click()
}
const name = (content: string) => ({ name: 'cito.csv', mimeType: 'text/csv', buffer: Buffer.from(content) })
const looksAt = (file: Parameters<Page['setInputFiles']>[1]) => async (page: Page) => {
  await brings(file)(page)
  // the address is there a moment before the page
  await page.waitForURL('**/trends/import/files/*')
  await page.locator('main button[name="act"][value="check"]').waitFor({ state: 'attached' })
}
const checks = (file: Parameters<Page['setInputFiles']>[1]) => async (page: Page) => {
  await looksAt(file)(page)
  const supplier = page.locator('main select[name="supplier"]')
  if ((await supplier.inputValue()) === '') await supplier.selectOption({ index: 1 })
  await page.locator('main button[name="act"][value="check"]').click()
  await page.locator('main button[name="act"][value="take"]').waitFor()
}
const takes = (file: Parameters<Page['setInputFiles']>[1]) => async (page: Page) => {
  await checks(file)(page)
  await page.locator('main button[name="act"][value="take"]').click()
  await page.locator('main a[href="/trends/ambitions"]').waitFor()
}

const HEADINGS = 'Leerlingnummer;Groep;Jaargroep;Toets;Vakgebied;Afnamedatum;Vaardigheidsscore;Niveau'
const GOOD = '1001;5 Vossen;5;Rekenen-Wiskunde M5;Rekenen;20-01-2026;201,5;III'
const WITH_REFUSED = name(
  [HEADINGS, GOOD, ';5 Vossen;5;Rekenen M5;Rekenen;20-01-2026;1;I', '9;;5;X M5;X;;1;I'].join('\n'),
)
const NOT_KNOWN = name(['a;b;c', '1;2;3', '4;5;6'].join('\n'))

const WIDE = name('leerlingnummer;groep;Spelling M3;Rekenen M3\n1001;3;200;180\n1002;3;201;181')

/** Of a test that the demo school has results of, six pupils whom it doesn't know. */
const OTHERS = name(
  [1, 2, 3, 4, 5, 6]
    .map((nth) => `99900${nth};5 Vossen;5;Spelling M5;Spelling;20-01-2026;201,5;III`)
    .toSpliced(0, 0, HEADINGS)
    .join('\n'),
)
const asksAboutOthers = async (page: Page) => {
  await looksAt(OTHERS)(page)
  await page.locator('main select[name="supplier"]').selectOption('-')
  await page.locator('main input[name="supplier-other"]').fill('Leerlingvolgsysteem')
  await page.locator('main input[name="norm"]').fill('normering 2019')
  await page.locator('main button[name="act"][value="check"]').click()
  const take = page.locator('main button[name="act"][value="take"]')
  await take.click()
  await page.locator('main input[name="others"]').first().waitFor()
  await take.click()
  await page.locator('#others-error').waitFor()
}

const IMPORTS: Sight[] = [
  { route: '/trends/import', state: 'nothing yet', who: 'adopted:karin', path: '/trends/import' },
  {
    route: '/trends/import',
    state: 'imports to undo',
    who: 'demo:karin',
    path: '/trends/import',
    act: unfold,
  },
  {
    route: '/trends/import',
    state: 'not for a teacher',
    who: 'demo:anouk',
    path: '/trends/import',
    status: 403,
  },
  {
    route: '/trends/import',
    state: 'no file with results',
    who: 'adopted:karin',
    path: '/trends/import',
    refused: brings({ name: 'brief.xml', mimeType: 'text/xml', buffer: Buffer.from('<brief/>') }),
  },
  {
    route: '/trends/import',
    state: 'the file of the Inspectie',
    who: 'adopted:karin',
    path: '/trends/import',
    refused: brings(`${FILES}/inspectie-leerresultaten-2023-2025.csv`),
  },
  {
    route: ONE_FILE,
    state: 'gone',
    who: 'demo:karin',
    path: '/trends/import/files/019a0000-0000-7000-8000-000000000000',
    status: 404,
  },
  {
    route: ONE_FILE,
    state: 'known columns',
    who: 'adopted:karin',
    path: '/trends/import',
    act: async (page) => {
      await looksAt(`${FILES}/toetsresultaten-2025-2026-utf8bom.csv`)(page)
      await unfold(page)
    },
  },
  {
    route: ONE_FILE,
    state: 'columns to point out',
    who: 'adopted:karin',
    path: '/trends/import',
    act: looksAt(NOT_KNOWN),
  },
  {
    route: ONE_FILE,
    state: 'a column for each test',
    who: 'adopted:karin',
    path: '/trends/import',
    act: looksAt(WIDE),
  },
  {
    route: ONE_FILE,
    state: 'other pupils, not answered',
    who: 'demo:karin',
    path: '/trends/import',
    act: asksAboutOthers,
  },
  {
    route: ONE_FILE,
    state: 'a message',
    who: 'adopted:karin',
    path: '/trends/import',
    act: looksAt(`${FILES}/uwlr-normaal.xml`),
  },
  {
    route: ONE_FILE,
    state: 'with refused rows',
    who: 'adopted:karin',
    path: '/trends/import',
    act: checks(WITH_REFUSED),
  },
  {
    route: ONE_FILE,
    state: 'done',
    who: 'decided:karin',
    path: '/trends/import',
    act: takes(name([HEADINGS, GOOD].join('\n'))),
  },
]

const EDEXML: Sight[] = [
  { route: '/team/import', state: 'to choose', who: 'founder', path: '/team/import' },
  {
    route: '/team/import',
    state: 'looked at beside the team',
    who: 'adopted:karin',
    path: '/team/import',
    act: async (page) => {
      await brings(`${FILES}/edexml-normaal-2026-2027.xml`)(page)
      await page.locator('main button[name="act"][value="take"]').waitFor()
      await unfold(page)
    },
  },
  {
    route: '/team/import',
    state: 'no EDEXML',
    who: 'adopted:karin',
    path: '/team/import',
    refused: brings({ name: 'groepen.xml', mimeType: 'text/xml', buffer: Buffer.from('<brief/>') }),
  },
]

const BESIDE: Sight[] = [
  { route: SCHOOL, state: 'nothing yet', who: 'adopted:karin', path: SCHOOL, act: unfold },
  { route: SCHOOL, state: 'filled in', who: 'demo:karin', path: SCHOOL, act: unfold },
  { route: SCHOOL, state: 'another year', who: 'demo:paul', path: `${SCHOOL}?year=2024-2025` },
  { route: SCHOOL, state: 'for a teacher', who: 'demo:anouk', path: SCHOOL },
  {
    route: SCHOOL,
    state: 'refused',
    who: 'adopted:karin',
    path: SCHOOL,
    refused: async (page) => {
      await unfold(page)
      await page.fill('main input[name="weighting"]', 'veel')
      await page.locator('main button[name="act"][value="save"]').click()
    },
  },
]

const TRENDS: Sight[] = [
  { route: '/trends', state: 'no results yet', who: 'adopted:bram', path: '/trends' },
  { route: '/trends', state: 'no results yet, the coordinator', who: 'adopted:karin', path: '/trends' },
  { route: '/trends', state: 'demo', who: 'demo:anouk', path: '/trends', act: unfold },
  { route: '/trends', state: 'demo, the coordinator', who: 'demo:karin', path: '/trends' },
  { route: '/trends', state: 'the other share', who: 'demo:bram', path: '/trends?share=at1F' },
  { route: '/trends', state: 'with a talk', who: 'trending:bram', path: '/trends' },
  { route: SUBJECT, state: 'demo', who: 'demo:anouk', path: '/trends/Rekenen', act: unfold },
  {
    route: SUBJECT,
    state: 'the same pupils',
    who: 'demo:anouk',
    path: '/trends/Rekenen?show=pupils',
    act: unfold,
  },
  { route: SUBJECT, state: 'growth', who: 'demo:anouk', path: '/trends/Rekenen?show=growth', act: unfold },
  {
    route: SUBJECT,
    state: 'one year group',
    who: 'trending:karin',
    path: '/trends/Rekenen?group=6&moment=M',
    act: unfold,
  },
]

const AMBITIONS: Sight[] = [
  { route: '/trends/ambitions', state: 'no figures', who: 'adopted:karin', path: '/trends/ambitions' },
  {
    route: '/trends/ambitions',
    state: 'running and ended',
    who: 'trending:karin',
    path: '/trends/ambitions',
    act: unfold,
  },
  { route: '/trends/ambitions', state: 'read', who: 'demo:anouk', path: '/trends/ambitions' },
  { route: AMBITION, state: 'running', who: 'trending:karin', path: ambition('running'), act: unfold },
  { route: AMBITION, state: 'read', who: 'trending:anouk', path: ambition('running') },
  { route: AMBITION, state: 'ended', who: 'trending:bram', path: ambition('ended') },
]

const TALKS: Sight[] = [
  { route: '/trends/talks', state: 'nothing yet', who: 'adopted:bram', path: '/trends/talks' },
  { route: '/trends/talks', state: 'talks', who: 'trending:bram', path: '/trends/talks' },
  { route: '/trends/talks', state: 'one that is shared', who: 'trending:anouk', path: '/trends/talks' },
  { route: TALK, state: 'empty', who: 'trending:bram', path: talk('empty'), act: unfold },
  { route: TALK, state: 'written', who: 'trending:karin', path: talk('written'), act: unfold },
  {
    route: TALK,
    state: 'four questions',
    who: 'trending:youssef',
    path: talk('written', '?side=plg'),
    act: unfold,
  },
  { route: TALK, state: 'shared, read', who: 'trending:anouk', path: talk('shared') },
  { route: TALK, state: 'rounded off', who: 'trending:bram', path: talk('over') },
  {
    route: TALK,
    state: 'nothing written',
    who: 'trending:bram',
    path: talk('written'),
    refused: (page) => page.locator('#erbij-cause button').click(),
  },
]

const ANALYSES: Sight[] = [
  { route: '/trends/analyses', state: 'nothing yet', who: 'adopted:bram', path: '/trends/analyses' },
  {
    route: '/trends/analyses',
    state: 'nothing yet, the coordinator',
    who: 'adopted:karin',
    path: '/trends/analyses',
  },
  {
    route: '/trends/analyses',
    state: 'a draft and a shared one',
    who: 'trending:karin',
    path: '/trends/analyses',
  },
  { route: ANALYSIS, state: 'draft', who: 'trending:karin', path: analysis('draft'), act: unfold },
  { route: ANALYSIS, state: 'shared', who: 'trending:karin', path: analysis('report') },
  { route: ANALYSIS, state: 'read', who: 'trending:anouk', path: analysis('report'), act: unfold },
  {
    route: ANALYSIS,
    state: 'words too long',
    who: 'trending:karin',
    path: analysis('draft'),
    refused: async (page) => {
      await unfold(page)
      const words = page.locator('main textarea[name="words"]').first()
      await words.evaluate((one: HTMLTextAreaElement) => {
        one.maxLength = 100_000
        one.value = 'x'.repeat(20_000)
      })
      await page.locator('main form:has(textarea[name="words"]) button').first().click()
    },
  },
]

/** Results coming in, trends, ambitions, data talks and analyses, in every state. */
export const TREND_SIGHTS: readonly Sight[] = [
  ...IMPORTS,
  ...EDEXML,
  ...BESIDE,
  ...TRENDS,
  ...AMBITIONS,
  ...TALKS,
  ...ANALYSES,
]

/** Files to save, what live pages hear, and addresses that only lead on. */
export const NO_TREND_PAGES = [
  '/trends/:subject/chart.svg',
  '/trends/:subject/data.csv',
  '/trends/import/files/:incoming/refused.csv',
  '/trends/school/import',
  '/trends/talks/:talk/live',
  '/trends/analyses/:analysis/:format',
]
