import { describe, expect, it, test } from 'vitest'
import { NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { ediGoal, regenboogPaper } from '../../test/paper.ts'
import { sketched } from '../../test/word/sketch.ts'
import type { WordReading } from '../form/word-in.ts'
import { readWordPlan } from '../form/word-in-desk.ts'
import { planAsWord } from '../form/word-out.ts'
import type { ImportId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { textOf } from './entry.ts'
import { draftOf, NO_CHOICES } from './import.ts'
import { readImport, storeImport } from './import-store.ts'
import { takeIn } from './import-take-store.ts'
import { entriesOf } from './plan.ts'
import { readPlan } from './plan-store.ts'
import { readRoster } from './roster-store.ts'

async function read(file: Uint8Array): Promise<WordReading> {
  const reading = await readWordPlan(file)
  if (isRefusal(reading)) throw new Error(reading.refused)
  return reading
}

const OURS = 'We **oefenen**:\n\n- kijken\n- [lezen](https://regenboog.example)\n\n1. eerst 5 * 3'
const THEIRS = sketched(`
  # Begeleidingsplan 2026-2027
  # Algemene doelen
  1. We lezen elke dag, *echt*
  **Aanpak:** We doen:
  * samen **kijken**
  * lezen met *elkaar*
  **Uitvoering:** iedereen, *ook* Paul
  **Evaluatie:** 24 juni`)

const fieldOf = (reading: WordReading, name: string, choices = NO_CHOICES) =>
  draftOf(reading, choices).entries[0]?.fields.find(({ field }) => field === name)?.written

describe('the looks of texts in a Word file', () => {
  it('come along from a file of our own, just as they were', async () => {
    const paper = regenboogPaper({ generalGoals: [{ ...ediGoal, approach: OURS }] })
    const reading = await read(await planAsWord(paper))
    expect(fieldOf(reading, 'approach')).toBe(OURS)
    expect(draftOf(reading, NO_CHOICES).entries[0]?.fields[1]?.pieces[0]?.shown).toContain('- kijken')
  })

  it('come along from any file; signs of the writer stay signs', async () => {
    const reading = await read(THEIRS)
    expect(fieldOf(reading, 'approach')).toBe('We doen:\n\n- samen **kijken**\n- lezen met \\*elkaar\\*')
    expect(fieldOf(reading, 'executedBy')).toBe('iedereen, \\*ook\\* Paul')
    expect(fieldOf(reading, 'title')).toBe('We lezen elke dag, \\*echt\\*')
  })

  it('are not put on a text to which something was added by hand', async () => {
    const reading = await read(THEIRS)
    const key = `p${reading.pieces.findIndex(({ text }) => text.startsWith('iedereen'))}`
    expect(fieldOf(reading, 'approach', { ...NO_CHOICES, placed: { [key]: 'g0.approach' } })).toBe(
      'We doen:\nsamen kijken\nlezen met \\*elkaar\\*\niedereen, \\*ook\\* Paul',
    )
  })
})

eachDatabase((open) => {
  test('a plan taken in has the lists of its file', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const karin = cast.member('karin')
    const words = {
      year: '2026-2027' as SchoolYear,
      title: 'Plan',
      why: 'Ingelezen.',
      note: 'x',
      noName: 'x',
    }
    const stored = await storeImport(
      db,
      karin,
      { fileName: 'a.docx', reading: await read(THEIRS) },
      NOW_MOMENT,
    )
    const found = await readImport(db, karin, stored as ImportId, NOW_MOMENT)
    if (!found) throw new Error('the import is not there')
    const id = await takeIn(db, karin, found, await readRoster(db, karin), words, NOW_MOMENT)
    if (isRefusal(id)) throw new Error(id.refused)
    const plan = await readPlan(db, karin, id)
    const [goal] = entriesOf(plan!, 'general-goal')
    expect(textOf(goal!, 'approach')).toBe('We doen:\n\n- samen **kijken**\n- lezen met \\*elkaar\\*')
    expect(goal!.moments).toHaveLength(1)
  })
})
