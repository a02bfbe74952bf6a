import type { Language } from '../kernel/language.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { Actions, Form, Problems } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Table } from '../ui/table.tsx'
import { type ColumnsTrouble, shownCell } from './columns.ts'
import type { MessageLook, SheetLook } from './file-look.ts'
import { OTHER } from './given-form.ts'
import type { Given, LookSays } from './incoming.ts'
import { incomingText, wholeNumber } from './incoming-text.ts'
import { COLUMN_KINDS, type ColumnKind, type Columns, plainHeading } from './result-columns.ts'
import { PUPIL_KINDS } from './wide.ts'
import type { WideTrouble } from './wide-choice.ts'
import { columnName, wideText } from './wide-text.ts'
import { fieldOf, WideFields, WidePreview, type WideProps } from './wide-view.tsx'

export type LookProps = {
  readonly action: string
  readonly look: SheetLook | MessageLook
  readonly given: Given
  /** Whom the school named before, and who is known. */
  readonly suppliers: readonly string[]
  readonly troubles: readonly ColumnsTrouble[]
  /** Whether the form came back: only then is said what is still to be done. */
  readonly isRefused: boolean
  readonly says: LookSays | null
  /** Of a file with a column for each test. */
  readonly wideTroubles: readonly WideTrouble[]
  /** The last school year of which there can be results. */
  readonly latest: SchoolYear
  readonly language: Language
}

/** What we make of a file, to put right: whose tests, which column holds what, and the first rows. */
export function LookView(props: LookProps) {
  const { says, language } = props
  const text = incomingText(language)
  return (
    <>
      {says && <Notice kind={says === 'halted' ? 'plain' : 'refusal'} title={text.says[says]} />}
      <LookForm {...props} />
    </>
  )
}

function LookForm(props: LookProps) {
  const { action, look, given, language } = props
  const text = incomingText(language)
  const isSheet = look.kind === 'sheet'
  const columns = given.columns ?? {}
  const wide = isSheet ? wideOf(props) : null
  return (
    <>
      {props.isRefused && <Asked {...props} />}
      <Form action={action} class="formulier" label={text.lookTitle}>
        {!isSheet && <Message look={look} language={language} />}
        <Whose {...props} />
        {isSheet && <ColumnFields {...props} look={look} columns={columns} />}
        {wide && <WideFields {...wide} />}
        <Actions>
          <Button name="act" value="check">
            {text.check}
          </Button>
          {isSheet && (
            <Button kind="quiet" name="act" value="show">
              {text.show}
            </Button>
          )}
          {isSheet && (wide !== null || props.troubles.length > 0) && (
            <Button kind="link" name="act" value={wide ? 'long' : 'wide'}>
              {wide ? wideText(language).toLong : wideText(language).toWide}
            </Button>
          )}
          <Button kind="link" name="act" value="nothing">
            {text.away}
          </Button>
        </Actions>
      </Form>
      {wide && <WidePreview {...wide} />}
      {isSheet && !wide && <Preview look={look} columns={columns} language={language} />}
    </>
  )
}

/** What the fields of a table with a column for each test need; null: it is none. */
function wideOf({
  look,
  given,
  wideTroubles: troubles,
  isRefused,
  latest,
  language,
}: LookProps): WideProps | null {
  const { columns, wide } = given
  if (look.kind !== 'sheet' || wide === null) return null
  return { look, columns: columns ?? {}, wide, troubles, isRefused, latest, language }
}

function Asked(props: LookProps) {
  const { troubles, wideTroubles, given, language } = props
  const text = incomingText(language)
  const columns = troubles.map(({ why, kind }) => ({ field: `f-column-${kind}`, text: text.columnNo[why] }))
  const supplier = given.supplier === '' ? [{ field: 'f-supplier', text: text.supplierMissing }] : []
  const wide = wideOf(props)
  const ofTests = wide
    ? wideTroubles.map((one) => ({ field: fieldOf(one, wide), text: toDo(one, wide) }))
    : []
  return <Problems title={text.todo} problems={[...supplier, ...ofTests, ...columns]} />
}

const toDo = ({ why, at }: WideTrouble, { look, language }: WideProps) => {
  const says = wideText(language).no[why]
  return at === null ? says : `${columnName(look.headings, at, language)}: ${says}`
}

