import type { Db } from '../db/database.ts'
import { newId, type PersonId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Member } from '../session/actor.ts'
import type { Slot } from '../visit/offer.ts'
import type { AgreementId, PeerMomentId } from './peer.ts'
import { mayAnswerNamed, mayAnswerPeers, mayKeepPeers, mayReadBrought, type PeerNo } from './peer-may.ts'
import { addAgreement, addMoment, cancelMoment, moveMoment, removeAgreement } from './peer-moments.ts'
import {
  answer,
  answerNamed,
  askMore,
  close,
  type GivenFrame,
  leave,
  reframe,
  show,
  takeBack,
  writeBrought,
  writeKept,
} from './peer-rules.ts'
import { type Changing, changePeers } from './peer-write-store.ts'

/** What can be done with a group, each in one transaction; null: there is no such group for this person. */
type Done = Promise<'done' | PeerNo | null>

/** Yes, or can't now: nobody asks why. */
export const answerPeers = (db: Db, actor: Member, at: Changing, isYes: boolean): Done =>
  changePeers(db, actor, at, {
    may: mayAnswerPeers,
    rule: (group, me) => answer(group, me, isYes, at.now),
  })

/** The other of two agrees that a third one is asked, or would rather stay with two. */
export const answerThird = (db: Db, actor: Member, at: Changing, isYes: boolean): Done =>
  changePeers(db, actor, at, {
    may: mayAnswerNamed,
    rule: (group, me) => answerNamed(group, me, isYes, at.now),
  })

/** One more colleague. */
export const askAnother = (db: Db, actor: Member, at: Changing, who: PersonId): Done =>
  changePeers(db, actor, at, {
    may: mayKeepPeers,
    rule: (group, me) => askMore(group, me, who, at.now),
    brings: who,
  })

export const takeBackAsk = (db: Db, actor: Member, at: Changing, who: PersonId): Done =>
  changePeers(db, actor, at, { may: mayKeepPeers, rule: (group) => takeBack(group, who) })

export const leavePeers = (db: Db, actor: Member, at: Changing): Done =>
  changePeers(db, actor, at, { may: mayKeepPeers, rule: (group, me) => leave(group, me, at.now) })

export const closePeers = (db: Db, actor: Member, at: Changing): Done =>
  changePeers(db, actor, at, { may: mayKeepPeers, rule: (group) => close(group, at.now) })

/** Another aim, topic or end. */
export const reframePeers = (db: Db, actor: Member, at: Changing, given: GivenFrame): Done =>
  changePeers(db, actor, at, { may: mayKeepPeers, rule: (group) => reframe(group, given) })

export const agreeOn = (db: Db, actor: Member, at: Changing, text: string): Done =>
  changePeers(db, actor, at, {
    may: mayKeepPeers,
    rule: (group) => addAgreement(group, newId<'peer-agreement'>(), text, at.now),
  })

export const dropAgreement = (db: Db, actor: Member, at: Changing, id: AgreementId): Done =>
  changePeers(db, actor, at, { may: mayKeepPeers, rule: (group) => removeAgreement(group, id) })

type Placed = { readonly slot: Slot; readonly place: string }

/** A moment for all who are in it; refused when one of them has something else then. */
export const meetPeers = (db: Db, actor: Member, at: Changing, placed: Placed): Done =>
  changePeers(db, actor, at, {
    may: mayKeepPeers,
    rule: (group) => addMoment(group, newId<'peer-moment'>(), placed),
    at: { slot: placed.slot, moves: null },
  })

export const moveMeeting = (
  db: Db,
  actor: Member,
  at: Changing,
  { id, ...placed }: Placed & { readonly id: PeerMomentId },
): Done =>
  changePeers(db, actor, at, {
    may: mayKeepPeers,
    rule: (group) => moveMoment(group, id, placed, at.now),
    at: { slot: placed.slot, moves: id },
  })

export const cancelMeeting = (db: Db, actor: Member, at: Changing, id: PeerMomentId): Done =>
  changePeers(db, actor, at, { may: mayKeepPeers, rule: (group) => cancelMoment(group, id, at.now) })

/** What it brought me, for myself alone; '' takes it away. */
export const keepForMyself = (db: Db, actor: Member, at: Changing, words: string): Done =>
  changePeers(db, actor, at, {
    may: (who, group) => mayReadBrought(who, group, actor.personId),
    rule: (group, me) => writeBrought(group, me, words),
  })

/** What we keep of it together. `was`: what stood there when one began to write; when another wrote meanwhile: refused. */
export const keepTogether = (
  db: Db,
  actor: Member,
  at: Changing,
  words: string,
  was: string | null = null,
): Done =>
  changePeers(db, actor, at, {
    may: mayKeepPeers,
    rule: (group) =>
      was !== null && was !== group.kept ? refuse('changed', 'kept') : writeKept(group, words),
  })

/** Whether the team may see that I learn here. */
export const showOnMap = (db: Db, actor: Member, at: Changing, shows: boolean): Done =>
  changePeers(db, actor, at, { may: mayKeepPeers, rule: (group, me) => show(group, me, shows) })
