import { expect, test } from 'vitest'
import { regenboogPaper } from '../../test/paper.ts'
import { planAsJson } from './json-out.ts'
import { formOf } from './plan-paper.ts'

test('the JSON of a plan holds the form as it is, and everything beside it', () => {
  const paper = regenboogPaper()
  const made = JSON.parse(planAsJson(paper)) as Record<string, unknown>
  expect(made).toMatchObject({
    format: 'rode-draad/plan',
    formatVersion: 1,
    phase: 'adopted',
    version: '1.0',
  })
  expect(made).toMatchObject(formOf(paper))
  for (const key of Object.keys(paper)) expect(made).toHaveProperty(key)
})

test('hostile text comes out as text', () => {
  const title = '</script>"\u0000\u2028\u202E \uD800'
  const made = JSON.parse(planAsJson(regenboogPaper({ title }))) as { title: string }
  expect(made.title).toBe(title)
})
