import type { Child } from 'hono/jsx'
import type { Terms } from '../kernel/language.ts'
import { LinkButton } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { Shell } from '../ui/shell.ts'
import { standText } from './stand-text.ts'

type Text = ReturnType<typeof standText>

export type StandProps = {
  shell: Shell
  terms: Terms
  /** how many years after somebody left the text of that track is erased */
  erasedAfterYears: number
  /** where the letter to the PMR is downloaded; null for who may not have it */
  letterHref: string | null
  /** the rights matrix, drawn by who has it */
  children?: Child
}

/** Who reads what and what it is never used for, in plain words. */
export function StandView({ shell, terms, erasedAfterYears, letterHref, children }: StandProps) {
  const text = standText(shell.language)
  return (
    <Page shell={shell} title={text.title}>
      <PageHead title={text.title} under={text.intro} />
      <div class="kolom stand-bladzijde">
        <Lines title={text.neverTitle} lines={Object.values(text.never)} large />
        <Kinds text={text} terms={terms} />
        <Lines
          title={text.withoutTitle}
          lines={[text.principal, text.administrator, text.outside, text.program]}
        />
        <Lines title={text.keepsTitle} lines={keeps(text, erasedAfterYears)} />
        <Lines title={text.logTitle} lines={[text.phases, text.versions, text.ways, text.notReading]} />
        {letterHref && <Letter text={text} href={letterHref} />}
        {children}
      </div>
    </Page>
  )
}

const keeps = (text: Text, years: number) => [text.plans, text.leaving, text.erasing(years), text.questions]

function Lines({ title, lines, large }: { title: string; lines: readonly string[]; large?: boolean }) {
  return (
    <section class="blok">
      <h2>{title}</h2>
      <ul class={large ? 'zinnen groot' : 'zinnen'}>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  )
}

function Kinds({ text, terms }: { text: Text; terms: Terms }) {
  return (
    <section class="blok">
      <h2>{text.kindsTitle}</h2>
      {Object.values(text.kinds).map((kind) => (
        <article class="soort">
          <h3>{kind.title(terms)}</h3>
          <dl class="velden">
            <div>
              <dt>{text.writes}</dt>
              <dd>{kind.writes(terms)}</dd>
            </div>
            <div>
              <dt>{text.reads}</dt>
              <dd>{kind.reads(terms)}</dd>
            </div>
          </dl>
        </article>
      ))}
    </section>
  )
}

function Letter({ text, href }: { text: Text; href: string }) {
  return (
    <section class="blok">
      <p>{text.letterWhy}</p>
      <p class="mt">
        <LinkButton href={href} icon="download" download>
          {text.letter}
        </LinkButton>
      </p>
    </section>
  )
}
