import type { Language } from '../kernel/language.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { cardId } from '../plan/plan-sheet-view.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/notice.tsx'
import { questionWords } from '../writing/search.ts'
import type { FoundText, FoundYear, SearchSheet } from './search.ts'
import { searchText } from './search-text.ts'

type Props = { sheet: SearchSheet; language: Language }

/** The field to search with, and what was found by where it stands. */
export function SearchView({ sheet, language }: Props) {
  const text = searchText(language)
  return (
    <>
      <h1>{text.title}</h1>
      <form class="zoek veld" action="/search" method="get" role="search">
        <label for="zoek">{text.label}</label>
        <small id="zoek-hint">{text.hint}</small>
        <div class="rij">
          <input
            id="zoek"
            type="search"
            name="q"
            value={sheet.question}
            maxlength={200}
            aria-describedby="zoek-hint"
            autofocus={sheet.question === '' ? true : undefined}
          />
          <Button>{text.act}</Button>
        </div>
      </form>
      {sheet.question === '' ? <p class="stil">{text.scope}</p> : <Results {...{ sheet, language }} />}
    </>
  )
}

function Results({ sheet, language }: Props) {
  const text = searchText(language)
  if (questionWords(sheet.question).length === 0) return <Empty sentence={text.tooShort} />
  const { people, lines, plans, years, shelf } = sheet
  if (people.length + lines.length + plans.length + years.length + shelf.length === 0)
    return <Empty sentence={text.none(sheet.question)} />
  return (
    <div class="gevonden">
      {people.length > 0 && <People {...{ sheet, language }} />}
      {lines.length > 0 && <Lines {...{ sheet, language }} />}
      {plans.length > 0 && <Plans {...{ sheet, language }} />}
      {shelf.length > 0 && <Shelf {...{ shelf, language }} />}
      {years.map((year) => (
        <Year {...{ year, language }} />
      ))}
      {sheet.more && <p class="stil">{text.more}</p>}
    </div>
  )
}

function People({ sheet, language }: Props) {
  const text = searchText(language)
  return (
    <section>
      <h2>{text.people}</h2>
      <ul class="treffers">
        {sheet.people.map(({ person, tracks }) => (
          <li>
            <b>{person.name}</b> {person.groups.join(', ')}
            <span class="rij">
              {tracks.length === 0 && !person.hasLeft && <span class="stil">{text.noTrack}</span>}
              {tracks.map(({ planId, entryId, schoolYear }) => (
                <a href={`/plan/${planId}#${cardId(entryId)}`}>{text.track(yearTitle(schoolYear))}</a>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Lines({ sheet, language }: Props) {
  const text = searchText(language)
  return (
    <section>
      <h2>{text.vision}</h2>
      <ul class="treffers">
        {sheet.lines.map((line) => (
          <li>
            <a href="/vision">{line.text}</a> {line.retiredAt && <span class="stil">{text.retired}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Plans({ sheet, language }: Props) {
  return (
    <section>
      <h2>{searchText(language).plans}</h2>
      <ul class="treffers">
        {sheet.plans.map(({ id, title }) => (
          <li>
            <a href={`/plan/${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Year({ year, language }: { year: FoundYear; language: Language }) {
  const text = searchText(language)
  return (
    <section>
      <h2>{year.plan ? text.year(yearTitle(year.plan.schoolYear)) : text.elsewhere}</h2>
      <ul class="treffers">
        {year.texts.map((found) => (
          <Treffer found={found} />
        ))}
      </ul>
    </section>
  )
}

const Shelf = ({ shelf, language }: { shelf: readonly FoundText[]; language: Language }) => (
  <section>
    <h2>{searchText(language).shelf}</h2>
    <ul class="treffers">
      {shelf.map((found) => (
        <Treffer found={found} />
      ))}
    </ul>
  </section>
)

const Treffer = ({ found }: { found: FoundText }) => (
  <li>
    <a href={found.href}>{found.title}</a>
    <p>{found.piece.map(({ text, found: isFound }) => (isFound ? <mark>{text}</mark> : text))}</p>
  </li>
)
