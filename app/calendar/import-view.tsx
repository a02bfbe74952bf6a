import { dayOf, longDay } from '../kernel/day.ts'
import type { ImportId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { type SchoolYear, yearTitle } from '../kernel/school-year.ts'
import { Button } from '../ui/button.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import type { CalendarImport } from './import.ts'
import { importText } from './import-text.ts'

export type AskFile = {
  readonly years: readonly SchoolYear[]
  readonly year: SchoolYear
  /** Beside the field of the file, when what was chosen could not be read. */
  readonly says: string | null
  readonly before: readonly (CalendarImport & { readonly who: string })[]
  readonly language: Language
}

/** Which file, for which year; and what was read in before. */
export function AskFileView({ years, year, says, before, language }: AskFile) {
  const text = importText(language)
  return (
    <>
      <Form action="/year/import" upload answers label={text.title}>
        <HiddenFields values={{ act: 'read' }} />
        <SelectField
          name="year"
          label={text.year}
          value={year}
          options={years.map((one) => ({ value: one, label: yearTitle(one) }))}
          narrow
        />
        <Field
          name="file"
          type="file"
          label={text.file}
          hint={text.fileHint}
          accept=".ics,.ical,text/calendar"
          error={says}
        />
        <p class="noot">{text.nothingKept}</p>
        <Button>{text.read}</Button>
      </Form>
      <Before {...{ before, year, language }} />
    </>
  )
}

function Before({ before, year, language }: Pick<AskFile, 'before' | 'year' | 'language'>) {
  const text = importText(language)
  if (before.length === 0) return null
  return (
    <section class="blok" aria-labelledby="k-eerder">
      <h2 id="k-eerder">{text.before}</h2>
      <ul class="inlees-eerder">
        {before.map(({ id, name, takenAt, who, count }) => (
          <li>
            <span>
              <b>{text.line(name || text.unnamed, longDay(dayOf(new Date(takenAt)), language), who)}</b>
              <small>{text.count(count)}</small>
            </span>
            <Undo {...{ id, year, language }} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Undo({ id, year, language }: { id: ImportId; year: SchoolYear; language: Language }) {
  const text = importText(language)
  return (
    <Form action="/year/import" class="eenknop" label={text.undo}>
      <HiddenFields values={{ act: 'undo', import: id, year }} />
      <Button kind="quiet">{text.undo}</Button>
      <small class="noot">{text.undoNote}</small>
    </Form>
  )
}
