import type { Language } from '../kernel/language.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, TextField } from '../ui/field.tsx'
import { Actions, Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { LONGEST_LINE, LONGEST_SHORT, type VisionLine, type VisionRefusal } from './vision.ts'
import { visionText } from './vision-text.ts'

/** What was refused: on which line (null: the new one), and what was typed there. */
export type VisionTrouble = {
  readonly refusal: VisionRefusal
  readonly line: string | null
  readonly text: string
  readonly short: string
}

type LineProps = {
  line: VisionLine
  place: number
  count: number
  action: string | null
  language: Language
  trouble: VisionTrouble | null
}

/** One line with what can be done with it. */
export function Line({ line, place, count, action, language, trouble }: LineProps) {
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
    <PostButton action={action} hidden={{ line: line.id }} kind="quiet" name="act" value={act} icon={act}>
      <span class="vh">
        {label}: {line.short}
      </span>
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

/** The sentence and its short name; without a line it is a new one. */
export function LineForm({ action, language, line, trouble }: LineFormProps) {
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
