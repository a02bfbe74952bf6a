import { dayOf } from '../kernel/day.ts'
import { lookupOf } from '../plan/plan-sheet.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { FillStory } from '../step/story-desk.ts'
import { hasBeen, isComing, partOf } from '../visit/visit.ts'
import { visitsOfEntry } from '../visit/visit-store.ts'
import { visitText } from '../visit/visit-text.ts'
import { storyVisitsText } from './story-visits-text.ts'

/** Lesson visits in the story of a goal or track: those that this reader is one of the three of. */
export const visitsInStory: FillStory = async ({ desk, reader }, entry) => {
  const { actor, language } = reader
  const visits = await visitsOfEntry(desk.db, actor, entry.id)
  if (visits.length === 0) return []
  const { people } = lookupOf(await readRoster(desk.db, actor))
  return visits.flatMap((visit) => {
    const part = partOf(visit, actor.personId)
    const been = hasBeen(visit, desk.now)
    if (part === null || (!been && !isComing(visit, desk.now))) return []
    const title = been ? storyVisitsText(language).was[part] : visitText(language).title[part]
    return [
      {
        kind: 'visit',
        on: dayOf(new Date(visit.startsAt)),
        at: visit.startsAt,
        title: title(people.get(visit.visitor)?.name ?? '', people.get(visit.host)?.name ?? ''),
        note: '',
        href: `/visits/${visit.id}`,
        ...(been ? {} : { isOpen: true }),
      },
    ]
  })
}
