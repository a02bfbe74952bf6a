import { expect, it } from 'vitest'
import { eachDatabase } from './database.ts'
import { ask, attack, demoOf, type Found } from './hostile-forms.ts'

const pathsOf = ({ steps, visits, items, pieces }: Found) => [
  '/',
  '/steps',
  '/steps/forms',
  '/visits',
  '/visits/new',
  '/shelf',
  '/shelf/new',
  '/calendars',
  ...[
    '',
    '/print',
    '/circle.svg',
    '/new',
    '/item/new',
    '/holidays',
    '/template',
    '/proposals',
    '/import',
  ].map((page) => `/year${page}`),
  ...['', '/share', '/shared', '/talk', '/entries', '/week', '/import', '/own.csv'].map(
    (page) => `/time${page}`,
  ),
  ...steps.flatMap((one) => [
    `/plan/${one.plan_id}/entry/${one.entry_id}/steps`,
    `/plan/${one.plan_id}/budget`,
  ]),
  ...visits.map(({ id }) => `/visits/${id}`),
  ...items.map(({ id }) => `/year/item/${id}`),
  ...pieces.flatMap(({ id }) => [`/shelf/${id}`, `/shelf/${id}/write`]),
]

eachDatabase((open) => {
  for (const name of ['Karin', 'Samira'])
    it(`the working year of ${name} is answered with hostile words in every field`, {
      timeout: 300_000,
    }, async () => {
      const { found, enter } = await demoOf(await open())
      const who = await enter(name)
      expect(await ask(who, pathsOf(found))).toEqual([])
      const { broken, tried } = await attack(who, pathsOf(found))
      expect(broken).toEqual([])
      expect(tried).toBeGreaterThan(25)
      // What was stored of it breaks no page either.
      for (const path of pathsOf(found))
        expect([path, (await who.get(path)).status < 500]).toEqual([path, true])
    })
})
