import { nextYear, previousYear, type SchoolYear, yearTitle } from '../kernel/school-year.ts'
import { ArrowLink, BackLink, LinkButton } from '../ui/button.tsx'
import { Empty } from '../ui/notice.tsx'
import { CircleLegend } from './circle-legend-view.tsx'
import { CircleView } from './circle-view.tsx'
import { headOf, Troubles } from './trouble-view.tsx'
import { YearList } from './year-list-view.tsx'
import { yearPageText } from './year-page-text.ts'
import type { YearSheet } from './year-sheet.ts'

/** The year as circle and list, with what does not fit on top of the list. */
export function YearView({ sheet }: { sheet: YearSheet }) {
  const { language, schoolYear } = sheet
  const text = yearPageText(language)
  const isEmpty = sheet.moments.length === 0
  return (
    <>
      <YearHead sheet={sheet} view="circle" />
      <Says sheet={sheet} />
      {isEmpty && (
        <Empty sentence={sheet.mayPlan ? text.empty : text.emptyReader(sheet.terms.coordinator)}>
          {sheet.mayPlan && <ArrowLink href={layHref(schoolYear)}>{text.lay}</ArrowLink>}
        </Empty>
      )}
      {!isEmpty && <Filter sheet={sheet} />}
      <div class="rond">
        <div class="rondcirkel">
          <CircleView sheet={sheet} />
          <CircleLegend sheet={sheet} />
          <p class="rij">
            <a href={`/year/circle.svg?year=${schoolYear}`} data-turbo="false" download>
              {text.image}
            </a>
          </p>
        </div>
        <div>
          <Troubles sheet={sheet} />
          <YearList sheet={sheet} />
          <Around sheet={sheet} />
        </div>
      </div>
    </>
  )
}

const layHref = (year: SchoolYear) => `/year/new?year=${year}`

type HeadProps = { sheet: YearSheet; view: 'circle' | 'month' }

/** What is true of this year, and what one can do with it. */
export function YearHead({ sheet, view }: HeadProps) {
  const { language, schoolYear, mayPlan } = sheet
  const text = yearPageText(language)
  const head = headOf(sheet, text.title(yearTitle(schoolYear)))
  return (
    <div class="jaarkop">
      <div class="dagkop">
        <h1>{head.title}</h1>
        {head.under && <p>{head.under}</p>}
        <Views sheet={sheet} view={view} />
      </div>
      <div class="rij">
        {mayPlan && (
          <LinkButton href={`/year/item/new?year=${schoolYear}`} icon="plus" kind="main">
            {text.add}
          </LinkButton>
        )}
        <LinkButton href={`/year/print?year=${schoolYear}`} icon="print" download>
          {text.print}
        </LinkButton>
        <LinkButton href="/calendars" icon="calendar">
          {text.calendar}
        </LinkButton>
      </div>
    </div>
  )
}

function Views({ sheet, view }: HeadProps) {
  const text = yearPageText(sheet.language)
  const year = `year=${sheet.schoolYear}`
  const month = sheet.today.slice(0, 7)
  return (
    <nav class="jaarweg" aria-label={text.views}>
      <a href={`/year?${year}`} aria-current={view === 'circle' ? 'page' : undefined}>
        {text.asCircle}
      </a>
      <a href={`/year?${year}&month=${month}`} aria-current={view === 'month' ? 'page' : undefined}>
        {text.asMonth}
      </a>
    </nav>
  )
}

/** What waits, or is still to be said about the holidays. */
export function Says({ sheet }: { sheet: YearSheet }) {
  const { language, free, mayPlan, hasDates, schoolYear, waiting } = sheet
  const text = yearPageText(language)
  const holidays = `/year/holidays?year=${schoolYear}`
  return (
    <>
      {waiting > 0 && (
        <p class="jaarzin">
          {text.proposalsForYou(waiting)}{' '}
          <ArrowLink href={`/year/proposals?year=${schoolYear}`}>{text.toProposals}</ArrowLink>
        </p>
      )}
      {mayPlan && free.regionIsGuessed && hasDates && (
        <p class="jaarzin">
          {text.noRegion} <ArrowLink href={holidays}>{text.toHolidays}</ArrowLink>
        </p>
      )}
      {mayPlan && !hasDates && (
        <p class="jaarzin">
          {text.noDates} <ArrowLink href={holidays}>{text.toHolidays}</ArrowLink>
        </p>
      )}
    </>
  )
}

/** Choices without script: the style sheet shows what belongs to the one that is chosen. */
function Filter({ sheet }: { sheet: YearSheet }) {
  const text = yearPageText(sheet.language)
  return (
    <fieldset class="jaarfilter">
      <legend class="vh">{text.show}</legend>
      {text.filter.map((label, place) => (
        <label for={`s${place}`}>
          <input type="radio" name="show" id={`s${place}`} checked={place === 0 ? true : undefined} />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

/** Other years, and for who plans the pages with which the year is made. */
export function Around({ sheet }: { sheet: YearSheet }) {
  const { language, schoolYear, mayPlan, moments } = sheet
  const text = yearPageText(language)
  const year = `year=${schoolYear}`
  const [before, after] = [previousYear(schoolYear), nextYear(schoolYear)]
  const isEmpty = moments.length === 0
  return (
    <nav class="jaarrond" aria-label={text.years}>
      <BackLink href={`/year?year=${before}`}>{text.yearBefore(yearTitle(before))}</BackLink>
      <ArrowLink href={`/year?year=${after}`}>{text.yearAfter(yearTitle(after))}</ArrowLink>
      {mayPlan && <ArrowLink href={`/year/holidays?${year}`}>{text.holidays}</ArrowLink>}
      {mayPlan && <ArrowLink href={`/year/template?${year}`}>{text.template}</ArrowLink>}
      {mayPlan && <ArrowLink href="/year/import">{text.takeIn}</ArrowLink>}
      {mayPlan && !isEmpty && <ArrowLink href={layHref(schoolYear)}>{text.layMore}</ArrowLink>}
      {mayPlan && !isEmpty && (
        <ArrowLink href={`/year/new?year=${after}&from=${schoolYear}`}>{text.nextFromThis}</ArrowLink>
      )}
      <ArrowLink href={`/year/proposals?${year}`}>{text.proposals}</ArrowLink>
    </nav>
  )
}
