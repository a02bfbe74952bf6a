import { type Moment, momentOf } from '../kernel/day.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Often, Way } from '../profile/profile.ts'
import { writeProfile } from '../profile/profile-store.ts'
import type { BuiltInTopic } from '../school/topic.ts'
import type { DemoPersonKey } from './demo-cast.ts'
import type { Seed } from './demo-plan.ts'

type DemoProfile = {
  readonly helps: readonly BuiltInTopic[]
  readonly learns: readonly BuiltInTopic[]
  /** Trained in it, in their own words. */
  readonly trained?: Readonly<Partial<Record<BuiltInTopic, string>>>
  readonly ways: readonly Way[]
  readonly often: Often | null
  readonly line: string
  /** Shows on the team's map with whom they learn. */
  readonly shows?: 'visits' | 'both'
}

/**
 * Most wrote something; Ineke, Paul and Sem have not, and that is no shame. Behaviour and moving hang on Hanneke alone;
 * many want to learn about digital means, and nobody offers it.
 */
const PROFILES: Readonly<Partial<Record<DemoPersonKey, DemoProfile>>> = {
  karin: {
    helps: ['support-needs'],
    learns: ['digital'],
    trained: { 'video-coaching': 'opleiding tot beeldcoach' },
    ways: ['come-and-look', 'go-and-look', 'five-minutes'],
    often: 'weekly',
    line: 'Ik vraag liever dan dat ik zeg.',
  },
  marjan: {
    helps: ['cooperation'],
    learns: ['newcomers'],
    trained: { 'young-child': 'specialist jonge kind' },
    ways: ['come-and-look', 'five-minutes'],
    often: 'twice-monthly',
    line: 'Ik speel coöperatieve werkvormen met kleuters. Kom gerust meespelen.',
  },
  fatima: {
    helps: ['language', 'young-child'],
    learns: ['digital', 'gifted'],
    ways: ['five-minutes', 'prepare'],
    often: 'monthly',
    line: 'Woorden leren door te spelen.',
  },
  anouk: {
    helps: ['reading'],
    learns: ['instruction'],
    ways: ['five-minutes', 'come-and-look'],
    often: 'monthly',
    line: 'Over beginnen met lezen praat ik graag mee.',
    shows: 'visits',
  },
  bram: {
    helps: ['independent-work'],
    learns: ['maths', 'video-coaching'],
    ways: ['come-and-look', 'co-teach'],
    often: 'monthly',
    line: '',
    shows: 'visits',
  },
  samira: {
    helps: [],
    learns: ['instruction', 'class-climate'],
    ways: ['go-and-look', 'co-teach'],
    often: null,
    line: 'Dit is mijn eerste jaar hier. Ik kijk graag bij jullie.',
    shows: 'both',
  },
  lotte: {
    helps: ['class-climate', 'instruction', 'cooperation'],
    learns: ['parents'],
    ways: ['come-and-look', 'five-minutes'],
    often: 'weekly',
    line: 'Ik krijg graag iemand in de klas die meekijkt.',
    shows: 'both',
  },
  daan: {
    helps: ['independent-work'],
    learns: ['behaviour', 'digital'],
    ways: ['five-minutes'],
    often: 'not-now',
    line: 'Na de kerst weer graag.',
  },
  petra: {
    helps: ['assessment', 'reading'],
    learns: ['parents'],
    ways: ['five-minutes', 'in-writing'],
    often: 'monthly',
    line: 'Ik werk met het nieuwe rapport en deel graag wat ik tegenkom.',
  },
  wilma: {
    helps: ['instruction'],
    learns: ['digital'],
    trained: { maths: 'rekencoördinator' },
    ways: ['prepare', 'five-minutes'],
    often: 'twice-monthly',
    line: 'Een rekenles samen voorbereiden vind ik het leukst.',
  },
  youssef: {
    helps: ['maths', 'instruction'],
    learns: ['video-coaching'],
    ways: ['come-and-look', 'prepare', 'five-minutes'],
    often: 'weekly',
    line: 'Ik werk dit jaar aan denktijd. Kom kijken wat er misgaat.',
    shows: 'visits',
  },
  kees: {
    helps: ['parents', 'maths'],
    learns: ['gifted'],
    ways: ['five-minutes', 'call'],
    often: 'twice-monthly',
    line: '',
    shows: 'visits',
  },
  noor: {
    helps: ['parents', 'cooperation'],
    learns: ['gifted'],
    trained: { assessment: 'master leren en innoveren, over feedback van kinderen' },
    ways: ['come-and-look', 'five-minutes', 'in-writing'],
    often: 'weekly',
    line: 'Bij mij vertellen kinderen zelf in het oudergesprek.',
  },
  hanneke: {
    helps: [],
    learns: ['parents'],
    trained: { 'motor-skills': 'vakleerkracht gym', behaviour: 'gedragsspecialist' },
    ways: ['come-and-look', 'go-and-look', 'five-minutes'],
    often: 'twice-monthly',
    line: 'Ik zie alle groepen, op hun drukst.',
  },
  eva: {
    helps: ['language'],
    learns: ['behaviour'],
    trained: { newcomers: 'opleiding NT2' },
    ways: ['five-minutes', 'prepare'],
    often: 'monthly',
    line: '',
  },
}

/** What colleagues wrote of themselves since the summer, each with their own pen. */
export async function seedProfiles(seed: Seed): Promise<void> {
  for (const [place, [key, profile]] of Object.entries(PROFILES).entries())
    await write(seed, key as DemoPersonKey, profile, daysBefore(seed, 60 - 3 * place))
}

async function write({ tx, cast }: Seed, key: DemoPersonKey, profile: DemoProfile, now: Moment) {
  const { helps, learns, trained = {}, ways, often, line, shows } = profile
  const specialties = Object.entries(trained).map(([topic, words]) => ({
    topic: topic as BuiltInTopic,
    words,
  }))
  const showing = { showsVisits: shows !== undefined, showsQuestions: shows === 'both' }
  const given = { helps, learns, specialties, ways, often, line, ...showing }
  const said = await writeProfile(tx, cast.member(key), given, now)
  if (isRefusal(said)) throw new Error(`the profile of ${key} was refused: ${said.refused}`)
}

const daysBefore = ({ now }: Seed, days: number): Moment =>
  momentOf(new Date(Date.parse(now) - days * 86_400_000))
