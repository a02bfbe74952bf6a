import { expect, test } from 'vitest'
import { lostWords } from '../../test/word/lost.ts'
import { sketched } from '../../test/word/sketch.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { readWordFile } from '../paper/word-file.ts'
import { readPlan } from './word-in-plan.ts'

async function read(sketch: string) {
  const document = await readWordFile(sketched(sketch))
  if (isRefusal(document)) throw new Error(document.refused)
  const reading = readPlan(document)
  if (isRefusal(reading)) throw new Error(reading.refused)
  expect(lostWords(document, reading)).toEqual([])
  return reading
}

test('a goal that speaks of teachers or learning teams stays a goal', async () => {
  const { form } = await read(`
    ! Begeleidingsplan 2026-2027
    # Algemene doelen
    ## 1. Alle leraren werken met het EDI-model
    **Aanpak:** studiedag
    ## 2. Samen leren in leerteams
    **Aanpak:** drie rondes
    # Leraren
    ## Kim
    **Aanpak:** routines`)
  expect(form.generalGoals).toMatchObject([
    { title: 'Alle leraren werken met het EDI-model', approach: 'studiedag' },
    { title: 'Samen leren in leerteams', approach: 'drie rondes' },
  ])
  expect(form.teacherTracks.map((track) => track.name)).toEqual(['Kim'])
})

test('goals side by side, each behind a label', async () => {
  const { form } = await read(`
    ! Begeleidingsplan 2026-2027
    # Algemene doelen
    | | Doel: rust | Doel: orde |
    | Aanpak | routines | film |
    | Uitvoering door | team | bouwen |
    | Evaluatie | mei | juni |`)
  expect(form.generalGoals).toMatchObject([
    { title: 'rust', evaluation: 'mei' },
    { title: 'orde', executedBy: 'bouwen' },
  ])
})

test('below a label on a line of its own, a first text with a colon is text', async () => {
  const { form } = await read(`
    ! Begeleidingsplan
    Periode: 1 augustus 2026 - 31 juli 2027
    # Leraren
    ## Kim
    **Doel**
    rust
    **Ondersteuning**
    Tijd: vier middagen
    **Evaluatie**
    juni
    **Inzet derden**
    geen`)
  expect(form.schoolYear).toBe('2026-2027')
  expect(form.teacherTracks).toMatchObject([
    { name: 'Kim', support: 'Tijd: vier middagen', evaluation: 'juni' },
  ])
})

test('a warning inside a text stays in it, in a file that writes its labels bold', async () => {
  const { form } = await read(`
    ! Begeleidingsplan 2026-2027
    # Leraren
    ## Kim
    **Doel:** rust
    **Aanpak:** elke dag oefenen
    Let op: niet in de toetsweek
    **Evaluatie:** juni
    **Inzet derden:** geen`)
  expect(form.teacherTracks).toMatchObject([{ approach: 'elke dag oefenen\nLet op: niet in de toetsweek' }])
})
