import type { Json } from '../kernel/canonical-json.ts'
import type { Roster } from '../plan/roster.ts'
import type { SeenDecision } from '../round/round-standing.ts'
import { type Amendment, changesIn, isTrackAbout } from './amendment.ts'
import { decisionJson, personJson } from './sealed-content.ts'

/**
 * How an amendment came to be, for the record under the seal. Of a track: who said yes and to which fields, no word of
 * its text, for that can be erased one day and the record can't. Of what is the team's: the whole decision.
 */
export function amendmentJson(amendment: Amendment, roster: Roster, decision: SeenDecision | null): Json {
  const { id, kind, about, subjectId, madeBy, madeAt, standIn } = amendment
  return {
    id,
    kind,
    about,
    subject: subjectId,
    madeBy: madeBy && personJson(madeBy, roster),
    madeAt,
    fields: changesIn(amendment).map(({ field }) => field),
    why: isTrackAbout(about) ? null : amendment.why,
    yeses: amendment.yeses.map(
      ({ side, person, at }): Json => ({ side, person: personJson(person, roster), at }),
    ),
    standIn: standIn !== null,
    decision: decision && decisionJson(decision, roster),
  }
}
