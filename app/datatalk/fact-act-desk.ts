import { isRefusal, refuse } from '../kernel/refusal.ts'
import { parseSchoolYear, type SchoolYear } from '../kernel/school-year.ts'
import { REFERENCE_LINES } from '../trend/reference-line.ts'
import { checkClaim, type NotKnown } from './claim.ts'
import type { Claim, Fact, Saying } from './fact.ts'
import { factText, notKnownText, sayFact } from './fact-text.ts'
import { type AtTalk, claimChoices, offersOf } from './numbers-desk.ts'
import { layFact } from './talk-line-store.ts'
import type { TalkNo } from './talk-write-store.ts'

type Fields = Readonly<Record<string, string | undefined>>
/** What somebody asked is not so: what the numbers say instead, where they say anything. */
export type Untrue = {
  readonly untrue: string
  readonly fact: Fact | null
  /** At which choice of the form it is said. */
  readonly at: 'about' | 'year' | 'says' | 'since'
}
type Laid = 'laid' | TalkNo | null

/** Lays in what was offered, if the numbers still say it; or what they answered to somebody who asked. */
export async function factAct(at: AtTalk, form: Fields): Promise<Laid> {
  const offered = offersOf(at).find(({ key }) => key === form['fact'])
  if (offered) return lay(at, offered.fact)
  const claim = claimFrom(at, form)
  const checked = claim && checkClaim(at.numbers, claim)
  if (!checked || checked.is === 'not-known') return refuse('fact-unknown')
  return lay(at, checked.fact)
}

/** Checks what somebody thinks: it is laid in when it is so; else what the numbers do say. */
export async function claimAct(at: AtTalk, form: Fields): Promise<Laid | Untrue> {
  const { language } = at.reader
  const claim = claimFrom(at, form)
  if (claim === null) return refuse('fact-unknown', 'says')
  const checked = checkClaim(at.numbers, claim)
  if (checked.is === 'not-known')
    return { untrue: notKnownText(language, checked.why), fact: null, at: PLACES[checked.why] ?? 'says' }
  if (checked.is === 'true') return lay(at, checked.fact)
  const says = sayFact(language, checked.fact)
  return { untrue: factText(language).untrue(says), fact: checked.fact, at: 'says' }
}

/** Where the choice is that helps. */
const PLACES: Partial<Record<NotKnown, Untrue['at']>> = {
  'not-measured': 'year',
  'no-line': 'year',
  'not-earlier': 'since',
  'not-measured-since': 'since',
}

async function lay({ desk, reader, talk }: AtTalk, fact: Fact): Promise<Laid> {
  const done = await layFact(desk.db, reader.actor, talk.id, fact, desk.now)
  return done === null || isRefusal(done) ? done : 'laid'
}

/** A claim from the choices of the form; null for what is none of them. */
function claimFrom({ numbers, talk }: AtTalk, form: Fields): Claim | null {
  const choices = claimChoices(numbers, talk.subject)
  const about = choices?.abouts.find(({ key }) => key === form['about'])?.about
  const year = parseSchoolYear(form['year'])
  const says = sayingFrom(form['says'], parseSchoolYear(form['since']))
  return about && year && says ? { about, year, says } : null
}

/** 'up', 'down', 'same', or the side and the line: 'above signal'. */
function sayingFrom(value: string | undefined, since: SchoolYear | null): Saying | null {
  const [side, kind] = (value ?? '').split(' ')
  if (side === 'up' || side === 'down' || side === 'same') return { way: side, since }
  const line = REFERENCE_LINES.find((one) => one === kind)
  return (side === 'above' || side === 'below') && line ? { side, line } : null
}
