import type { Entry } from '../plan/entry.ts'
import type { Drawing } from '../plan/plan-sheet-view.ts'
import { ArrowLink } from '../ui/button.tsx'
import type { NoteReader } from './note.ts'
import { mayOpenNotes } from './note-may.ts'
import { nameIn, othersIn } from './note-sheet.ts'
import { noteText } from './note-text.ts'

/** Whether this reader could have notes in this plan at all: a track of one's own, or one's name with another's. */
export const hasNotesInSight = ({ plan, actor }: Drawing) =>
  plan.entries.some(
    (entry) =>
      entry.kind === 'teacher-track' &&
      (entry.personId === actor.personId || entry.people.some((named) => named.personId === actor.personId)),
  )

/** The quiet way from a card to its notes; null for who may not open them. */
export function noteLink(entry: Entry, d: Drawing, readers: readonly NoteReader[]) {
  if (!mayOpenNotes(d.actor, entry, readers).may) return null
  const text = noteText(d.language)
  const { people } = d.sheet.roster
  const others = othersIn(entry, readers, people, d.actor.personId)
  const owner = entry.personId === d.actor.personId ? null : nameIn(people, entry.personId ?? '')
  return (
    <p class="naar-notities">
      <ArrowLink href={`${d.href}/entry/${entry.id}/notes`}>
        {owner === null ? text.link(others) : text.linkOf(owner)}
      </ArrowLink>
    </p>
  )
}
