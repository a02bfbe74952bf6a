import { dayOf, longDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { PostButton, Problems } from '../ui/form.tsx'
import { Empty, Notice } from '../ui/notice.tsx'
import { activeLines, FEWEST_LINES, isActive, type VisionLine } from './vision.ts'
import { Line, LineForm, type VisionTrouble } from './vision-line-view.tsx'
import { visionText } from './vision-text.ts'

export type VisionProps = {
  /** where the forms post to; null for who only reads */
  action: string | null
  language: Language
  lines: readonly VisionLine[]
  trouble?: VisionTrouble | null
  /** why this reader can't change them */
  because?: string | null
}

/** The vision lines in their order, with what can be done with each. */
export function VisionView({ action, language, lines, trouble = null, because = null }: VisionProps) {
  const text = visionText(language)
  const active = activeLines(lines)
  const missing = FEWEST_LINES - active.length
  return (
    <>
      {trouble && <Trouble trouble={trouble} language={language} />}
      {active.length === 0 && <Empty sentence={text.none} />}
      {active.length > 0 && (
        <ol class="visielijnen">
          {active.map((line, place) => (
            <li id={`line-${line.id}`}>
              <Line
                line={line}
                place={place}
                count={active.length}
                action={action}
                language={language}
                trouble={trouble}
              />
            </li>
          ))}
        </ol>
      )}
      {active.length > 0 && missing > 0 && <p class="noot">{text.fewer(missing)}</p>}
      {action && (
        <NewLine action={action} language={language} trouble={trouble?.line === null ? trouble : null} />
      )}
      {because && <p class="noot">{because}</p>}
      <Retired lines={lines.filter((line) => !isActive(line))} action={action} language={language} />
    </>
  )
}

function Trouble({ trouble, language }: { trouble: VisionTrouble; language: Language }) {
  const sentence = visionText(language).refused[trouble.refusal.refused]
  const { field } = trouble.refusal
  if (!field) return <Notice kind="refusal" title={sentence} />
  const id = `f-${field}-${trouble.line ?? 'new'}`
  return <Problems title={visionText(language).title} problems={[{ field: id, text: sentence }]} />
}

function NewLine({
  action,
  language,
  trouble,
}: {
  action: string
  language: Language
  trouble: VisionTrouble | null
}) {
  return (
    <section class="blok" aria-labelledby="new-line">
      <h2 id="new-line">{visionText(language).addTitle}</h2>
      <LineForm action={action} language={language} line={null} trouble={trouble} />
    </section>
  )
}

function Retired({
  lines,
  action,
  language,
}: {
  lines: readonly VisionLine[]
  action: string | null
  language: Language
}) {
  const text = visionText(language)
  if (lines.length === 0) return null
  return (
    <section class="blok" aria-labelledby="retired">
      <h2 id="retired">{text.retiredTitle}</h2>
      <p class="noot">{text.retiredWhat}</p>
      <ul class="regels">
        {lines.map((line) => (
          <li>
            <p>{line.text}</p>
            <p class="noot">
              {line.retiredAt && text.retiredOn(longDay(dayOf(new Date(line.retiredAt)), language))}
            </p>
            {action && (
              <PostButton
                action={action}
                hidden={{ line: line.id }}
                kind="quiet"
                name="act"
                value="back"
                about={text.about(line.short)}
              >
                {text.takeBack}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
