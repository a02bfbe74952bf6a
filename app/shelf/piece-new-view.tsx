import type { Language } from '../kernel/language.ts'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import type { Choice, ReadyToWrite } from './shelf-sheet.ts'
import { shelfText } from './shelf-text.ts'

type Props = {
  /** What was shared and becomes this piece; null: the piece begins empty. */
  ready: ReadyToWrite | null
  /** The goals and tracks of the plan of today. */
  entries: readonly Choice[]
  says: string | null
  language: Language
}

/** Begins a piece: from what was shared, or from nothing. */
export function NewPieceView({ ready, entries, says, language }: Props) {
  const text = shelfText(language)
  return (
    <>
      {says && (
        <Notice kind="refusal" title={text.notDone}>
          <p>{says}</p>
        </Notice>
      )}
      <Form action="/shelf/new" id="begin" label={text.newTitle}>
        {ready ? (
          <>
            <HiddenFields values={{ promise: ready.promise }} />
            <p>
              <b>{ready.what}</b>
            </p>
            {ready.note !== '' && <p class="serif">{ready.note}</p>}
            <p class="zacht">{text.readyUnder}</p>
          </>
        ) : (
          entries.length > 0 && (
            <SelectField name="entry" label={text.about} none={text.aboutNone} options={entries} />
          )
        )}
        <Button icon="pen">{ready ? text.makePiece : text.begin}</Button>
      </Form>
    </>
  )
}
