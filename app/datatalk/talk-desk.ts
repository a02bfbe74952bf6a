import type { Context } from 'hono'
import type { AmbitionSheet } from '../ambition/ambition-sheet.ts'
import { ambitionSheetsOf } from '../ambition/ambition-sheet-store.ts'
import { ambitionsOf } from '../ambition/ambition-store.ts'
import { type DataTalkId, parseId } from '../kernel/id.ts'
import { firstName } from '../school/person.ts'
import { found } from '../school/school-desk.tsx'
import { learningTeamIn, personIn, type Team } from '../school/team.ts'
import { readTeam } from '../school/team-store.ts'
import type { OnDesk } from '../session/desk.ts'
import { atTrends } from '../trend/trend-desk.ts'
import { doingFor } from './doing-desk.ts'
import { factKeys, factsOf } from './fact.ts'
import { unsaidIn } from './fact-now.ts'
import { hangsFor } from './hangs-desk.ts'
import { type AtTalk, claimChoices, isStillSo, MOST_OFFERED, numbersAt, offersOf } from './numbers-desk.ts'
import type { Talk, TalkHead } from './talk.ts'
import { nearOf } from './talk-about.ts'
import { mayReadNames, mayTakePart, mayTendLine, mayWriteTalk } from './talk-may.ts'
import type { TalkSheet, TalkTried } from './talk-sheet.ts'
import { readTalk } from './talk-store.ts'
import { talkTitle } from './talk-text.ts'

export const idFrom = (c: Context<OnDesk>): DataTalkId => found(parseId<'data-talk'>(c.req.param('talk')))

/** The talk of the address; 404 when it is not there for this reader. */
export async function talkAt(c: Context<OnDesk>): Promise<AtTalk> {
  const at = atTrends(c)
  const talk = found(await readTalk(at.desk.db, at.reader.actor, idFrom(c)))
  const side = c.req.query('side') === 'plg' ? 'plg' : 'four'
  const team = await readTeam(at.desk.db, at.reader.actor)
  const near = nearOf(talk, await ambitionsOf(at.desk.db, at.reader.actor), team)
  return { ...at, talk, team, numbers: await numbersAt(at), side, near }
}

/** The name of the learning team of a talk; null: the whole team. */
export const teamName = (team: Team, { team: id }: Pick<TalkHead, 'team'>): string | null =>
  id === null ? null : (learningTeamIn(team, id)?.name ?? null)

/** What the page is drawn from. */
export async function sheetFor(at: AtTalk, tried: TalkTried | null): Promise<TalkSheet> {
  const { reader, talk, team, numbers, side, near, desk } = at
  const { actor, language, terms } = reader
  const writes = mayWriteTalk(actor, talk).may
  const ambitions = ambitionsIn(await ambitionSheetsOf(desk.db, actor), talk)
  const doing = await doingFor(at, ambitions)
  return {
    talk,
    title: talkTitle(language, talk, teamName(team, talk)),
    team: teamName(team, talk),
    side,
    language,
    terms,
    takesPart: mayTakePart(actor, talk).may,
    writes,
    tends: (line) => mayTendLine(actor, talk, line).may,
    nameOf: namesFor(at),
    offers: writes ? offersOf(at).slice(0, MOST_OFFERED) : [],
    claims: writes ? claimChoices(numbers, talk.subject, near) : null,
    old: oldFacts(at),
    unsaid: unsaidIn(talk, numbers),
    ambitions,
    hangs: await hangsFor(at, ambitions, doing.goal),
    ambitionHref: writes ? ambitionHref(talk) : null,
    doing,
    tried,
  }
}

/** The ambitions that came of a talk: those of the school as a whole first. */
export const ambitionsIn = (sheets: readonly AmbitionSheet[], talk: TalkHead): AmbitionSheet[] =>
  sheets
    .filter(({ ambition }) => ambition.talkId === talk.id && ambition.teamId === talk.team)
    .toSorted((one, other) => rankOf(one) - rankOf(other))

const rankOf = ({ ambition }: AmbitionSheet) => (ambition.about.of === 'standing' ? 0 : 1)

function namesFor({ reader, talk, team }: AtTalk): TalkSheet['nameOf'] {
  if (!mayReadNames(reader.actor, talk).may) return () => null
  return ({ author }) => {
    const person = author === null ? null : personIn(team, author)
    return person ? firstName(person) : null
  }
}

function oldFacts({ talk, numbers }: AtTalk): TalkSheet['old'] {
  const offered = new Set(factsOf(numbers, talk.subject).flatMap(factKeys))
  const old = talk.lines.filter(({ fact }) => fact !== null && !isStillSo(numbers, fact, offered))
  return new Set(old.map(({ id }) => id))
}

/** The form of an ambition, with what it is about filled in; it leads back here. */
function ambitionHref({ id, team, subject }: Talk): string {
  const query = new URLSearchParams({ talk: id })
  if (team !== null) query.set('team', team)
  if (subject !== '') query.set('subject', subject)
  return `/trends/ambitions?${query.toString()}`
}
