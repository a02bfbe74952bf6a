import { aimWords } from '../form/aim-text.ts'
import { longDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import type { Budget } from '../plan/budget.ts'
import type { BudgetReader } from '../plan/budget-sentence-view.ts'
import { BudgetBlock } from '../plan/budget-view.tsx'
import type { Roster } from '../plan/roster.ts'
import { ArrowLink, Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Empty } from '../ui/notice.tsx'
import { Table } from '../ui/table.tsx'
import { roughWords } from './balance-text.ts'
import { isBelowAim, type Talk } from './talk.ts'
import { talkText } from './talk-text.ts'
import { hoursWords, timeText } from './time-text.ts'

/** What stands on the sheet for the yearly talk. */
export type TalkSheet = {
  readonly talk: Talk | null
  /** What came in between besides what was written down as time, in sentences. */
  readonly between: readonly string[]
  readonly aim: number | null
  readonly budget: Budget | null
  readonly roster: Roster
  readonly reader: BudgetReader
  readonly line: TalkLine
}

/** The sentence for the conditions: null `lookBack`: it is not the time to write there. */
export type TalkLine = {
  readonly text: string
  readonly error: string | null
  readonly lookBack: string | null
}

/** The sheet, to read and to print; what asks for a click stays on the screen. */
export function TalkView(sheet: TalkSheet) {
  const { talk, budget, roster, reader } = sheet
  const text = talkText(reader.language)
  if (talk === null && sheet.between.length > 0)
    return (
      <div class="kolom tijdplan gespreksblad">
        <Besides lines={sheet.between} title={text.adHocTitle} />
      </div>
    )
  if (talk === null) return <Empty sentence={text.none} />
  return (
    <div class="kolom tijdplan gespreksblad">
      <p class="noot">
        {text.period(longDay(talk.from, reader.language), longDay(talk.until, reader.language))}{' '}
        {text.onlyYou} {text.paper}
      </p>
      <Between talk={talk} language={reader.language} />
      <Besides lines={sheet.between} />
      <Balance talk={talk} aim={sheet.aim} language={reader.language} />
      {budget && (
        <section class="blok" aria-labelledby="uren">
          <h2 id="uren">{text.hoursTitle}</h2>
          <BudgetBlock {...{ budget, roster, reader }} />
        </section>
      )}
      <section class="blok" aria-labelledby="bespreken">
        <h2 id="bespreken">{text.questionsTitle}</h2>
        <ul class="punten">
          {text.questions.map((question) => (
            <li>{question}</li>
          ))}
        </ul>
      </section>
      <Line line={sheet.line} language={reader.language} />
    </div>
  )
}

/** What came in between besides. */
function Besides({ lines, title }: { lines: readonly string[]; title?: string }) {
  if (lines.length === 0) return null
  return (
    <section class="blok">
      {title && <h2>{title}</h2>}
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </section>
  )
}

type Part = { talk: Talk; language: Language }

function Between({ talk, language }: Part) {
  const text = talkText(language)
  const kinds = timeText(language).adHoc
  const { planned } = talk.figures
  const hours = (minutes: number) => hoursWords(minutes, language)
  return (
    <section class="blok" aria-labelledby="k-tussendoor">
      <h2 id="k-tussendoor">{text.adHocTitle}</h2>
      {planned ? (
        <>
          <p>
            {text.adHoc(
              hours(talk.tally.adHoc),
              hours(talk.tally.minutes),
              roughWords(planned.adHoc, language),
            )}
          </p>
          <Table
            caption={text.kinds}
            hiddenCaption
            head={[text.kind, text.time, text.part]}
            figures={[1, 2]}
            rows={talk.kinds.map(({ kind, minutes, part }) => [
              kinds[kind],
              hours(minutes),
              text.percent(String(Math.round(100 * part))),
            ])}
          />
        </>
      ) : (
        <p>{text.adHocNone}</p>
      )}
    </section>
  )
}

function Balance({ talk, aim, language }: Part & { aim: number | null }) {
  const text = talkText(language)
  const { preventive, curative, neither } = talk.tally
  return (
    <section class="blok" aria-labelledby="balans">
      <h2 id="balans">{text.balanceTitle}</h2>
      <p>
        {text.balance(hoursWords(preventive, language), hoursWords(curative, language))}
        {neither > 0 && ` ${text.neither(hoursWords(neither, language))}`}
      </p>
      <p>{aim === null ? text.noAim : text.aim(aimWords(aim, language))}</p>
      {isBelowAim(talk, aim) && <p>{text.below}</p>}
    </section>
  )
}

function Line({ line, language }: { line: TalkLine; language: Language }) {
  const text = talkText(language)
  return (
    <section class="blok alleen-scherm" aria-labelledby="zin">
      <h2 id="zin">{text.lineTitle}</h2>
      <p>{text.lineSay}</p>
      {line.lookBack === null ? (
        <p class="noot">{text.lineLater}</p>
      ) : (
        <>
          <Form action="/time/talk" labelledBy="zin">
            <TextField
              name="line"
              label={text.lineLabel}
              hint={text.lineHint}
              rows={3}
              value={line.text}
              error={line.error}
            />
            <Button kind="quiet">{text.take}</Button>
          </Form>
          <p>
            <ArrowLink href={line.lookBack}>{text.toLookBack}</ArrowLink>
          </p>
        </>
      )}
    </section>
  )
}
