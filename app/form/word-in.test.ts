import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compare } from '../../test/word/compare.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { readWordFile } from '../paper/word-file.ts'
import type { PlanForm } from './plan-form.ts'
import { readPlan } from './word-in-plan.ts'

const fixture = (name: string) => new URL(`../../test/fixtures/word/${name}`, import.meta.url)

async function readFixture(name: string) {
  const document = await readWordFile(readFileSync(fixture(`${name}.docx`)))
  return isRefusal(document) ? document : readPlan(document)
}

describe('the example plans, field by field', () => {
  for (const name of ['01-figuur1-ingevuld', '02-tabellen', '03-eigen-stijl-18-leerkrachten']) {
    test(name, async () => {
      const wanted = JSON.parse(readFileSync(fixture(`${name}.expected.json`), 'utf8')) as PlanForm
      const reading = await readFixture(name)
      if (isRefusal(reading)) throw new Error(reading.refused)
      expect(compare(reading.form, wanted).faults).toEqual([])
      const { _meta, ...form } = wanted as PlanForm & { _meta: unknown }
      expect(Object.keys(reading.form)).toEqual(Object.keys(form))
    })
  }
})

test('a letter to parents that holds the same words is no plan', async () => {
  expect(await readFixture('04-geen-begeleidingsplan-ouderbrief')).toEqual({ refused: 'not-a-plan' })
})

test('a file without text is empty', async () => {
  expect(await readFixture('05-leeg')).toEqual({ refused: 'empty' })
})
