import { expect, it } from 'vitest'
import { eachDatabase } from './database.ts'
import { ask, attack, demoOf, type Found } from './hostile-forms.ts'

/** The pages of questions, the ladder and the orchestra, as one reader of the demo school finds them. */
function pathsOf({ questions, peers, people }: Found, name: string) {
  const me = people.find((one) => one.name === name)!.id
  const [own, brought] = [
    questions.filter(({ asker_id }) => asker_id === me),
    questions.filter(({ rung }) => rung === 3),
  ]
  return [
    '/',
    '/for-you',
    '/questions',
    '/questions/heavy',
    '/questions/tray',
    '/questions/together',
    '/questions/topics',
    ...[...own, ...brought, ...questions.slice(0, 2)].flatMap(({ id }) => [
      `/questions/${id}`,
      `/questions/${id}/ask`,
      `/questions/${id}/answer`,
      `/questions/${id}/answers`,
    ]),
    '/office',
    '/office/days',
    '/office/hours',
    '/settings/safe',
    '/profile',
    '/profile/all',
    `/profile/${people[0]!.id}`,
    '/peers',
    '/peers/new',
    ...peers.map(({ id }) => `/peers/${id}`),
    '/team/map',
  ]
}

const OF_EVERYBODY = [
  '/',
  '/questions',
  '/questions/heavy',
  '/questions/together',
  '/office',
  '/profile',
  '/peers',
]

eachDatabase((open) => {
  // A coordinator, a teacher with a question, who is in a triad, and who stands in.
  for (const name of ['Karin', 'Anouk', 'Lotte', 'Paul'])
    it(`questions and orchestra of ${name} are answered with hostile words in every field`, {
      timeout: 300_000,
    }, async () => {
      const { found, enter } = await demoOf(await open())
      const who = await enter(name)
      const paths = pathsOf(found, name)
      expect(await ask(who, paths)).toEqual([])
      const { broken, tried } = await attack(who, paths)
      expect(broken).toEqual([])
      expect(tried).toBeGreaterThan(25)
      // What was stored of it breaks no page either; and the pages of everybody are there.
      for (const path of paths) {
        const { status } = await who.get(path)
        expect([path, OF_EVERYBODY.includes(path) ? status === 200 : status < 500]).toEqual([path, true])
      }
    })
})