function Message({ look, language }: { look: MessageLook; language: Language }) {
  const text = incomingText(language)
  return (
    <div>
      <p>{text.messageUnder(wholeNumber(language, look.results))}</p>
      <ul>
        {look.tests.slice(0, MOST_TESTS).map((name) => (
          <li>{name}</li>
        ))}
      </ul>
      {look.leftOut.length > 0 && <p class="noot">{text.leftOut(look.leftOut.join(', '))}</p>}
    </div>
  )
}

const MOST_TESTS = 40

function Whose({ given: { supplier, norm }, suppliers, isRefused, language }: LookProps) {
  const text = incomingText(language)
  const isOther = supplier !== '' && !suppliers.includes(supplier)
  return (
    <div class="inlees-van">
      <SelectField
        name="supplier"
        label={text.whose}
        hint={text.whoseHint}
        none={text.chooseSupplier}
        value={isOther ? OTHER : supplier}
        options={[
          ...suppliers.map((name) => ({ value: name, label: name })),
          { value: OTHER, label: text.other },
        ]}
        error={isRefused && supplier === '' ? text.supplierMissing : null}
      />
      <Field
        name="supplier-other"
        label={text.otherName}
        optional={language}
        value={isOther ? supplier : ''}
        maxlength={60}
      />
      <Field
        name="norm"
        label={text.norm}
        hint={text.normHint}
        optional={language}
        value={norm}
        maxlength={40}
      />
    </div>
  )
}

type ColumnFieldsProps = LookProps & { readonly look: SheetLook; readonly columns: Columns }

function ColumnFields({ look, columns, given, troubles, isRefused, language }: ColumnFieldsProps) {
  const text = incomingText(language)
  const kinds = given.wide ? PUPIL_KINDS : COLUMN_KINDS
  const isOpen = troubles.length > 0
  return (
    <>
      <Fold summary={isOpen ? text.columns : text.columnsKnown} open={isOpen}>
        <div class="inlees-kolommen">
          {kinds.map((kind) => (
            <ColumnField {...{ kind, look, columns, language }} troubles={isRefused ? troubles : []} />
          ))}
        </div>
      </Fold>
      {look.personal.length > 0 && (
        <p class="noot">{text.leftOut(look.personal.map((place) => look.headings[place]).join(', '))}</p>
      )}
    </>
  )
}

type ColumnFieldProps = Pick<ColumnFieldsProps, 'look' | 'columns' | 'troubles' | 'language'> & {
  readonly kind: ColumnKind
}

function ColumnField({ kind, look, columns, troubles, language }: ColumnFieldProps) {
  const text = incomingText(language)
  const trouble = troubles.find((one) => one.kind === kind)
  const options = look.headings.flatMap((heading, place) =>
    look.personal.includes(place) ? [] : [{ value: String(place), label: heading || `${place + 1}` }],
  )
  return (
    <SelectField
      name={`column-${kind}`}
      label={text.kind[kind]}
      none={text.notInFile}
      value={String(columns[kind] ?? '')}
      options={options}
      error={trouble ? text.columnNo[trouble.why] : null}
    />
  )
}

function Preview({ look, columns, language }: { look: SheetLook; columns: Columns; language: Language }) {
  const text = incomingText(language)
  const kindAt = (place: number) => COLUMN_KINDS.find((kind) => columns[kind] === place) ?? null
  const said = (heading: string, place: number) => {
    const kind = kindAt(place)
    const becomes = look.personal.includes(place) ? text.never : kind ? text.kind[kind] : text.skipped
    return plainHeading(heading) === plainHeading(becomes) ? heading : `${heading || place + 1} → ${becomes}`
  }
  return (
    <section class="blok">
      <h2>{text.preview}</h2>
      <p class="noot">{text.previewNote}</p>
      <Table
        caption={text.preview}
        hiddenCaption
        head={[text.row, ...look.headings.map(said)]}
        rows={look.rows.map(({ at, cells }) => [
          String(at),
          ...cells.map((cell, column) =>
            look.personal.includes(column) ? '–' : shownCell(cell, kindAt(column)),
          ),
        ])}
      />
    </section>
  )
}
