import type { Child } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import { LinkButton } from '../ui/button.tsx'
import { COLUMNS, type ColumnName, type Columns } from './columns-view.ts'
import type { Statement } from './sentence.ts'
import { say } from './sentence-text.ts'
import { trendText } from './trend-text.ts'

type FourProps = {
  statements: readonly Statement[]
  /** What a team made of it; null: nothing yet. */
  columns: Columns | null
  language: Language
}

/** From figures to doing: four knots on one thread. The first is known; what comes next is open. */
export function FourColumns({ statements, columns, language }: FourProps) {
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
            {(columns && columns[name]) ?? <NotYet name={name} {...{ statements, here, language }} />}
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

type NotYetProps = Pick<FourProps, 'statements' | 'language'> & { name: ColumnName; here: ColumnName }

function NotYet({ name, statements, here, language }: NotYetProps): Child {
  const text = trendText(language).four
  if (name === 'data')
    return (
      <ul>
        {statements.map((statement) => (
          <li>{say(language, statement)}</li>
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
