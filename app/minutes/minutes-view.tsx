import type { Child } from 'hono/jsx'
import { Hash } from '../adoption/seal-view.tsx'
import type { Language } from '../kernel/language.ts'
import { Notice } from '../ui/notice.tsx'
import { RichText } from '../ui/rich.tsx'
import { WordDiff } from '../ui/word-diff.tsx'
import type { Part } from './minutes-part-view.ts'
import type { MinutesCheck } from './minutes-seal.ts'
import type { Story, StoryCorrection, StoryItem } from './minutes-story-view.ts'
import { minutesText } from './minutes-text.ts'

export type MinutesViewProps = {
  story: Story
  language: Language
  /** What stands under an item for who completes the minutes; null: one reads them. */
  under: ((itemId: string) => Child) | null
  /** What stands at the end of the document, before its seal. */
  underWhole: Child
  /** The actions as they are now. */
  actions: Child
  check: MinutesCheck | null
}

/** Minutes as a document: serif, hairlines, one column. */
export function MinutesView(props: MinutesViewProps) {
  const { story, language } = props
  const text = minutesText(language)
  return (
    <article class="notulen">
      <Facts rows={story.facts} />
      <section aria-labelledby="er-kop">
        <h2 id="er-kop">{text.presence}</h2>
        <p>{story.thereSentence}</p>
        <Facts rows={story.presenceLines} />
      </section>
      <ol class="notulenpunten">
        {story.items.map((item) => (
          <Item item={item} {...props} />
        ))}
      </ol>
      {story.note.length > 0 && <Parts parts={story.note} language={language} />}
      {props.underWhole}
      <Agreed {...props} />
      <Closing {...props} />
      <Corrections corrections={story.corrections} language={language} />
      {props.check && <Seal check={props.check} language={language} />}
    </article>
  )
}

const Facts = ({ rows }: { rows: Story['facts'] }) => (
  <dl class="notulenfeiten">
    {rows.map(({ label, text }) => (
      <div>
        <dt>{label}</dt>
        <dd>{text}</dd>
      </div>
    ))}
  </dl>
)

function Item({ item, language, under }: MinutesViewProps & { item: StoryItem }) {
  return (
    <li id={`i-${item.id}`}>
      <h2>{item.title}</h2>
      {item.under !== '' && <p class="noot">{item.under}</p>}
      <Parts parts={item.parts} language={language} />
      {item.corrections.map((one) => (
        <CorrectionText one={one} />
      ))}
      {under?.(item.id)}
    </li>
  )
}

function Parts({ parts, language }: { parts: readonly Part[]; language: Language }) {
  return (
    <>
      {parts.map((part) => (
        <PartOf part={part} language={language} />
      ))}
    </>
  )
}

function PartOf({ part, language }: { part: Part; language: Language }) {
  switch (part.is) {
    case 'rich':
      return (
        <Piece label={part.label}>
          <div class="tekst">
            <RichText text={part.text} />
          </div>
        </Piece>
      )
    case 'change':
      return (
        <Piece label={part.label}>
          <p class="wijziging">
            <WordDiff before={part.before} after={part.after} language={language} />
          </p>
        </Piece>
      )
    case 'points':
      return (
        <Piece label={part.label}>
          <Points points={part.points} />
        </Piece>
      )
    case 'outcome':
      return <p class="notulenbesluit">{labelled(`${part.label}. `, part.text)}</p>
    case 'line':
      return <p class="regels">{labelled(part.label ? `${part.label}: ` : '', part.text)}</p>
  }
}

const labelled = (label: string, text: string) => (
  <>
    {label !== '' && <b>{label}</b>}
    {text}
  </>
)

const Piece = ({ label, children }: { label: string | null; children: Child }) => (
  <div class="notulenstuk">
    {label && <p class="label">{label}</p>}
    {children}
  </div>
)

const Points = ({ points }: { points: readonly string[] }) => (
  <ul class="punten">
    {points.map((point) => (
      <li>{point}</li>
    ))}
  </ul>
)

function Agreed({ story, language, actions }: MinutesViewProps) {
  const text = minutesText(language)
  return (
    <section aria-labelledby="ac-kop">
      <h2 id="ac-kop">{text.actions}</h2>
      {story.actions.length === 0 && <p>{text.noActions}</p>}
      {actions}
    </section>
  )
}

function Closing({ story, language }: MinutesViewProps) {
  const text = minutesText(language)
  return (
    <>
      {story.carried.length > 0 && (
        <section aria-labelledby="do-kop">
          <h2 id="do-kop">{text.carried}</h2>
          <Points points={story.carried} />
        </section>
      )}
      {story.closing.map((sentence) => (
        <p class="regels">{sentence}</p>
      ))}
    </>
  )
}

function Corrections({
  corrections,
  language,
}: {
  corrections: readonly StoryCorrection[]
  language: Language
}) {
  if (corrections.length === 0) return null
  return (
    <section aria-labelledby="co-kop">
      <h2 id="co-kop">{minutesText(language).corrections}</h2>
      {corrections.map((one) => (
        <CorrectionText one={one} at />
      ))}
    </section>
  )
}

function CorrectionText({ one, at }: { one: StoryCorrection; at?: boolean }) {
  return (
    <div class="correctie">
      <p class="label">
        {one.title}
        {at && `. ${one.at}`}
      </p>
      <p class="regels">{one.what}</p>
      <p class="regels noot">
        {one.why} {one.signed}
      </p>
    </div>
  )
}

function Seal({ check, language }: { check: MinutesCheck; language: Language }) {
  const text = minutesText(language)
  return (
    <section aria-labelledby="ze-kop">
      {!check.isRight && <Notice kind="refusal" title={text.sealWrong} />}
      <h2 id="ze-kop">{text.seal}</h2>
      <Hash sha256={check.stored} />
      <p class="noot">{text.sealNote}</p>
    </section>
  )
}
