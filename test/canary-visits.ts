import type { Db } from '../app/db/database.ts'
import type { VisitId } from '../app/kernel/id.ts'
import { isRefusal } from '../app/kernel/refusal.ts'
import type { Member } from '../app/session/actor.ts'
import { printOf } from '../app/visit/guide.ts'
import { keepNote, writeNotes } from '../app/visit/guide-note-store.ts'
import { choosePoints, readGuide, shareGuide } from '../app/visit/guide-store.ts'
import { offerMoments, offersOf } from '../app/visit/offer-store.ts'
import { agreeVisit, callOffVisit } from '../app/visit/visit-change-store.ts'
import { askVisit, readVisit } from '../app/visit/visit-store.ts'
import { NOW_MOMENT } from './cast.ts'
import { slot } from './visit-room.ts'

/** Words around visits, and who of the readers may meet them: the two, the three, and with whom a guide is shared. */
export const VISIT_CANARIES = [
  // Bram looks at Petra's, Hanneke takes over. Petra keeps what she kept to herself.
  { word: 'kanarie-kijkvraag', for: ['bram', 'petra'], seenBy: 'petra' },
  { word: 'kanarie-kijkpunt', for: ['bram', 'petra'], seenBy: 'bram' },
  { word: 'kanarie-kijkvoorstel', for: ['bram', 'petra'], seenBy: 'petra' },
  { word: 'kanarie-gehouden', for: ['petra'], seenBy: 'petra' },
  { word: 'kanarie-bezet', for: ['hanneke'], seenBy: 'hanneke' },
  // Called off by Sem, who was to look at Bram's.
  { word: 'kanarie-afgezegd', for: ['sem', 'bram'], seenBy: 'bram' },
  // Sem looked at Wilma's, who shares it with the coordinator.
  { word: 'kanarie-gedeeld', for: ['wilma', 'sem', 'karin'], seenBy: 'karin' },
] as const

type Members = Readonly<Record<'bram' | 'petra' | 'hanneke' | 'sem' | 'wilma', Member>>
const told = { now: NOW_MOMENT, tell: async () => {} }

/** Visits with words in every place where words can stand. */
export async function plantVisits(db: Db, members: Members) {
  const { bram, petra, hanneke, sem, wilma } = members
  const first = await plantVisit(db, bram, petra, '2026-12-08T09:30', hanneke)
  await plantNote(db, first, { from: bram, text: 'kanarie-gehouden', keeper: petra })
  await plantNote(db, first, { from: bram, text: 'kanarie-kijkvoorstel', keeper: null })
  good(await choosePoints(db, petra, first, { picks: ['tone'], stay: [], added: ['kanarie-kijkpunt'] }))
  const nobody = { visitor: false, coordinator: false, team: false }
  good(await shareGuide(db, petra, first, nobody, NOW_MOMENT))
  const second = await plantVisit(db, sem, bram, '2026-12-09T09:30')
  good(await callOffVisit(db, sem, { id: second, revision: 2, ...told }, 'kanarie-afgezegd'))
  const third = await plantVisit(db, sem, wilma, '2026-12-10T09:30')
  await plantNote(db, third, { from: sem, text: 'kanarie-gedeeld', keeper: wilma })
  good(await shareGuide(db, wilma, third, { ...nobody, visitor: true, coordinator: true }, NOW_MOMENT))
}

async function plantVisit(db: Db, visitor: Member, host: Member, clock: string, cover?: Member) {
  const given = {
    visitor: visitor.personId,
    host: host.personId,
    chosen: cover ? { offer: await plantOffer(db, cover, clock) } : { slot: slot(clock) },
    question: 'kanarie-kijkvraag',
    planId: null,
    entryId: null,
  }
  const question = cover ? given.question : ''
  const id = good(await askVisit(db, visitor, { ...given, question }, told))
  good(await agreeVisit(db, host, { id, revision: 1, ...told }))
  return id
}

async function plantOffer(db: Db, cover: Member, clock: string) {
  good(await offerMoments(db, cover, { slots: [slot(clock)], words: 'kanarie-bezet' }, NOW_MOMENT))
  const [offer] = await offersOf(db, cover)
  if (!offer) throw new Error('no moment was offered')
  return offer.id
}

type Planting = { readonly from: Member; readonly text: string; readonly keeper: Member | null }

async function plantNote(db: Db, id: VisitId, { from, text, keeper }: Planting) {
  good(await writeNotes(db, from, id, [{ point: null, text, base: 0, print: printOf('') }], NOW_MOMENT))
  const visit = good(await readVisit(db, from, id))
  const note = good(await readGuide(db, from, visit)).notes.find((one) => one.text === text)
  if (keeper && note) good(await keepNote(db, keeper, id, { note: note.id, base: 1, text: null }, NOW_MOMENT))
}

function good<Answer>(answer: Answer): Exclude<NonNullable<Answer>, { readonly refused: string }> {
  if (answer === null || isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer as Exclude<NonNullable<Answer>, { readonly refused: string }>
}
