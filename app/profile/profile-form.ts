import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { lineOf } from '../school/line.ts'
import { itemFrom } from '../school/own-list.ts'
import type { Topic, TopicKey } from '../school/topic.ts'
import {
  LONGEST_LINE,
  LONGEST_SPECIALTY,
  MOST_HELPS,
  MOST_LEARNS,
  MOST_SPECIALTIES,
  OFTENS,
  type Profile,
  type ProfileRefusal,
  type Specialty,
  WAYS,
} from './profile.ts'

/** A profile as its owner gives it. */
export type GivenProfile = Omit<Profile, 'personId' | 'changedAt'>

export type RawSpecialty = { readonly topic: string; readonly words: string }

/** A profile as it comes out of a form: everything is text, and may be anything. */
export type RawProfile = {
  readonly helps: readonly string[]
  readonly learns: readonly string[]
  readonly specialties: readonly RawSpecialty[]
  readonly ways: readonly string[]
  /** '' when nothing is said about it. */
  readonly often: string
  readonly line: string
  readonly showsVisits: boolean
  readonly showsQuestions: boolean
}

/** Every topic of the school, and what the profile says now: a topic that was put away meanwhile may stay in it. */
type Known = { readonly topics: readonly Topic[]; readonly before: Profile }

/** A profile from a form. All of it may stay empty. */
export function parseProfile(raw: RawProfile, known: Known): GivenProfile | Refusal<ProfileRefusal> {
  const { before } = known
  const helps = topicsFrom(raw.helps, before.helps, known, 'helps')
  if (isRefusal(helps)) return helps
  if (helps.length > MOST_HELPS) return refuse('helps-many', 'helps')
  const learns = topicsFrom(raw.learns, before.learns, known, 'learns')
  if (isRefusal(learns)) return learns
  if (learns.length > MOST_LEARNS) return refuse('learns-many', 'learns')
  const specialties = specialtiesFrom(raw.specialties, known)
  if (isRefusal(specialties)) return specialties
  const manner = mannerFrom(raw)
  if (isRefusal(manner)) return manner
  const { showsVisits, showsQuestions } = raw
  return { helps, learns, specialties, ...manner, showsVisits, showsQuestions }
}

/** How and how much, and the one line. */
function mannerFrom(raw: RawProfile): Pick<Profile, 'ways' | 'often' | 'line'> | Refusal<ProfileRefusal> {
  const ways = WAYS.filter((way) => raw.ways.includes(way))
  if (raw.ways.some((way) => !WAYS.some((known) => known === way))) return refuse('way-unknown', 'ways')
  const often = OFTENS.find((known) => known === raw.often) ?? null
  if (raw.often !== '' && often === null) return refuse('often-unknown', 'often')
  const line = lineOf(raw.line)
  return line.length > LONGEST_LINE ? refuse('line-long', 'line') : { ways, often, line }
}

function topicsFrom(
  raw: readonly string[],
  stood: readonly TopicKey[],
  { topics }: Known,
  field: string,
): TopicKey[] | Refusal<ProfileRefusal> {
  const found = [...new Set(raw)].map((value) => itemFrom(value, topics) ?? stays(value, stood))
  const given = found.filter((topic) => topic !== null)
  return given.length < found.length ? refuse('topic-unknown', field) : given
}

const stays = (value: string, stood: readonly TopicKey[]) => stood.find((topic) => topic === value) ?? null

/** The field names its line, for a form has several: 'trained-0'. A line without topic and words is no line. */
function specialtiesFrom(
  raw: readonly RawSpecialty[],
  { topics, before }: Known,
): Specialty[] | Refusal<ProfileRefusal> {
  const stood = before.specialties.map(({ topic }) => topic)
  const given: Specialty[] = []
  for (const [place, one] of raw.entries()) {
    const words = lineOf(one.words)
    if (one.topic === '' && words === '') continue
    if (one.topic === '') return refuse('trained-no-topic', `trained-${place}`)
    const topic = itemFrom(one.topic, topics) ?? stays(one.topic, stood)
    if (topic === null) return refuse('topic-unknown', `trained-${place}`)
    if (given.some((known) => known.topic === topic)) return refuse('trained-twice', `trained-${place}`)
    if (words.length > LONGEST_SPECIALTY) return refuse('trained-long', `trained-${place}`)
    given.push({ topic, words })
  }
  return given.length > MOST_SPECIALTIES ? refuse('trained-many', `trained-${MOST_SPECIALTIES}`) : given
}
