import type { MeetingId, PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { Button } from '../ui/button.tsx'
import { HiddenFields } from '../ui/form.tsx'
import type { Passage } from '../writing/passage.ts'
import { PassageField, WritingPieces, writingSays } from '../writing/passage-view.tsx'
import { SignsNote } from '../writing/signs-view.tsx'
import { writingText } from '../writing/writing-text.ts'
import type { Back } from './action-view.tsx'
import { minutesActText } from './minutes-act-text.ts'

/** A note that was sent and not stored: what was typed, who wrote meanwhile, why not. */
export type TriedNote = {
  readonly owner: string
  readonly typed: string
  readonly clash: { readonly passage: Passage; readonly by: string } | null
  readonly error: string | null
}

export type MinutesNoteProps = {
  meetingId: MeetingId
  /** An item, or the meeting as a whole. */
  owner: { readonly id: string; readonly title: string }
  note: Passage | null
  back: Back
  /** Where the whole form is sent, when not to the page of the minutes. */
  sendTo?: string
  /** Who writes: texts that could not be sent are kept by person on the device. */
  person: PersonId
  language: Language
  tried?: TriedNote | null
}

/** The note of one item. It saves itself while one writes; without script by its button. */
export function MinutesNote(props: MinutesNoteProps) {
  const { meetingId, owner, note, back, sendTo, person, language, tried } = props
  const text = minutesActText(language)
  const isWhole = owner.id === meetingId
  const mine = tried?.owner === owner.id ? tried : null
  return (
    <form
      action={sendTo ?? `/meeting/${meetingId}/minutes`}
      method="post"
      id={`note-${owner.id}`}
      class="formulier notulennotitie"
      novalidate
      aria-label={`${isWhole ? text.ownNoteLabel : text.noteLabel}: ${owner.title}`}
      data-person={person}
      {...writingSays(language)}
    >
      <span class="status" data-status />
      <SignsNote language={language} />
      <HiddenFields values={{ act: 'note', owner: owner.id, back }} />
      <PassageField
        ownerId={owner.id}
        field="note"
        saveTo={`/meeting/${meetingId}/minutes/text/${owner.id}`}
        label={isWhole ? text.ownNoteLabel : text.noteLabel}
        hint={isWhole ? text.ownNoteHint : text.noteHint}
        passage={note}
        language={language}
        typed={mine?.typed}
        clash={
          mine?.clash
            ? { passage: mine.clash.passage, by: mine.clash.by || writingText(language).someone }
            : null
        }
        error={mine?.error ?? null}
      />
      <Button kind="quiet">{text.save}</Button>
      <WritingPieces language={language} />
    </form>
  )
}
