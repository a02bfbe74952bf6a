import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { NOW } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { figuresOf, levelPupilsOf } from '../result/figure-store.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import { standingsOf } from '../trend/standing.ts'
import { ensureDemo, resetDemo } from './demo-school.ts'

const folder = mkdtempSync(join(tmpdir(), 'rode-draad-demo-results-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

eachDatabase((open) => {
  it('the demo school rises to 52.6 % at 1S/2F over five years, also after a new start', async () => {
    const db = await open()
    const keyFile = join(folder, 'notes.key')
    await ensureDemo(db, NOW, keyFile)
    await resetDemo(db, NOW, keyFile)
    const demo = (await schoolsOnServer(db)).find((school) => school.demo)
    const keeper = { kind: 'keeper', schoolId: demo!.id } as const
    const figures = await figuresOf(db, keeper, { groups: 'school' })
    const standings = standingsOf(figures, await levelPupilsOf(db, keeper), new Map(), 'team')
    const shown = standings.flatMap(({ until, together }) =>
      together === null || together === 'hidden'
        ? []
        : [[until, together.target.value.toFixed(1), together.pupils]],
    )
    expect(shown).toEqual([
      ['2021-2022', '45.1', 122],
      ['2022-2023', '46.8', 119],
      ['2023-2024', '48.9', 124],
      ['2024-2025', '51.2', 121],
      ['2025-2026', '52.6', 116],
    ])
  })
})
