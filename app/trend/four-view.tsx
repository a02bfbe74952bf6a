import type { Child } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import { LinkButton } from '../ui/button.tsx'
import { COLUMNS, type ColumnName, type Columns } from './columns-view.ts'
import { trendText } from './trend-text.ts'

/** Something that is seen; `about`: the subject that it is of, with the way to it. */
export type SeenLine = {
  readonly about: { readonly name: string; readonly href: string } | null
  readonly said: string
}

type FourProps = {
  lines: readonly SeenLine[]
  /** What a team made of it; null: nothing yet. */
  columns: Columns | null
  language: Language
}

/** From figures to doing: four knots on one thread. The first is known; what comes next is open. */
export function FourColumns({ lines, columns, language }: FourProps) {
  const text = trendText(language).four
  const here = columns?.here ?? 'meaning'
  return (
    <section class="trendvier" aria-labelledby="four">
      <h2 id="four" class="vh">
        {text.title}
      </h2>
      <ol class="vierd">
        {COLUMNS.map((name) => (
          <li class={standingOf(name, here)}>
            <h3>{text.heads[name]}</h3>
            <p>{text.asks[name]}</p>
            {(columns && columns[name]) ?? <NotYet name={name} {...{ lines, here, language }} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Full is done, open is the next, dotted is to come. */
function standingOf(name: ColumnName, here: ColumnName): string | undefined {
  if (name === here) return 'nu-hier'
  return COLUMNS.indexOf(name) > COLUMNS.indexOf(here) ? 'straks' : undefined
}

type NotYetProps = Pick<FourProps, 'lines' | 'language'> & { name: ColumnName; here: ColumnName }

function NotYet({ name, lines, here, language }: NotYetProps): Child {
  const text = trendText(language).four
  if (name === 'data')
    return (
      <ul>
        {lines.map(({ about, said }) => (
          <li>
            {about && <a href={about.href}>{about.name}</a>}
            {about ? `, ${said}` : said}
          </li>
        ))}
      </ul>
    )
  return (
    <>
      <p class="noot">{text.notYet[name]}</p>
      {name === here && (
        <p>
          <LinkButton kind="main" href="/trends/talks">
            {text.begin}
          </LinkButton>
        </p>
      )}
    </>
  )
}
