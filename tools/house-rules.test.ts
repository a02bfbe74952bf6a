import { describe, expect, test } from 'vitest'
import { sourceOf } from './house/source.ts'
import { houseFindings } from './house-rules.ts'

type Files = Record<string, string>

const findings = (files: Files) =>
  houseFindings(Object.entries(files).map(([path, text]) => sourceOf(path, text))).map(
    ({ path, line, rule }) => `${path}:${line} ${rule}`,
  )

const long = (lines: number) => `export function long() {\n${'  step()\n'.repeat(lines - 2)}}\n`

/** For every rule a sample that breaks it, and what must be found there. A rule that finds nothing here is broken itself. */
const BAD: [string, Files, string[]][] = [
  [
    'a room looks up',
    { 'app/school/group.ts': "import { a } from '../plan/plan.ts'" },
    ['app/school/group.ts:1 floors'],
  ],
  [
    'rooms on one floor know each other',
    { 'app/api/a.ts': "import { a } from '../home/b.ts'" },
    ['app/api/a.ts:1 floors'],
  ],
  [
    'a type from above',
    { 'app/kernel/day.ts': "\nimport type { A } from '../db/a.ts'" },
    ['app/kernel/day.ts:2 floors', 'app/kernel/day.ts:2 suffixes'],
  ],
  ['a room that is not on the map', { 'app/drawer/a.ts': '' }, ['app/drawer/a.ts:1 floors']],
  [
    'a circle',
    { 'app/plan/a.ts': "import { b } from './b.ts'", 'app/plan/b.ts': "import { a } from './a.ts'" },
    ['app/plan/a.ts:1 circles', 'app/plan/b.ts:1 circles'],
  ],
  [
    'a dynamic import counts',
    { 'app/school/a.ts': "const b = () => import('../plan/b.ts')" },
    ['app/school/a.ts:1 floors'],
  ],
  [
    'somebody knows a page',
    { 'app/home/a-page.tsx': "import { b } from '../plan/plan-page.tsx'" },
    ['app/home/a-page.tsx:1 pages'],
  ],
  [
    'somebody knows a feed',
    { 'app/home/a-view.tsx': "import { b } from '../plan/plan-feed.ts'" },
    ['app/home/a-view.tsx:1 pages', 'app/home/a-view.tsx:1 suffixes'],
  ],
  [
    'a view knows a store',
    { 'app/plan/goal-view.tsx': "import { b } from './goal-store.ts'" },
    ['app/plan/goal-view.tsx:1 suffixes'],
  ],
  [
    'a view knows the database',
    { 'app/plan/goal-view.tsx': "import { b } from '../db/database.ts'" },
    ['app/plan/goal-view.tsx:1 suffixes'],
  ],
  [
    'a rule knows a store',
    { 'app/plan/goal.ts': "import { b } from './goal-store.ts'" },
    ['app/plan/goal.ts:1 suffixes'],
  ],
  [
    'a rule knows words',
    { 'app/plan/goal.ts': "import { b } from './goal-text.ts'" },
    ['app/plan/goal.ts:1 suffixes'],
  ],
  ['a rule knows Node', { 'app/plan/goal.ts': "import { b } from 'node:fs'" }, ['app/plan/goal.ts:1 purity']],
  [
    'a right knows the framework',
    { 'app/plan/goal-may.ts': "import { b } from 'hono'" },
    ['app/plan/goal-may.ts:1 purity'],
  ],
  [
    'a view reads a file',
    { 'app/plan/goal-view.tsx': "import { b } from 'node:fs'" },
    ['app/plan/goal-view.tsx:1 purity'],
  ],
  [
    'a store knows a page',
    { 'app/plan/goal-store.ts': "import { b } from './goal-page.tsx'" },
    ['app/plan/goal-store.ts:1 pages', 'app/plan/goal-store.ts:1 suffixes'],
  ],
  [
    'somebody knows a test',
    { 'app/plan/goal.ts': "import { b } from './goal.test.ts'" },
    ['app/plan/goal.ts:1 tests', 'app/plan/goal.ts:1 suffixes'],
  ],
  ['a drawer', { 'app/plan/plan-utils.ts': '' }, ['app/plan/plan-utils.ts:1 drawers']],
  ['a folder of drawers', { 'app/plan/helpers/a.ts': '' }, ['app/plan/helpers/a.ts:1 drawers']],
  ['a name with capitals', { 'app/plan/planStore.ts': '' }, ['app/plan/planStore.ts:1 names']],
  ['a barrel', { 'app/plan/all.ts': "export { a } from './a.ts'" }, ['app/plan/all.ts:1 barrels']],
  [
    'a star',
    { 'app/plan/all.ts': "export const b = 1\nexport * from './a.ts'" },
    ['app/plan/all.ts:2 barrels'],
  ],
  [
    'words of one language',
    { 'app/plan/goal-text.ts': "export const goalText = { title: 'Doel' }" },
    ['app/plan/goal-text.ts:1 words'],
  ],
  ['any', { 'app/plan/goal.ts': 'export const a = (b: any) => b' }, ['app/plan/goal.ts:1 any']],
  [
    'something unfinished',
    { 'app/plan/goal.ts': `// ${['TO', 'DO'].join('')} later` },
    ['app/plan/goal.ts:1 finished'],
  ],
  [
    'an import from one machine',
    { 'app/plan/goal.test.ts': "import { a } from '/srv/a.ts'" },
    ['app/plan/goal.test.ts:1 finished'],
  ],
  [
    'a path of one machine',
    { 'app/plan/goal.ts': "const a = '/home/karin/plan'" },
    ['app/plan/goal.ts:1 finished'],
  ],
  ['a long function', { 'app/plan/goal.ts': long(41) }, ['app/plan/goal.ts:1 function size']],
  ['a long file', { 'app/plan/goal.ts': 'step()\n'.repeat(301) }, ['app/plan/goal.ts:301 file size']],
  [
    'two rooms write a table',
    {
      'app/plan/a-store.ts': "export const a = (db) => db.insertInto('goal')",
      'app/school/b-store.ts': "export const b = (db) => db.deleteFrom('goal')",
    },
    ['app/school/b-store.ts:1 one writer'],
  ],
  [
    'a page writes',
    { 'app/plan/a-page.tsx': "db.updateTable('goal')" },
    ['app/plan/a-page.tsx:1 one writer'],
  ],
  [
    'SQL in text writes too',
    { 'app/plan/a-page.tsx': 'sql`update goal set a = 1`' },
    ['app/plan/a-page.tsx:1 one writer'],
  ],
  [
    'a table without a name',
    { 'app/plan/a-store.ts': 'export const a = (db, name) => db.deleteFrom(name)' },
    ['app/plan/a-store.ts:1 one writer'],
  ],
  [
    'a handle that comes second',
    { 'app/plan/a-store.ts': 'export function a(actor, db) { return actor }' },
    ['app/plan/a-store.ts:1 handle'],
  ],
  [
    'a database opened in a room',
    { 'app/plan/a-page.tsx': "import { openDatabase } from '../db/open.ts'" },
    ['app/plan/a-page.tsx:1 handle'],
  ],
  ['a misspelled element', { 'app/ui/a.tsx': 'export const a = <buton>x</buton>' }, ['app/ui/a.tsx:1 jsx']],
  [
    'a misspelled attribute',
    { 'app/ui/a.tsx': 'export const a = <a hrefs="/">x</a>' },
    ['app/ui/a.tsx:1 jsx'],
  ],
  [
    'a misspelled aria attribute',
    { 'app/ui/a.tsx': 'export const a = <a aria-labeledby="b">x</a>' },
    ['app/ui/a.tsx:1 jsx'],
  ],
  ['className', { 'app/ui/a.tsx': 'export const a = <p className="b">x</p>' }, ['app/ui/a.tsx:1 jsx']],
  ['defaultValue', { 'app/ui/a.tsx': 'export const a = <input defaultValue="b" />' }, ['app/ui/a.tsx:1 jsx']],
  [
    'readOnly={false}',
    { 'app/ui/a.tsx': 'export const a = <input readOnly={false} />' },
    ['app/ui/a.tsx:1 jsx'],
  ],
  [
    'a value on a text area',
    { 'app/ui/a.tsx': 'export const a = <textarea value="b" />' },
    ['app/ui/a.tsx:1 jsx'],
  ],
  [
    'a style that the policy shuts out',
    { 'app/ui/a.tsx': 'export const a = <p style="color: red">x</p>' },
    ['app/ui/a.tsx:1 jsx'],
  ],
  [
    'a handler that the policy shuts out',
    { 'app/ui/a.tsx': 'export const a = <p onclick="b()">x</p>' },
    ['app/ui/a.tsx:1 jsx'],
  ],
  [
    'a javascript: link',
    { 'app/ui/a.tsx': 'export const a = <a href="javascript:b()">x</a>' },
    ['app/ui/a.tsx:1 jsx'],
  ],
  [
    'a 0 on the page',
    { 'app/ui/a.tsx': 'export const a = <p>{b.length && <i>x</i>}</p>' },
    ['app/ui/a.tsx:1 jsx'],
  ],
]

