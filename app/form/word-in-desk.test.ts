import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { docx, p } from '../../test/word/docx-out.ts'
import { hostileFiles } from '../../test/word/hostile.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { importPlanCommand } from './word-in-command.ts'
import { readWordPlan } from './word-in-desk.ts'
import { wordInText } from './word-in-text.ts'

/** A busy machine reads slowly; the limits themselves are the desk's. */
vi.setConfig({ testTimeout: 30_000 })

const fixture = (name: string) => new URL(`../../test/fixtures/word/${name}`, import.meta.url)

describe('files that are no plan, or that mean harm, are refused with a reason', () => {
  for (const { name, bytes, refused } of hostileFiles()) {
    test(name, async () => {
      const reading = await readWordPlan(bytes)
      expect(reading).toEqual({ refused })
      if (isRefusal(reading)) {
        expect(wordInText('nl').refused[reading.refused as 'empty']).toMatch(/\.$/)
        expect(wordInText('en').refused[reading.refused as 'empty']).toMatch(/\.$/)
      }
    })
  }
})

test('while a bomb is being read, the server goes on and other files are read', async () => {
  const bombs = hostileFiles()
    .filter((one) => one.refused === 'too-long' || one.refused === 'bomb')
    .slice(0, 3)
  let turns = 0
  const clock = setInterval(() => (turns += 1), 5)
  const plan = readFileSync(fixture('01-figuur1-ingevuld.docx'))
  const answers = await Promise.all([...bombs.map((bomb) => readWordPlan(bomb.bytes)), readWordPlan(plan)])
  clearInterval(clock)
  expect(answers.slice(0, -1).every(isRefusal)).toBe(true)
  expect(answers.at(-1)).toMatchObject({ form: { title: 'Begeleidingsplan 2026-2027' } })
  expect(turns).toBeGreaterThan(10)
})

test('more files than can wait: the rest is asked to come back', async () => {
  const bytes = docx(p('tekst'))
  const answers = await Promise.all(Array.from({ length: 40 }, () => readWordPlan(bytes)))
  const busy = answers.filter((one) => isRefusal(one) && one.refused === 'busy').length
  const read = answers.filter((one) => isRefusal(one) && one.refused === 'not-a-plan').length
  expect(busy).toBeGreaterThanOrEqual(40 - 22)
  expect(read).toBeGreaterThanOrEqual(2)
  expect(busy + read).toBe(40)
  expect(await readWordPlan(bytes)).toEqual({ refused: 'not-a-plan' })
})

describe('import-plan on the command line', () => {
  const said = { out: '', sorry: '' }
  const listen = () => {
    said.out = ''
    said.sorry = ''
    vi.spyOn(process.stdout, 'write').mockImplementation((text, done?: unknown) => {
      said.out += String(text)
      if (typeof done === 'function') done()
      return true
    })
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      said.sorry += String(text)
      return true
    })
  }
  afterEach(() => vi.restoreAllMocks())

  test('prints the plan as JSON in the shape of the form', async () => {
    listen()
    expect(await importPlanCommand([fixture('02-tabellen.docx').pathname])).toBe(0)
    const { _meta, ...wanted } = JSON.parse(readFileSync(fixture('02-tabellen.expected.json'), 'utf8'))
    expect(JSON.parse(said.out)).toEqual(wanted)
  })

  test('says in one line why a file is not taken in', async () => {
    listen()
    expect(await importPlanCommand([fixture('04-geen-begeleidingsplan-ouderbrief.docx').pathname])).toBe(2)
    expect(said.sorry).toMatch(/^We herkennen hier geen begeleidingsplan in.*\n$/)
    expect(said.out).toBe('')
  })

  test('a file that is not there, no file, a file that is too large', async () => {
    listen()
    const folder = mkdtempSync(join(tmpdir(), 'plan-'))
    writeFileSync(join(folder, 'groot.docx'), Buffer.alloc(20 * 2 ** 20 + 1))
    for (const args of [[join(folder, 'weg.docx')], [], [join(folder, 'groot.docx')], [folder]]) {
      said.sorry = ''
      expect(await importPlanCommand(args)).toBe(2)
      expect(said.sorry.trim().split('\n')).toHaveLength(1)
    }
  })
})
