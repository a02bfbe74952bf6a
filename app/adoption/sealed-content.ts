import { canonicalJson, type Json } from '../kernel/canonical-json.ts'
import type { PersonId } from '../kernel/id.ts'
import { type Entry, isGoal, TEXTS_OF, textOf } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import type { Roster } from '../plan/roster.ts'
import type { Voice } from '../round/round.ts'
import type { SeenDecision, SeenRound } from '../round/round-standing.ts'
import { wordsOf } from '../round/round-voice.ts'
import type { SealedMeeting } from './sealed-meeting.ts'

/** What of the plan goes under the seal, as canonical JSON. Names stand in it as they were on that day. */

export function frameContent(
  plan: Plan,
  roster: Roster,
  schoolName: string,
  contract: Readonly<Record<string, string>> = {},
): string {
  const own = Object.entries(contract).filter(([, text]) => text !== '')
  return canonicalJson({
    ...(own.length > 0 ? { contract: Object.fromEntries(own) } : {}),
    school: schoolName,
    schoolYear: plan.schoolYear,
    title: plan.title,
    // Only where one was set: what was sealed before there were aims keeps its fingerprint.
    ...(plan.preventiveAim === null ? {} : { preventiveAim: plan.preventiveAim }),
    principles: plan.principles.map(
      (principle): Json => ({
        id: principle.id,
        preset: principle.preset,
        text: principle.text.text,
        talk: principle.talk?.text ?? '',
        isNew: principle.carriedFrom === null,
      }),
    ),
    visionLines: roster.visionLines
      .filter(
        (line) =>
          line.retiredAt === null || plan.entries.some((entry) => entry.visionLineIds.includes(line.id)),
      )
      .map((line): Json => ({ id: line.id, text: line.text })),
  })
}

/** One entry. A track that its teacher does not stand behind yet gives its place and no text at all. */
export function entryContent(entry: Entry, roster: Roster): string {
  const place = { id: entry.id, kind: entry.kind, name: nameOf(entry, roster), weight: entry.weight }
  if (entry.agreedAt === null && !isGoal(entry)) return canonicalJson({ ...place, agreed: false })
  return canonicalJson({
    ...place,
    agreed: true,
    texts: Object.fromEntries(TEXTS_OF[entry.kind].map((field) => [field, textOf(entry, field)])),
    shareChoice: entry.shareChoice,
    visionLines: entry.visionLineIds,
    parent: entry.parentId,
    people: entry.people
      .filter((named) => named.part !== 'invited' && named.declinedAt === null)
      .map(
        (named): Json => ({
          id: named.personId,
          name: personName(named.personId, roster),
          part: named.part,
          agreedAt: named.agreedAt,
        }),
      ),
    moments: entry.moments.map((moment): Json => ({ day: moment.onDay, occasion: moment.occasion })),
    hours: entry.coordinatorHours,
    domains: entry.ownDomains,
    aim: entry.ownAim,
  })
}

const personName = (id: PersonId, roster: Roster) =>
  roster.people.find((person) => person.id === id)?.name ?? ''
const nameOf = (entry: Entry, roster: Roster) =>
  (entry.personId !== null && personName(entry.personId, roster)) ||
  (roster.learningTeams.find((team) => team.id === entry.learningTeamId)?.name ?? entry.name)

/**
 * The record of the decision: what was asked, by which rule, who said what by name; and the meeting in which the team
 * decided on the whole, when it did so in one.
 */
export function recordContent(
  decisions: readonly SeenDecision[],
  roster: Roster,
  meeting: SealedMeeting | null = null,
): string {
  const asked = decisions.map((decision) => decisionJson(decision, roster))
  return canonicalJson(meeting === null ? { decisions: asked } : { decisions: asked, meeting })
}

/** The record of a version with one more amendment in it; what was decided before stays as it was sealed. */
export function amendedRecord(record: string, amendment: Json): string {
  const before = asRecord(record)
  return canonicalJson({ ...before, amendments: [...(before.amendments ?? []), amendment] })
}

type RecordJson = {
  readonly decisions: readonly Json[]
  readonly amendments?: readonly Json[]
  readonly meeting?: Json
}

function asRecord(record: string): RecordJson {
  try {
    const read = JSON.parse(record) as RecordJson
    return Array.isArray(read.decisions) ? read : { decisions: [] }
  } catch {
    return { decisions: [] }
  }
}

/** Somebody as the record names them, with the name of that day. */
export const personJson = (id: PersonId, roster: Roster): Json => ({ id, name: personName(id, roster) })

export function decisionJson(decision: SeenDecision, roster: Roster): Json {
  const { rule, quorum, voters, chair, unnamed, absentDays } = decision.frame
  const person = (id: PersonId): Json => ({ id, name: personName(id, roster) })
  return {
    id: decision.id,
    about: decision.about,
    subject: decision.subjectId,
    title: decision.title,
    rule: rule.kind === 'consent' ? { kind: rule.kind } : { kind: rule.kind, percentage: rule.percentage },
    quorum,
    voters: voters.map(person),
    unnamed,
    absentDays,
    chair: person(chair),
    openedAt: decision.openedAt,
    outcome: decision.standing.now.is,
    rounds: decision.rounds.map((round) => roundJson(round, person)),
  }
}

function roundJson(round: SeenRound, person: (id: PersonId) => Json): Json {
  return {
    number: round.number,
    text: round.text,
    changeNote: round.changeNote,
    openedAt: round.openedAt,
    held: round.held,
    closesAt: round.held === 'room' ? null : round.closesAt,
    closedAt: round.closed?.at ?? null,
    outcome: round.closed?.outcome ?? null,
    voices: (round.voices ?? []).map((voice) => voiceJson(voice, person)),
    counted: round.counted && { ...round.counted, by: person(round.counted.by) },
    given: round.given && round.given.map(person),
    ballots: round.ballots && { ...round.ballots },
    late: round.late.map((late): Json => ({ ...late, person: person(late.person) })),
    settled:
      round.settled === null
        ? null
        : { way: round.settled.way, note: round.settled.note, at: round.settled.at },
  }
}

function voiceJson(
  { person: id, answer, how, enteredBy, spokenAt, withdrawnAt }: Voice,
  person: (id: PersonId) => Json,
): Json {
  const entered = { how, enteredBy: enteredBy && person(enteredBy) }
  const said = { kind: answer.kind, words: wordsOf(answer), spokenAt, withdrawnAt }
  return { person: person(id), ...said, ...entered }
}
