import type { Language } from '../kernel/language.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Actions, Form, HiddenFields } from '../ui/form.tsx'
import { Table } from '../ui/table.tsx'
import type { Dated } from './context.ts'
import { contextText, decimal } from './context-text.ts'
import { carried, type FoundRow, type Published, type PublishedNo } from './published.ts'
import { type BesideOwn, isSame, type PublishedBeside } from './published-beside.ts'
import { percentText } from './sentence-text.ts'
import type { Together } from './standing.ts'

const SCHOOL_IMPORT = '/trends/school/import'

type AskProps = {
  brin: string | null
  /** The reader may change the settings of the school. */
  manages: boolean
  refused: PublishedNo | null
  language: Language
}

/** Asks for the Inspectie's open file; without a BRIN it says what is to be done first. */
export function AskPublished({ brin, manages, refused, language }: AskProps) {
  const text = contextText(language)
  if (brin === null)
    return (
      <p>
        {text.noBrin} {manages ? <a href="/settings">{text.toSettings}</a> : text.noBrinAsk}
      </p>
    )
  return (
    <Form action={SCHOOL_IMPORT} upload answers label={text.published}>
      <p>{text.publishedUnder}</p>
      <Field
        name="file"
        type="file"
        label={text.file}
        hint={text.fileHint}
        accept=".csv,.xlsx,text/csv"
        error={refused && `${text.notRead} ${text.fileNo[refused.refused]}`}
      />
      <Actions>
        <Button name="act" value="read" kind="quiet">
          {text.read}
        </Button>
      </Actions>
    </Form>
  )
}

type FoundProps = {
  found: readonly FoundRow[]
  /** Weightings that somebody typed, of the years that the file has one of. */
  typed: readonly Dated<number>[]
  language: Language
}

/** What the file says of the school, to be looked at before it is taken over. */
export function FoundPublished({ found, typed, language }: FoundProps) {
  const text = contextText(language)
  return (
    <>
      {found.map(({ row, published }, at) => {
        const stands = typed.find(({ schoolYear }) => schoolYear === published.until)
        return (
          <section class="blok schoolnaast" aria-labelledby={`found-${at}`}>
            <h2 id={`found-${at}`}>{`${published.ovt} · ${text.about(yearsOf(published))}`}</h2>
            <Table
              caption={published.ovt}
              hiddenCaption
              head={[text.whatColumn, text.inspection]}
              rows={rowsOf(published, language)}
              figures={[1]}
            />
            {stands && published.weighting !== null && stands.value !== published.weighting && (
              <p>{text.replaces(decimal(language, stands.value), yearTitle(published.until))}</p>
            )}
            <Form action={SCHOOL_IMPORT} label={published.ovt}>
              <HiddenFields values={{ row: carried(row) }} />
              <Actions>
                <Button name="act" value="take" about={`: ${published.ovt}`}>
                  {text.take}
                </Button>
              </Actions>
            </Form>
          </section>
        )
      })}
      <p>
        <LinkButton href="/trends/school#published">{text.again}</LinkButton>
      </p>
    </>
  )
}

const yearsOf = ({ years, until }: Published) => {
  const first = years[0]?.schoolYear ?? until
  return first === until ? yearTitle(until) : `${first.slice(0, 4)}–${until.slice(5)}`
}

type Text = ReturnType<typeof contextText>
type Row = readonly [string, string]

function rowsOf(published: Published, language: Language): Row[] {
  const text = contextText(language)
  const { together, weighting, years } = published
  const number = (value: number | null | undefined) =>
    value == null ? text.withheld : decimal(language, value)
  const percent = (value: number | undefined) =>
    value === undefined ? text.withheld : percentage(language, value)
  return [
    [text.row.weighting, number(weighting)],
    [text.row.pupils, number(together?.pupils)],
    [text.row.pct1F, percent(together?.pct1F)],
    [text.row.pctTarget, percent(together?.pctTarget)],
    [verdictTitle('1F', together?.value1F, language), verdictOf(together?.verdict1F ?? null, text)],
    [
      verdictTitle('1S/2F', together?.valueTarget, language),
      verdictOf(together?.verdictTarget ?? null, text),
    ],
    ...years.map(
      ({ schoolYear, pupils, pctTarget }): Row => [
        `${text.row.pctTarget}, ${text.row.yearAlone(yearTitle(schoolYear))}`,
        text.share(percentage(language, pctTarget), pupils),
      ],
    ),
  ]
}

