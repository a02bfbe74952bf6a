import { dayOf, longDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { ArrowLink, Button } from '../ui/button.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { Actions, Form } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { Stepper } from '../ui/stepper.tsx'
import { SpanHead } from '../ui/thread.tsx'
import type { ImportLine } from './import.ts'
import { Entries, Principles, type SheetProps } from './import-entries-view.tsx'
import { LoosePieces } from './import-loose-view.tsx'
import { GoalLines, Names } from './import-names-view.tsx'
import { type ImportSheet, isGoalEntry } from './import-sheet.ts'
import { importText } from './import-text.ts'

type ChooseProps = {
  readonly language: Language
  readonly open: readonly ImportLine[]
  readonly refused: string | null
}

/** Choosing the file, or going on with one that was read before. */
export function ChooseFile({ language, open, refused }: ChooseProps) {
  const text = importText(language)
  return (
    <>
      <PageHead title={text.chooseTitle} under={text.chooseUnder} />
      <Form action="/plan/import" upload>
        <Field
          name="file"
          type="file"
          label={text.file}
          hint={text.fileHint}
          accept=".docx"
          error={refused}
        />
        <Actions>
          <Button>{text.read}</Button>
        </Actions>
      </Form>
      {open.length > 0 && (
        <section class="mt">
          <h2>{text.openTitle}</h2>
          <p class="noot">{text.openNote}</p>
          <ul>
            {open.map(({ id, fileName, createdAt }) => (
              <li>
                {text.openLine(fileName, longDay(dayOf(new Date(createdAt)), language))}{' '}
                <ArrowLink href={`/plan/import/${id}`} about={fileName}>
                  {text.goOn}
                </ArrowLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** The heading says how much found a place. */
export function importTitle({ counts, language }: Pick<ImportSheet, 'counts' | 'language'>): string {
  const text = importText(language)
  if (counts.placed === counts.all) return text.titleAll
  return counts.placed >= counts.all * 0.8 ? text.titleMost : text.titlePart
}

/**
 * What stood in Word beside what it becomes, what is loose, who is who. One form: every button sends all choices, so
 * nothing that was chosen gets lost, with or without script.
 */
export function ImportPreview({ sheet, refused }: SheetProps & { refused: string | null }) {
  const text = importText(sheet.language)
  const { draft, terms } = sheet
  const ofKind = (kind: string) => draft.entries.filter((entry) => entry.kind === kind)
  return (
    <>
      <Head sheet={sheet} />
      {refused && <Notice kind="refusal" title={refused} />}
      <Form action={`/plan/import/${sheet.id}`} class="inlees" id="import">
        <SpanHead left={text.left} right={text.right} />
        <p class="noot spanuitleg">{text.explain}</p>
        <section aria-labelledby="in-principles">
          <h2 id="in-principles">{text.principles}</h2>
          <Principles sheet={sheet} />
        </section>
        <section aria-labelledby="in-general">
          <h2 id="in-general">{text.general}</h2>
          <Entries sheet={sheet} entries={ofKind('general-goal')} />
        </section>
        <section aria-labelledby="in-team">
          <h2 id="in-team">{text.team}</h2>
          <Entries sheet={sheet} entries={ofKind('team-goal')} />
        </section>
        <section aria-labelledby="in-tracks">
          <h2 id="in-tracks">{text.tracks(terms)}</h2>
          <Entries sheet={sheet} entries={draft.entries.filter((entry) => !isGoalEntry(entry))} />
        </section>
        <LoosePieces sheet={sheet} />
        <Names sheet={sheet} />
        <GoalLines sheet={sheet} />
        <Closing sheet={sheet} />
      </Form>
    </>
  )
}

function Head({ sheet }: SheetProps) {
  const { language, counts, fileName } = sheet
  const text = importText(language)
  const under = (
    <>
      {text.from} <b>{fileName}</b> {text.counted(counts.placed, counts.all)}
    </>
  )
  return (
    <PageHead title={importTitle(sheet)} under={under}>
      <Stepper
        label={text.stepsLabel}
        language={language}
        short
        steps={[
          { name: text.stepFile, state: 'done' },
          { name: text.stepCheck, when: text.stepHere, state: 'now' },
          { name: text.stepDraft, when: text.stepDraftNote, state: 'later' },
        ]}
      />
    </PageHead>
  )
}

/** For which year, and then it becomes a plan; or it goes away. */
function Closing({ sheet }: SheetProps) {
  const { language, terms, year, years, draft } = sheet
  const text = importText(language)
  const [first] = years
  const said = draft.front.map((piece) => piece.shown).join(', ')
  return (
    <div class="slot" id="take">
      <p class="serif">{text.stays(yearTitle(year))}</p>
      <SelectField
        name="year"
        label={text.year}
        narrow
        hint={
          first?.taken && first.year !== year
            ? text.yearTaken(yearTitle(first.year), yearTitle(year))
            : said && text.yearSays(said)
        }
        value={year}
        options={years.map((one) => ({
          value: one.year,
          label: one.taken ? `${yearTitle(one.year)} (${text.yearTakenShort})` : yearTitle(one.year),
          disabled: one.taken,
        }))}
      />
      <div class="rij">
        <Button name="act" value="take">
          {text.take}
        </Button>
        <Button kind="quiet" name="act" value="away">
          {text.away}
        </Button>
        <ArrowLink href="/plan/import">{text.other}</ArrowLink>
      </div>
      <p class="noot">{text.privacy(terms)}</p>
    </div>
  )
}