describe('every rule finds what breaks it', () => {
  test.each(BAD)('%s', (_what, files, expected) => {
    expect(findings(files)).toEqual(expected)
  })
})

const GOOD: Files = {
  'app/kernel/day.ts': 'export const day = 1',
  'app/settings.ts': "import { day } from './kernel/day.ts'\nexport const settings = day",
  'app/plan/goal.ts':
    "import { day } from '../kernel/day.ts'\nimport { z } from 'zod'\nexport const goal = z.literal(day)",
  'app/plan/goal-may.ts':
    "import { goal } from './goal.ts'\nimport type { Actor } from '../session/actor.ts'\nexport const may = goal",
  'app/plan/goal-text.ts':
    "import { words } from '../kernel/language.ts'\nexport const goalText = words({ nl: {}, en: {} })",
  'app/plan/goal-store.ts':
    "import type { Db } from '../db/database.ts'\nexport const keep = (db: Db) => db.insertInto('goal')",
  'app/plan/wipe-store.ts':
    "export const wipe = (sql) => { for (const table of ['goal', 'track'] as const) sql.deleteFrom(table) }",
  'app/plan/goal-view.tsx': `import { Field } from '../ui/field.tsx'\nexport const View = () => <p class="a" data-x="1"><Field /> {n > 0 && <i>x</i>}</p>`,
  'app/plan/goal-page.tsx':
    "import { keep } from './goal-store.ts'\nimport { View } from './goal-view.tsx'\nexport const page = View",
  'app/routes.ts': "import { page } from './plan/goal-page.tsx'\nexport const routes = page",
  'app/plan/goal.test.ts': `import { keep } from './goal-store.ts'\ndescribe('goals', () => {\n${'  test()\n'.repeat(60)}})`,
  'app/home/today-page.tsx': "import { goal } from '../plan/goal.ts'\nexport const today = goal",
}

test('a house in order has no findings', () => {
  expect(findings(GOOD)).toEqual([])
})
