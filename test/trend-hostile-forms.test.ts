import { expect, it } from 'vitest'
import { eachDatabase } from './database.ts'
import { ask, attack, demoOf, type Form, type Found, formsOf } from './hostile-forms.ts'
import type { Visitor } from './request.ts'

/** The pages of results, trends, ambitions, data talks and analyses of the demo school. */
const pathsOf = ({ ambitions, talks, analyses }: Found) => [
  '/trends',
  '/trends/Rekenen',
  '/trends/Technisch lezen',
  '/trends/target/chart.svg',
  '/trends/Rekenen/data.csv',
  '/trends/import',
  `/trends/import/files/${crypto.randomUUID()}`,
  '/trends/school',
  '/trends/school/import',
  '/trends/ambitions',
  ...ambitions.map(({ id }) => `/trends/ambitions/${id}`),
  '/trends/talks',
  ...talks.map(({ id }) => `/trends/talks/${id}`),
  '/trends/analyses',
  ...analyses.map(({ id }) => `/trends/analyses/${id}`),
  '/team/import',
]

const OF_EVERYBODY = ['/trends', '/trends/Rekenen', '/trends/school', '/trends/ambitions', '/trends/talks']

/** The forms that come back with a tick, because a height of 1 may be a slip: of a new ambition, and of one that runs. */
async function askingForms(who: Visitor, paths: readonly string[]): Promise<Form[]> {
  const found: Form[] = []
  for (const path of paths) {
    const page = await (await who.get(path)).text()
    const form = formsOf(page, path).find(({ fields }) => 'ambition-to' in fields)
    if (!form) continue
    const chosen = ['by', 'team'].flatMap((name) => {
      const options = new RegExp(`name="ambition-${name}"[^>]*>.*?<option value="([^"]*)"`, 's').exec(page)
      return options ? [[`ambition-${name}`, options[1] ?? '']] : []
    })
    const about = form.fields['ambition-about']?.replaceAll('&quot;', '"')
    const kept = { ...form.fields, ...(about ? { 'ambition-about': about } : {}) }
    const sent = { ...kept, ...Object.fromEntries(chosen), 'ambition-to': '1' }
    const answer = await who.post(form.action, sent)
    const asked = formsOf(await answer.text(), path).filter(({ fields }) => 'ambition-sure' in fields)
    expect([path, answer.status, asked.length]).toEqual([path, 422, 1])
    for (const { action, fields } of asked) found.push({ action, fields: { ...fields, ...sent } })
  }
  return found
}

eachDatabase((open) => {
  // A coordinator, one of the learning team that talks, one who is not in it, and the principal.
  for (const [name, least] of [
    ['Karin', 50],
    ['Bram', 20],
    ['Anouk', 0],
    ['Paul', 5],
  ] as const)
    it(`trends of ${name} are answered with hostile words in every field`, {
      timeout: 300_000,
    }, async () => {
      const { found, enter } = await demoOf(await open())
      const who = await enter(name)
      const paths = pathsOf(found)
      expect(await ask(who, paths)).toEqual([])
      const asking = await askingForms(who, paths)
      expect(asking.length > 0).toBe(name === 'Karin' || name === 'Bram')
      const { broken, tried } = await attack(who, paths, asking)
      expect(broken).toEqual([])
      expect(tried).toBeGreaterThanOrEqual(least)
      // Who only reads finds no form at all.
      expect(tried === 0).toBe(name === 'Anouk')
      // What was stored of it breaks no page either; and the pages of everybody are there.
      for (const path of paths) {
        const { status } = await who.get(path)
        expect([path, OF_EVERYBODY.includes(path) ? status === 200 : status < 500]).toEqual([path, true])
      }
    })
})
