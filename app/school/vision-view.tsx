import { dayOf, longDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, TextField } from '../ui/field.tsx'
import { Actions, Form, HiddenFields, PostButton, Problems } from '../ui/form.tsx'
import { Empty, Notice } from '../ui/notice.tsx'
import {
  activeLines,
  FEWEST_LINES,
  isActive,
  LONGEST_LINE,
  LONGEST_SHORT,
  type VisionLine,
  type VisionRefusal,
} from './vision.ts'
import { visionText } from './vision-text.ts'

/** What was refused: on which line (null: the new one), and what was typed there. */
export type VisionTrouble = {
  readonly refusal: VisionRefusal
  readonly line: string | null
  readonly text: string
  readonly short: string
}

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

type LineProps = {
  line: VisionLine
  place: number
  count: number
  action: string | null
  language: Language
  trouble: VisionTrouble | null
}

function Line({ line, place, count, action, language, trouble }: LineProps) {
  const text = visionText(language)
  const mine = trouble?.line === line.id ? trouble : null
  return (
    <>
      <p class="visiezin">{line.text}</p>
      <p class="noot">{line.short}</p>
      {action && (
        <div class="rij knoppen">
          {place > 0 && <Move action={action} line={line} act="up" label={text.up} />}
          {place < count - 1 && <Move action={action} line={line} act="down" label={text.down} />}
          <Fold
            summary={
              <>
                {text.edit}
                <span class="vh">{text.about(line.short)}</span>
              </>
            }
            open={mine !== null}
          >
            <LineForm action={action} language={language} line={line} trouble={mine} />
            <Retire action={action} line={line} language={language} />
          </Fold>
        </div>
      )}
    </>
  )
}

function Move({
  action,
  line,
  act,
  label,
}: {
  action: string
  line: VisionLine
  act: 'up' | 'down'
  label: string
}) {
  return (
    <PostButton
      action={action}
      hidden={{ line: line.id }}
      kind="quiet"
      name="act"
      value={act}
      icon={act}
      about={`: ${line.short}`}
    >
      {label}
    </PostButton>
  )
}

function Retire({ action, line, language }: { action: string; line: VisionLine; language: Language }) {
  const text = visionText(language)
  return (
    <div class="blok">
      <p class="noot" id={`retire-${line.id}`}>
        {text.retireWhat}
      </p>
      <PostButton
        action={action}
        hidden={{ line: line.id }}
        kind="quiet"
        name="act"
        value="retire"
        about={text.about(line.short)}
        describedBy={`retire-${line.id}`}
      >
        {text.retire}
      </PostButton>
    </div>
  )
}

type LineFormProps = {
  action: string
  language: Language
  line: VisionLine | null
  trouble: VisionTrouble | null
}

function LineForm({ action, language, line, trouble }: LineFormProps) {
  const text = visionText(language)
  const key = line?.id ?? 'new'
  const errorAt = (field: string) =>
    trouble?.refusal.field === field ? text.refused[trouble.refusal.refused] : null
  return (
    <Form action={action}>
      {line && <HiddenFields values={{ line: line.id }} />}
      <TextField
        name="text"
        id={`f-text-${key}`}
        label={text.text}
        value={trouble ? trouble.text : (line?.text ?? '')}
        maxlength={LONGEST_LINE}
        error={errorAt('text')}
      />
      <Field
        name="short"
        id={`f-short-${key}`}
        label={text.short}
        hint={text.shortHint}
        value={trouble ? trouble.short : (line?.short ?? '')}
        maxlength={LONGEST_SHORT}
        error={errorAt('short')}
        narrow
      />
      <Actions>
        <Button name="act" value={line ? 'reword' : 'add'} kind={line ? 'main' : 'quiet'}>
          {line ? text.save : text.add}
        </Button>
      </Actions>
    </Form>
  )
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
