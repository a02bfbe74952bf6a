import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, it } from 'vitest'
import { addGoal, ownTrack } from '../plan-visit.ts'
import { CHROMIUM, planHouse } from './plan-house.ts'

const LOOKS = [
  { locale: 'nl-NL', width: 360, colorScheme: 'dark' },
  { locale: 'nl-NL', width: 1280, colorScheme: 'light' },
  { locale: 'en-GB', width: 360, colorScheme: 'light' },
  { locale: 'en-GB', width: 1280, colorScheme: 'dark' },
] as const

describe.skipIf(!CHROMIUM)('the plan has no barriers', () => {
  const house = planHouse()

  it.each(LOOKS)('in $locale at $width, $colorScheme', async ({ locale, width, colorScheme }) => {
    const { visit, enter } = house()
    const goal = await addGoal(visit, `Elk kind leest (${locale} ${width})`)
    const has = (await visit.now()).entries.find(({ personId }) => personId === visit.cast.people.anouk)
    const track = has?.id ?? (await ownTrack(visit, 'anouk', 'In elke les zien of elk kind mee kan.'))
    if (!has)
      await visit.karin.post(`${visit.href}/entry/${track}/proposal`, { 'text.approach': 'Samen kijken.' })
    if (!has) await visit.karin.post(`${visit.href}/principles`, { act: 'add', preset: '7' })
    const paths = [
      ['karin', '/'],
      ['karin', visit.href],
      ['karin', `${visit.href}?edit=${goal}`],
      ['karin', `${visit.href}?edit=principles`],
      ['karin', `${visit.href}/loose-ends`],
      ['karin', `${visit.href}/phase`],
      ['karin', `${visit.href}/year`],
      ['karin', `${visit.href}/entry/${track}/proposal`],
      ['karin', '/plan/new'],
      ['anouk', '/'],
      ['anouk', visit.href],
      ['anouk', `${visit.href}?edit=${track}`],
    ] as const
    for (const [who, path] of paths) {
      const { page, complaints, close } = await enter(who, path, {
        locale,
        colorScheme,
        viewport: { width, height: 900 },
      })
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = !fold.hasAttribute('data-closes')
      })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      expect(complaints).toEqual([])
      await close()
    }
  })
})
