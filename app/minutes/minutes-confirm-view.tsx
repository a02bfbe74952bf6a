import type { MeetingId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { MeetingItem } from '../meeting/meeting.ts'
import { ArrowLink } from '../ui/button.tsx'
import { PostButton } from '../ui/form.tsx'
import { minutesActText } from './minutes-act-text.ts'

export type ConfirmMinutesProps = {
  /** The meeting that runs and has the minutes on its agenda. */
  meetingId: MeetingId
  item: MeetingItem
  language: Language
}

/** For the chair at an item of kind 'minutes': confirms them in one act, and comes back to the board. */
export function ConfirmMinutes({ meetingId, item, language }: ConfirmMinutesProps) {
  const text = minutesActText(language)
  if (item.kind !== 'minutes' || item.subjectId === null) return null
  const href = `/meeting/${item.subjectId}/minutes`
  return (
    <div class="stapel">
      <PostButton action={href} hidden={{ act: 'confirm', in: meetingId, back: 'board' }} icon="check">
        {text.confirm}
      </PostButton>
      <p class="noot">{text.confirmNote}</p>
      <ArrowLink href={href}>{text.read}</ArrowLink>
    </div>
  )
}
