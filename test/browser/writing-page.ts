import type { Locator, Page } from 'playwright-core'
import type { PlanVisit } from '../plan-visit.ts'

/** Long enough for a busy machine; a test that is right does not wait for it. */
export const SOON = { timeout: 30_000 }

/** What one types in once the editor has taken the place of the text area. */
export const editor = (page: Page, field: string) =>
  page.locator(`auto-save[data-field="${field}"] [contenteditable="true"]`)

/**
 * Puts `text` in the place of what stands in an editor, with the keys of a writer: a choice made past the editor is
 * lost when the caret of somebody else comes in at that moment.
 */
export async function rewrite(at: Locator, text: string) {
  await at.press('ControlOrMeta+a')
  await at.page().keyboard.insertText(text)
}

/** The words in an editor; a caret of somebody else at the end gives a line end more. */
export const words = async (page: Page, field: string) => (await editor(page, field).innerText()).trim()

/** How the open card says that it stands. */
export const status = (page: Page) => page.locator('form[data-writing] [data-status]').first().textContent()

/** The sentence on who else is in a field. */
export const line = (page: Page, field: string) =>
  page.locator(`auto-save[data-field="${field}"] .ookhier`).textContent()

/** The texts that lie on this device, by the names of their databases. */
export const copiesOn = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))

/** How many texts lie on this device with something in them: a database is there a moment before its words are. */
export const keptOn = (page: Page) =>
  page.evaluate(async () => {
    let filled = 0
    for (const { name = '' } of await indexedDB.databases()) {
      const words = await new Promise<number>((resolve) => {
        const request = indexedDB.open(name)
        request.addEventListener('success', () => {
          const { result } = request
          if (!result.objectStoreNames.contains('updates')) return resolve(0)
          const count = result.transaction('updates').objectStore('updates').count()
          count.addEventListener('success', () => {
            result.close()
            resolve(count.result)
          })
        })
      })
      filled += words > 0 ? 1 : 0
    }
    return filled
  })

/** A track of Leerteam Gedrag, whose members hold the pen together. */
export async function teamTrack(visit: PlanVisit) {
  await visit.karin.post(`${visit.href}/places`)
  const team = visit.cast.learningTeams.gedrag
  const track = (await visit.now()).entries.find(({ learningTeamId }) => learningTeamId === team)
  if (!track) throw new Error('the learning team got no place')
  return track.id
}
