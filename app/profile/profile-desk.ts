import type { Context } from 'hono'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { readRoster } from '../plan/roster-store.ts'
import { alike } from '../school/line.ts'
import { stillOffered } from '../school/own-list.ts'
import type { ListNo } from '../school/own-list-store.ts'
import type { Topic, TopicKey } from '../school/topic.ts'
import { addTopic, topicsOf } from '../school/topic-store.ts'
import { builtInTopicNames, topicName, topicNames, topicText } from '../school/topic-text.ts'
import type { Reader } from '../session/actor.ts'
import { type Desk, deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { emptyProfile, MOST_SPECIALTIES, type Profile, topicsKnown } from './profile.ts'
import { parseProfile } from './profile-form.ts'
import type { ProfileNo } from './profile-may.ts'
import type { ColleagueLine, NewTopics, ProfileSheet, TopicNames } from './profile-sheet.ts'
import { profilesOf, readProfile, writeProfile } from './profile-store.ts'
import { profileText } from './profile-text.ts'

/** Who asks for a page of profiles, with the topics of the school. */
export type AtProfiles = {
  readonly desk: Desk
  readonly reader: Reader
  readonly topics: readonly Topic[]
  readonly names: TopicNames
}

export async function atProfiles(c: Context<OnDesk>): Promise<AtProfiles> {
  const [desk, reader] = [deskOf(c), readerOf(c)]
  const topics = await topicsOf(desk.db, reader.actor)
  return { desk, reader, topics, names: topicNames(topics, reader.language) }
}

export const ownProfile = async ({ desk, reader: { actor } }: AtProfiles): Promise<Profile> =>
  (await readProfile(desk.db, actor, actor.personId)) ?? emptyProfile(actor.personId)

/** What can be chosen by who has this profile: a topic that was put away stays where it stood. */
export function choosable({ topics }: AtProfiles, profile: Profile): TopicKey[] {
  const stood = [...topicsKnown(profile), ...profile.learns]
  const offered = stillOffered(topics).map(({ key }) => key)
  return topics.flatMap(({ key }) => (offered.includes(key) || stood.includes(key) ? [key] : []))
}

const LONGEST = 1_000
const wordIn = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, LONGEST) : ''
}
const wordsIn = (form: FormData, name: string) =>
  form.getAll(name).flatMap((value) => (typeof value === 'string' ? value.slice(0, LONGEST) : []))

/** What a form sent, as it was typed. */
export function rawIn(form: FormData): ProfileSheet['raw'] {
  const words = wordsIn(form, 'trainedWords')
  const topics = wordsIn(form, 'trainedTopic')
  return {
    helps: wordsIn(form, 'helps'),
    learns: wordsIn(form, 'learns'),
    specialties: topics
      .slice(0, MOST_SPECIALTIES + 1)
      .map((topic, place) => ({ topic, words: words[place] ?? '' })),
    ways: wordsIn(form, 'ways'),
    often: wordIn(form, 'often'),
    line: wordIn(form, 'line'),
    showsVisits: form.has('showsVisits'),
    showsQuestions: form.has('showsQuestions'),
    newHelps: wordIn(form, 'newHelps'),
    newLearns: wordIn(form, 'newLearns'),
  }
}

type SaveNo = ProfileNo | (Exclude<ListNo, { because: unknown }> & { readonly field: keyof NewTopics })

/** Saves a profile; a topic that was typed comes into the list of the school, unless it is there under that name. */
export async function saveProfile(at: AtProfiles, raw: ProfileSheet['raw']): Promise<null | SaveNo> {
  const { desk, reader, topics } = at
  const before = await ownProfile(at)
  const known = { topics, before }
  const first = parseProfile(raw, known)
  if (isRefusal(first)) return first
  const helps = await topicTyped(at, raw.newHelps, 'newHelps')
  if (isRefusal(helps)) return helps
  const learns = await topicTyped(at, raw.newLearns, 'newLearns')
  if (isRefusal(learns)) return learns
  const more = {
    ...raw,
    helps: [...raw.helps, ...(helps ?? [])],
    learns: [...raw.learns, ...(learns ?? [])],
  }
  const given = parseProfile(more, { ...known, topics: await topicsOf(desk.db, reader.actor) })
  return isRefusal(given) ? given : writeProfile(desk.db, reader.actor, given, desk.now)
}

async function topicTyped(
  { desk, reader, topics }: AtProfiles,
  typed: string,
  field: keyof NewTopics,
): Promise<TopicKey[] | null | SaveNo> {
  const name = alike(typed)
  if (name === '') return null
  const { db, now } = desk
  const there = (await topicsOf(db, reader.actor)).find((topic) =>
    [topicName(topic, 'nl'), topicName(topic, 'en')].some((one) => alike(one) === name),
  )
  if (there) return there.isRetired ? { ...refuse('item-known'), field } : [there.key]
  const made = await addTopic(db, reader.actor, typed, builtInTopicNames(), now)
  if (!isRefusal(made)) return [made]
  return made.refused === 'may-not' || topics.length === 0 ? null : { ...made, field }
}

/** What is said of a profile that was not saved, and at which field. */
export function wrongOf(no: SaveNo, { language }: Reader): { field: string; says: string } {
  const text = profileText(language)
  if (no.refused === 'may-not') return { field: '', says: text.because[no.because] }
  const sentences: Readonly<Record<string, string>> = { ...topicText(language).refusal, ...text.refusal }
  return { field: no.field ?? '', says: sentences[no.refused] ?? text.notSaved }
}

/** Everybody who works here now, by name, each with what they wrote. */
export async function colleagueLines({ desk, reader: { actor } }: AtProfiles): Promise<ColleagueLine[]> {
  const [{ people }, profiles] = [await readRoster(desk.db, actor), await profilesOf(desk.db, actor)]
  const of = new Map(profiles.map((profile) => [profile.personId, profile]))
  return people
    .filter(({ hasLeft }) => !hasLeft)
    .map(({ id, name, groups }) => ({
      person: id,
      name,
      groups,
      profile: of.get(id) ?? emptyProfile(id),
      isMe: id === actor.personId,
    }))
}
