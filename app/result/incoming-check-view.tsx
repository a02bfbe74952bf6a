import type { Child } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Actions, Form } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Table } from '../ui/table.tsx'
import type { Asked, AskedKind } from './asked.ts'
import { AskedFields, AskedProblems } from './asked-view.tsx'
import type { FileCheck } from './file-check.ts'
import type { OtherPupils, StandsAlready } from './import.ts'
import { importText } from './import-text.ts'
import { incomingText, wholeNumber } from './incoming-text.ts'
import type { RefusedRow } from './result.ts'
import { columnName, wideText } from './wide-text.ts'

type BusyProps = {
  readonly action: string
  readonly says: string
  /** Null: how much there is is not known. */
  readonly part: { readonly done: number; readonly all: number } | null
  readonly children?: Child
  readonly language: Language
}

/** Something is being done: how far it is, and a way to stop it. With script the page asks for itself. */
export function BusyView({ action, says, part, children, language }: BusyProps) {
  const text = incomingText(language)
  return (
    <div class="inlees-bezig">
      <ask-again>
        <progress
          aria-label={text.checking}
          value={part ? String(part.done) : undefined}
          max={part ? String(part.all) : undefined}
        />
      </ask-again>
      <p class="inlees-tel">{says}</p>
      {children}
      <Form action={action} class="eenknop" label={text.cancel}>
        <Button kind="quiet" name="act" value="cancel">
          {text.cancel}
        </Button>
      </Form>
    </div>
  )
}

type ReadyProps = {
  readonly action: string
  /** Of a message there are tests to go back to, no columns. */
  readonly kind: 'sheet' | 'uwlr'
  readonly check: FileCheck
  /** Of a file with a column for each test: then a refused row names the column too. */
  readonly headings: readonly string[] | null
  readonly halted: boolean
  /** It stands in the school already: under other norms, or of other pupils. */
  readonly already: StandsAlready | OtherPupils | undefined
  /** What must be answered before it goes in, and what came back without an answer. */
  readonly asked: readonly Asked[]
  readonly missing: readonly AskedKind[]
  readonly language: Language
}

/** What stands in the file, which rows can't be read, and the choice: the good ones, or nothing. */
export function ReadyView(props: ReadyProps) {
  const { action, kind, check, halted, already, asked, missing, language } = props
  const text = incomingText(language)
  const stands = already?.refused === 'other-pupils' ? undefined : already
  return (
    <>
      {halted && <Notice title={text.says.halted} />}
      <AskedProblems missing={missing} language={language} />
      {stands && <Already already={stands} language={language} />}
      {check.refused > 0 && <Refused {...props} />}
      <Form action={action} class="formulier" label={text.stepCheck}>
        {check.good > 0 && <AskedFields {...{ asked, missing, language }} />}
        <Actions>
          {check.good > 0 && !stands && (
            <Button name="act" value="take">
              {takeWords(check, language)}
            </Button>
          )}
          {stands?.refused === 'other-norm' && (
            <Button name="act" value="beside">
              {text.takeBeside}
            </Button>
          )}
          <Button kind="quiet" name="act" value="nothing">
            {text.nothing}
          </Button>
          <Button kind="link" name="act" value="back">
            {kind === 'sheet' ? text.toColumns : text.toTests}
          </Button>
        </Actions>
      </Form>
      {check.tests.length > 0 && <Found check={check} language={language} />}
    </>
  )
}

function Already({ already, language }: { already: StandsAlready; language: Language }) {
  const text = incomingText(language)
  const { refused, stands } = already
  return (
    <Notice kind="refusal" title={text.already[refused]}>
      <p>{text.alreadyAs(stands.test, stands.subject, stands.supplier, stands.norm)}</p>
      <p>{text.alreadyNext[refused]}</p>
    </Notice>
  )
}

function takeWords({ good, refused }: FileCheck, language: Language): string {
  const text = incomingText(language)
  if (refused > 0) return text.takeGood
  return good === 1 ? text.takeOne : text.take(wholeNumber(language, good))
}

function Found({ check, language }: Pick<ReadyProps, 'check' | 'language'>) {
  const text = incomingText(language)
  return (
    <section class="blok">
      <h2>{text.found}</h2>
      <Table
        caption={text.found}
        hiddenCaption
        head={[text.test, text.subject, text.results]}
        figures={[2]}
        rows={check.tests.map(({ subject, test, results }) => [
          test,
          subject,
          wholeNumber(language, results),
        ])}
      />
    </section>
  )
}

function Refused({ action, check, headings, language }: ReadyProps) {
  const text = incomingText(language)
  const why = importText(language).row
  const count = (value: number) => wholeNumber(language, value)
  return (
    <section class="blok">
      <h2>{refusedTitle(check.refused, headings !== null, language)}</h2>
      {check.good > 0 && <p>{text.refusedUnder}</p>}
      <ul class="inlees-waarom">
        {check.whys.map((one) => (
          <li>
            {count(one.rows)} × {why[one.why]}
          </li>
        ))}
      </ul>
      <RefusedRows {...{ check, headings, language }} />
      <p class="rij">
        <LinkButton href={`${action}/refused.csv`} icon="download" download>
          {text.download}
        </LinkButton>
      </p>
    </section>
  )
}

function RefusedRows({ check, headings, language }: Pick<ReadyProps, 'check' | 'headings' | 'language'>) {
  const text = incomingText(language)
  const why = importText(language).row
  const [all, shown] = [check.refused, check.firstRefused.length]
  const count = (value: number) => wholeNumber(language, value)
  const columnOf = ({ column = 0 }: RefusedRow) => (headings ? [columnName(headings, column, language)] : [])
  return (
    <Fold
      summary={shown < all ? text.refusedSome(count(shown), count(all)) : text.refusedAll}
      open={shown <= FEW}
    >
      <Table
        caption={text.byReason}
        hiddenCaption
        head={[text.row, ...(headings ? [wideText(language).refusedColumn] : []), text.reason]}
        rows={check.firstRefused.map((one) => [String(one.row), ...columnOf(one), why[one.why]])}
      />
    </Fold>
  )
}

const FEW = 12

/** Of a row with a column for each test some results can be read and others not. */
function refusedTitle(all: number, isWide: boolean, language: Language): string {
  const count = wholeNumber(language, all)
  const text = incomingText(language)
  const wide = wideText(language)
  if (isWide) return all === 1 ? wide.refusedOne : wide.refused(count)
  return all === 1 ? text.refusedOne : text.refusedTitle(count)
}

/** '2023–2024, 2024–2025 en 2025–2026' */
export const yearsText = ({ years }: FileCheck, language: Language) =>
  new Intl.ListFormat(language === 'nl' ? 'nl-NL' : 'en-GB').format(years.map(({ year }) => yearTitle(year)))
