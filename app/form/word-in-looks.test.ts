import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { docx, p, run } from '../../test/word/docx-out.ts'
import { lostWords } from '../../test/word/lost.ts'
import { sketched } from '../../test/word/sketch.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { parseRich, plainOf, writeRich } from '../kernel/rich.ts'
import { readWordFile } from '../paper/word-file.ts'
import { readPlan } from './word-in-plan.ts'

async function read(file: Buffer) {
  const document = await readWordFile(file)
  if (isRefusal(document)) throw new Error(document.refused)
  const reading = readPlan(document)
  if (isRefusal(reading)) throw new Error(reading.refused)
  expect(lostWords(document, reading)).toEqual([])
  return reading
}

const looked = async (file: Buffer) =>
  Object.fromEntries(
    ((await read(file)).looked ?? []).map(({ at, text }) => ['field' in at ? at.field : at.list, text]),
  )

const plan = (...lines: string[]) =>
  sketched(`
    # Begeleidingsplan 2026-2027
    # Algemene doelen
    1. We lezen elke dag
    **Aanpak:** samen
    **Uitvoering:** iedereen
    # Leraren
    **Leraar Petra**
    ${lines.join('\n')}
    **Inzet leraar:** een uur`)

describe('how a text looked in a Word file', () => {
  test('bold inside a text stays; bold that is a label is no part of it', async () => {
    const file = plan('**Beginsituatie:** Het rapport is nieuw.', '**Aanpak:** we oefenen **samen** met Kees')
    expect(await looked(file)).toEqual({ approach: 'we oefenen **samen** met Kees' })
  })

  test('a text that is bold from beginning to end is bold for the form', async () => {
    expect(await looked(plan('**Aanpak:** **we oefenen samen**'))).toEqual({})
  })

  test('a list below a label is a list; the sign before a label is none', async () => {
    const file = plan(
      '* **Doelstelling:** rust',
      '**Aanpak:**',
      '* oefenen',
      '* nog **eens** oefenen',
      '**Ondersteuning:** - Kees',
    )
    expect(await looked(file)).toEqual({ approach: '- oefenen\n- nog **eens** oefenen' })
  })

  test('a list behind a first line, and points typed by hand', async () => {
    const file = plan(
      '**Aanpak:** We doen:',
      '* oefenen',
      '* kijken',
      '**Ondersteuning:**',
      '- Kees',
      '- Noor',
    )
    expect(await looked(file)).toEqual({
      approach: 'We doen:\n\n- oefenen\n- kijken',
      support: '- Kees\n- Noor',
    })
  })

  test('asterisks and brackets of the writer stay what they are', async () => {
    const { form, looked = [] } = await read(plan('**Aanpak:** 2 * per week, *zie [bijlage](x)*'))
    expect(form.teacherTracks[0]?.approach).toBe('2 * per week, *zie [bijlage](x)*')
    expect(looked).toEqual([])
  })

  test('italic and links come along, also links of the old kind; a link that could do harm does not', async () => {
    const old = (address: string, words: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "${address}" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(words)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const italic = '<w:r><w:rPr><w:i/></w:rPr><w:t>schuin</w:t></w:r>'
    const text = [
      run('zie '),
      old('https://regenboog.example', 'de site'),
      run(' en '),
      old('javascript:alert(1)', 'dit'),
      run(', '),
      italic,
    ]
    const file = docx(
      [
        p('Begeleidingsplan 2026-2027', { style: 'Titel' }),
        p('Algemene doelen', { style: 'Kop1' }),
        p('1. We lezen elke dag'),
        p([run('Aanpak: ', { b: true }), ...text]),
        p([run('Uitvoering: ', { b: true }), run('iedereen')]),
        p([run('Evaluatie: ', { b: true }), run('in juni')]),
      ].join(''),
    )
    expect(await looked(file)).toEqual({
      approach: 'zie [de site](https://regenboog.example) en dit, *schuin*',
    })
  })

  test('in the example plans the words stay the same, whatever their looks', async () => {
    for (const name of ['01-figuur1-ingevuld', '02-tabellen', '03-eigen-stijl-18-leerkrachten']) {
      const file = readFileSync(new URL(`../../test/fixtures/word/${name}.docx`, import.meta.url))
      const letters = (text: string) => text.replace(/[^\p{L}]/gu, '')
      for (const { plain, text } of (await read(file)).looked ?? []) {
        expect(letters(plainOf(text))).toBe(letters(plain))
        expect(writeRich(parseRich(text))).toBe(text)
      }
    }
  })
})
