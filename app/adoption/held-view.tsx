import type { Language } from '../kernel/language.ts'
import { ArrowLink } from '../ui/button.tsx'
import type { HeldIn } from './held-desk.ts'
import { inRoomText } from './in-room-text.ts'

/** That the team decides, or decided, on this in a meeting, with the way to it. */
export function HeldLine({ held, language }: { held: HeldIn | null; language: Language }) {
  const text = inRoomText(language)
  if (held === null) return null
  return (
    <p class="noot">
      {held.isRunning ? text.heldIn(held.title) : text.wasHeldIn(held.title)}{' '}
      <ArrowLink href={held.href}>{text.toMeeting}</ArrowLink>
    </p>
  )
}
