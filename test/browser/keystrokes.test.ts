import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Db } from '../../app/db/database.ts'
import { newId, type PersonId } from '../../app/kernel/id.ts'
import { NOW_MOMENT } from '../cast.ts'
import { type ImportVisit, visitImport } from '../import-visit.ts'
import { CHROMIUM, type Entered, servedHouse } from './plan-house.ts'

const FILE = new URL('../fixtures/word/03-eigen-stijl-18-leerkrachten.docx', import.meta.url).pathname
const DOC = new URL('../../docs/keystrokes.md', import.meta.url)

/** The eighteen of the file, by the first names under which the school knows them. */
const TEACHERS = [
  'Anouk',
  'Bodil',
  'Casper',
  'Doortje',
  'Evert-Jan',
  'Froukje',
  'Gijsbert',
  'Hiske',
  'Ilja',
  'Jessamijn',
  'Krijn',
  'Leonie',
  'Maaike',
  'Noortje',
  'Olivier',
  'Petra',
  'Quirijn',
  'Roelien',
]
/** What each teacher changes: as many letters as in the Word form. */
const CHANGE = 'Februari en juni, samen met mijn duo.'

type School = ImportVisit & { readonly teachers: readonly PersonId[] }

/** Karin's school with the eighteen teachers and four learning teams of the file, and no plan yet. */
async function schoolOfTheFile(db: Db): Promise<School> {
  const visit = await visitImport(db)
  const { schoolId, people } = visit.cast
  const ids = TEACHERS.map((name) => ({ id: newId<'person'>(), name }))
  await db.write(visit.cast, async (sql) => {
    const others = Object.values(people).filter((id) => id !== people.karin)
    await sql
      .updateTable('person')
      .set({ left_on: '2026-07-31' as never })
      .where('id', 'in', others)
      .execute()
    const row = { school_id: schoolId, email: null as never, left_on: null, created_at: NOW_MOMENT }
    for (const { id, name } of ids) {
      await sql
        .insertInto('person')
        .values({ ...row, id, name, email: `${name.toLowerCase()}@regenboog.example` })
        .execute()
      await sql
        .insertInto('person_role')
        .values({ school_id: schoolId, person_id: id, role: 'teacher' })
        .execute()
      await sql
        .insertInto('account')
        .values({ person_id: id, school_id: schoolId, language: null, joined_at: NOW_MOMENT })
        .execute()
    }
    for (const [position, name] of ['Leerteam Jonge kind', 'Leerteam Gedrag en rust'].entries()) {
      await sql
        .insertInto('learning_team')
        .values({ id: newId(), school_id: schoolId, name, position: 9 + position, retired_on: null })
        .execute()
    }
    await sql
      .updateTable('school')
      .set((set) => ({ revision: set('revision', '+', 1) }))
      .where('id', '=', schoolId)
      .execute()
  })
  return { ...visit, teachers: ids.map(({ id }) => id) }
}

/** Every click and every key that somebody needs. */
class Count {
  clicks = 0
  keys = 0
  async click(page: Page, what: string | RegExp, role: 'button' | 'link' = 'button') {
    this.clicks += 1
    await page.getByRole(role, { name: what }).first().click()
  }
  /** Open the list, choose the line. */
  async choose(page: Page, field: string, index: number) {
    this.clicks += 2
    await page.locator(field).selectOption({ index })
  }
  /** Click in the field, select what is there with two keys, and type. */
  async write(page: Page, field: string, text: string) {
    this.clicks += 1
    this.keys += 2 + text.length
    await page.locator(field).click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(text)
  }
  toString() {
    return `${this.clicks} + ${this.keys}`
  }
}

/** The button, the file in the list of the computer, and 'Open'. */
async function chooseFile(count: Count, page: Page) {
  count.clicks += 3
  await page.setInputFiles('#f-file', FILE)
}

async function coordinator(count: Count, { page }: Entered, ties: boolean) {
  await count.click(page, 'Begin een plan', 'link')
  await count.click(page, 'Kies het bestand', 'link')
  await page.waitForURL('**/plan/import')
  await chooseFile(count, page)
  await count.click(page, 'Lees het plan in')
  await page.waitForURL('**/plan/import/*-*')
  // the address is there a moment before the page
  await page.locator('#in-names').waitFor({ state: 'attached' })
  expect(await page.locator('#in-names ~ ol .lijn.los').count()).toBe(0)
  if (ties)
    for (const key of ['g0', 'g1', 'g2', 'm0', 'm1']) await count.choose(page, `[name="line.${key}"]`, 1)
  await count.click(page, 'Neem mee als concept')
  await page.waitForURL('**?done=imported')
  await expect.poll(() => page.locator('main').innerText()).toContain('22 trajecten')
}

async function openForInput(count: Count, { page }: Entered) {
  await page.reload()
  await count.click(page, /Naar een volgende stap/, 'link')
  await count.write(page, '[name="why"]', 'Klaar voor het team.')
  await count.click(page, 'Zet deze stap')
  await expect.poll(() => page.locator('main').innerText()).toContain('Inbreng')
}

async function teacher(count: Count, { page }: Entered, changes: boolean) {
  count.clicks += 1 // opens Vandaag: the bookmark, or the link in a message
  count.clicks += 1
  await page.locator('main .nu a').first().click()
  if (!changes) {
    await count.click(page, 'Neem over')
  } else {
    count.clicks += 1
    await page.getByText('Ik wil het iets anders').first().click()
    await count.write(page, 'textarea[name="text.evaluation"]', CHANGE)
    await count.click(page, 'Pas aan en neem over')
  }
  await page.locator('#status .melding').waitFor()
}

describe.skipIf(!CHROMIUM)(
  'clicks and keys from last year’s Word file to a plan that is ready for decision',
  () => {
    const house = servedHouse(schoolOfTheFile)

    it('are as docs/keystrokes.md says', async () => {
      const { enter, enterAs, visit } = house()
      const view = { viewport: { width: 1280, height: 900 } }
      const karin = { count: new Count(), at: await enter('karin', '/', view) }
      await coordinator(karin.count, karin.at, true)
      const yes = new Count()
      const changed = new Count()
      for (const [place, id] of visit.teachers.entries()) {
        const at = await enterAs(id, '/', view)
        await teacher(place === 0 ? changed : yes, at, place === 0)
        await at.close()
      }
      await openForInput(karin.count, karin.at)
      const tracks = await karin.at.page.locator('main').innerText()
      expect(tracks).not.toContain('hier wordt nog geschreven')
      const said = readFileSync(DOC, 'utf8')
      expect(said).toContain(`| the coordinator | ${karin.count} |`)
      expect(said).toContain(`| a teacher who says yes | ${yes.clicks / 17} + ${yes.keys} |`)
      expect(said).toContain(`| a teacher who changes one sentence | ${changed} |`)
    })
  },
)
