import type { Day, Moment } from '../kernel/day.ts'
import type { OfferId, PersonId, VisitId } from '../kernel/id.ts'
import type { May } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import { mayDropNote, mayKeepGuide, mayReadGuide, mayReadNotes, mayWriteNotes } from '../visit/guide-may.ts'
import type { Visit } from '../visit/visit.ts'
import {
  mayAnswer,
  mayAskVisit,
  mayCallOff,
  mayFallOut,
  mayGoWithout,
  mayHandOver,
  mayMove,
  mayOffer,
  mayReadQuestion,
  mayReadVisit,
  mayTakeOver,
  mayWithdraw,
} from '../visit/visit-may.ts'

type Ask = (actor: Actor) => May

const person = (name: string) => name as PersonId
const moment = (day: Day, clock: string) => `${day}T${clock}:00.000Z` as Moment
const DAY = '2026-11-24' as Day

/** The expert teacher goes to look at the owner's; the staff member takes the class over and asked the teacher to. */
const VISIT: Visit = {
  id: 'visit' as VisitId,
  visitor: person('expert'),
  host: person('owner'),
  cover: person('staff'),
  offerId: 'offer' as OfferId,
  startsAt: moment(DAY, '08:30'),
  endsAt: moment(DAY, '09:00'),
  planId: null,
  entryId: null,
  question: '',
  state: 'agreed',
  waitsFor: null,
  next: null,
  newCover: person('teacher'),
  askedBy: person('expert'),
  askedAt: moment(DAY, '07:00'),
  coverLeftAt: null,
  agreedAt: moment(DAY, '07:30'),
  ended: null,
  shared: { visitor: true, coordinator: false, team: false },
  sequence: 0,
  revision: 1,
  changedAt: moment(DAY, '07:30'),
}
const ASKED: Visit = { ...VISIT, state: 'asked', waitsFor: VISIT.host, newCover: null }
const NOTE = { author: VISIT.visitor, keptAt: null }
const sharing = (shared: Partial<Visit['shared']>): Visit => ({
  ...VISIT,
  shared: { ...VISIT.shared, ...shared },
})

/** Every act with visits, with the one place that decides about it. */
export const visitActs = (): Record<string, Ask> => ({
  'offer to take a class over': (actor) => mayOffer(actor),
  'take back such an offer of the staff member': (actor) => mayWithdraw(actor, { cover: person('staff') }),
  'ask to come and look, or invite': (actor) => mayAskVisit(actor),
  'read a visit (the expert goes to the owner’s, the staff member takes over, the teacher is asked to)': (
    actor,
  ) => mayReadVisit(actor, VISIT),
  'read what a visitor would like to see': (actor) => mayReadQuestion(actor, VISIT),
  'say yes or no to a visit that was asked': (actor) => mayAnswer(actor, ASKED),
  'propose another moment for a visit': (actor) => mayMove(actor, VISIT),
  'call a visit off': (actor) => mayCallOff(actor, VISIT),
  'ask a colleague to take the class over instead': (actor) => mayHandOver(actor, VISIT),
  'say that one can’t take the class over': (actor) => mayFallOut(actor, VISIT),
  'look for another cover, or go without, when nobody takes the class over any more': (actor) =>
    mayGoWithout(actor, { ...VISIT, cover: null, coverLeftAt: VISIT.changedAt }),
  'say yes or no to taking the class over': (actor) => mayTakeOver(actor, VISIT),
  'choose the points of an observation guide, say who reads it': (actor) => mayKeepGuide(actor, VISIT),
  'read the points of an observation guide': (actor) => mayReadGuide(actor, VISIT),
  'write down what was seen on a visit': (actor) => mayWriteNotes(actor, VISIT),
  'throw away what a visitor proposed to keep of a visit': (actor) => mayDropNote(actor, VISIT, NOTE),
  'throw away what the owner kept of a visit': (actor) =>
    mayDropNote(actor, VISIT, { ...NOTE, keptAt: VISIT.endsAt }),
  'read what the owner kept of a visit': (actor) => mayReadNotes(actor, VISIT),
  'read what was kept of a visit when the owner closed it for the visitor': (actor) =>
    mayReadNotes(actor, sharing({ visitor: false })),
  'read what was kept of a visit when the owner shares it with the coordinator': (actor) =>
    mayReadNotes(actor, sharing({ coordinator: true })),
  'read what was kept of a visit when the owner shares it with the team': (actor) =>
    mayReadNotes(actor, sharing({ team: true })),
})