const percentage = (language: Language, value: number) => percentText(language, decimal(language, value))

const verdictTitle = (share: string, value: number | null | undefined, language: Language) =>
  contextText(language).row.verdict(share, value == null ? null : percentage(language, value))

const verdictOf = (verdict: 'above' | 'below' | null, text: Text) =>
  verdict === null ? text.withheld : text.verdict[verdict]

type BesideProps = { beside: PublishedBeside; language: Language }

/** What the Inspectie published of the school, with our own sum of the same years next to it. */
export function PublishedTable({ beside, language }: BesideProps) {
  const text = contextText(language)
  const { published, together, years } = beside
  const both = [together, ...years].filter((one) => one !== null)
  const compared = both.flatMap(({ own, said }) =>
    own !== null && own !== 'hidden' ? [said !== 'hidden' && isSame(own, said)] : [],
  )
  return (
    <div class="schoolnaast">
      <Table
        caption={text.about(yearsOf(published))}
        head={[text.whatColumn, text.inspection, text.ours]}
        rows={[...togetherRows(beside, language), ...years.map((year) => yearRow(year, language))]}
        figures={[1, 2]}
      />
      {compared.length > 0 && <p>{compared.every((same) => same) ? text.same : text.differs}</p>}
      <p class="noot">{text.source(published.ovt)}</p>
    </div>
  )
}

type ThreeCells = readonly [string, string, string]

function togetherRows({ together, standing, published }: PublishedBeside, language: Language): ThreeCells[] {
  const text = contextText(language)
  const weighting: ThreeCells = [
    text.row.weighting,
    published.weighting === null ? text.withheld : decimal(language, published.weighting),
    '',
  ]
  if (together === null) return [weighting, [text.row.pctTarget, text.withheld, text.notHere]]
  const { own, said } = together
  const signal = standing?.together && standing.together !== 'hidden' ? standing.together.signal : null
  const judged = signal && !('why' in signal) && isOwn(own) ? signal : null
  const cells = (title: string, say: (of: Exclude<typeof said, 'hidden'>) => string, mine: string) =>
    [title, said === 'hidden' ? text.hidden : say(said), mine] as const
  const ours = (share: 'at1F' | 'target') =>
    ownWords(own, text, (mine) => percentage(language, round(mine[share].value)))
  return [
    weighting,
    cells(
      text.row.pupils,
      ({ pupils }) => String(pupils),
      ownWords(own, text, ({ pupils }) => String(pupils)),
    ),
    cells(text.row.pct1F, ({ pct1F }) => percentage(language, pct1F), ours('at1F')),
    cells(text.row.pctTarget, ({ pctTarget }) => percentage(language, pctTarget), ours('target')),
    cells(
      verdictTitle('1F', published.together?.value1F, language),
      ({ verdict1F }) => verdictOf(verdict1F, text),
      judged ? text.verdict[judged.verdict1F] : text.none,
    ),
    cells(
      verdictTitle('1S/2F', published.together?.valueTarget, language),
      ({ verdictTarget }) => verdictOf(verdictTarget, text),
      judged?.verdictTarget ? text.verdict[judged.verdictTarget] : text.none,
    ),
  ]
}

function yearRow(
  { said, own, schoolYear }: PublishedBeside['years'][number],
  language: Language,
): ThreeCells {
  const text = contextText(language)
  const share = (value: number, pupils: number) => text.share(percentage(language, round(value)), pupils)
  return [
    `${text.row.pctTarget}, ${text.row.yearAlone(yearTitle(schoolYear))}`,
    said === 'hidden' ? text.hidden : share(said.pctTarget, said.pupils),
    ownWords(own, text, (mine) => share(mine.target.value, mine.pupils)),
  ]
}

const round = (value: number) => Math.round(100 * value) / 100
const isOwn = (own: BesideOwn<unknown>['own']): own is Together => own !== null && own !== 'hidden'
const ownWords = (own: BesideOwn<unknown>['own'], text: Text, say: (mine: Together) => string) =>
  isOwn(own) ? say(own) : own === 'hidden' ? text.hidden : text.notHere
