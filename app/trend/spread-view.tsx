import type { Language } from '../kernel/language.ts'
import { LinkButton } from '../ui/button.tsx'
import { BarsView } from '../ui/chart-bars-view.tsx'
import { Fold } from '../ui/details.tsx'
import { Table } from '../ui/table.tsx'
import { StatementList } from './statement-view.tsx'
import type { Spread } from './subject-panels-view.ts'
import { subjectText } from './subject-text.ts'
import { onPage, type TrendTable } from './trend-table-view.ts'
import { trendText } from './trend-text.ts'

type FoldProps = {
  caption: string
  table: TrendTable
  open?: boolean
  /** So many columns are of words; the others are numbers. */
  words?: number
  language: Language
}

/** The table behind a chart. */
export function NumbersFold({ caption, table, open = false, words = 2, language }: FoldProps) {
  return (
    <Fold summary={trendText(language).toTable} open={open}>
      <Table caption={caption} {...onPage(table, words)} />
    </Fold>
  )
}

type SpreadProps = {
  spread: Spread
  id: string
  full: string
  /** Null: it can't be saved. */
  picture: string | null
  language: Language
}

/** How pupils spread over levels: a bar for each year, what it shows, and its numbers. */
export function SpreadPart({ spread, id, full, picture, language }: SpreadProps) {
  const text = subjectText(language)
  const { of, bars, statements, aims, few, table } = spread
  const hasMeant = bars.bars.some(({ reference }) => reference)
  return (
    <section aria-labelledby={`${id}-${of}-title`} class="verdeling">
      <h3 id={`${id}-${of}-title`}>{text.spread.title[of]}</h3>
      <figure>
        <BarsView bars={bars} />
        <figcaption class="noot">
          {[hasMeant ? text.spread.levelsNote : text.spread.plainNote, ...few].join(' ')}
        </figcaption>
      </figure>
      <StatementList statements={statements} language={language} />
      {aims.length > 0 && (
        <ul class="zinnen">
          {aims.map(({ href, said }) => (
            <li>
              <a href={href}>{said}</a>
            </li>
          ))}
        </ul>
      )}
      {table && <NumbersFold caption={text.spreadCaption(full)} table={table} language={language} />}
      {picture && (
        <p class="rij">
          <LinkButton href={picture} icon="download" about={full} download>
            {text.spreadPicture}
          </LinkButton>
        </p>
      )}
    </section>
  )
}
