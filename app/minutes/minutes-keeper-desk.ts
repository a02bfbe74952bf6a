import { no, refuse } from '../kernel/refusal.ts'
import type { PassageKeeper } from '../writing/passage-keeper-desk.ts'
import { mayReadMinutes, mayWriteMinutes } from './minutes-may.ts'
import { NOTE, noteAt, noteScope, writeNote, wroteNote } from './minutes-note-store.ts'
import { minutesText } from './minutes-text.ts'

/** Notes of minutes: read by the school, written by who keeps them, talked about by nobody: the meeting is for that. */
export const minutesKeeper: PassageKeeper = {
  find(db, actor, ownerId, field) {
    return db.read(actor, async (sql) => {
      const at = field === NOTE ? await noteAt(sql, actor, ownerId) : null
      if (!at || !mayReadMinutes(actor, at.meeting).may) return null
      const { meeting, item, state } = at
      const others = no('only-who-keeps')
      return {
        place: { ownerId, field, scopeId: noteScope(meeting.id) },
        write: mayWriteMinutes(actor, meeting, state),
        suggest: others,
        decline: others,
        comment: others,
        title: (language) => `${minutesText(language).minutes} · ${item?.title ?? meeting.title}`,
        href: `/meeting/${meeting.id}/minutes#i-${ownerId}`,
      }
    })
  },

  async write(db, actor, place, text, base, now) {
    return (await writeNote(db, actor, place.ownerId, text, base, now)) ?? refuse('not-there')
  },

  wrote: (tx, actor, place) => wroteNote(tx, actor, place.ownerId),

  talked: () => Promise.resolve(),
}
