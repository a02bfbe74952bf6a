import { LANGUAGES, type Language, words } from '../kernel/language.ts'
import type { BuiltInTopic, Topic, TopicKey, TopicRefusal } from './topic.ts'

export const topicText = words({
  nl: {
    title: 'Onderwerpen',
    toQuestions: 'Naar je vragen',
    under:
      'Hier gaan vragen over, en dit kunnen collega’s van elkaar leren. Je kiest een onderwerp bij een vraag en in je profiel.',
    builtIn: 'Van Rode Draad',
    own: 'Van jullie school',
    noOwn: 'Jullie school heeft er zelf nog geen bij gezet.',
    away: 'Weggelegd',
    awayNote: 'Wat weggelegd is kies je niet meer. Waar het al stond, blijft het staan.',
    add: 'Zet er een onderwerp bij',
    name: 'Hoe noemen jullie het?',
    nameHint: 'Bijvoorbeeld: buitenspelen, of muziek in de klas. Noem geen namen van kinderen.',
    save: 'Zet erbij',
    putAway: 'Leg weg',
    putBack: 'Zet terug',
    saved: 'Dat onderwerp staat erbij.',
    isAway: 'Weggelegd. Wat je al had, houdt zijn onderwerp.',
    isBack: 'Weer te kiezen.',
    notSaved: 'Dit staat er nog niet bij.',
    onlyManagers: 'Wegleggen doet wie de school beheert. Erbij zetten mag iedereen.',
    names: {
      behaviour: 'Gedrag',
      'class-climate': 'Sfeer in de groep',
      instruction: 'Instructie (EDI)',
      'independent-work': 'Zelfstandig werken',
      cooperation: 'Samenwerkend leren',
      reading: 'Lezen',
      language: 'Taal en spelling',
      maths: 'Rekenen',
      'young-child': 'Het jonge kind',
      gifted: 'Meer- en hoogbegaafdheid',
      'support-needs': 'Extra ondersteuning',
      newcomers: 'Nieuw in Nederland',
      'motor-skills': 'Motoriek en bewegen',
      parents: 'Ouders en gesprekken',
      assessment: 'Toetsen en volgen',
      digital: 'Digitaal',
      'video-coaching': 'Beeldcoaching',
      'new-colleague': 'Nieuw in het vak',
    } satisfies Record<BuiltInTopic, string>,
    refusal: {
      'topic-name-missing': 'Schrijf op hoe jullie het noemen.',
      'topic-name-long': 'Deze naam is te lang. Kort hem in.',
      'topic-known': 'Dit onderwerp staat er al.',
      'topics-many': 'Er staan al veel onderwerpen. Leg er eerst een weg.',
      'topic-gone': 'Dit onderwerp staat er niet meer.',
    } satisfies Record<TopicRefusal, string>,
  },
  en: {
    title: 'Topics',
    toQuestions: 'To your questions',
    under:
      'What questions are about, and what colleagues can learn from each other. You choose a topic with a question and in your profile.',
    builtIn: 'From Rode Draad',
    own: 'From your school',
    noOwn: 'Your school has not added any yet.',
    away: 'Put away',
    awayNote: 'What is put away is no longer offered. Where it was used, it stays.',
    add: 'Add a topic',
    name: 'What do you call it?',
    nameHint: 'For example: playing outside, or music in class. Do not name children.',
    save: 'Add',
    putAway: 'Put away',
    putBack: 'Put back',
    saved: 'That topic has been added.',
    isAway: 'Put away. What you had keeps its topic.',
    isBack: 'Offered again.',
    notSaved: 'This has not been added yet.',
    onlyManagers: 'Putting away is for who manages the school. Everybody may add one.',
    names: {
      behaviour: 'Behaviour',
      'class-climate': 'Climate in the group',
      instruction: 'Instruction (EDI)',
      'independent-work': 'Independent work',
      cooperation: 'Cooperative learning',
      reading: 'Reading',
      language: 'Language and spelling',
      maths: 'Maths',
      'young-child': 'The young child',
      gifted: 'Giftedness',
      'support-needs': 'Extra support',
      newcomers: 'New to the country',
      'motor-skills': 'Motor skills and movement',
      parents: 'Parents and talks',
      assessment: 'Tests and following progress',
      digital: 'Digital',
      'video-coaching': 'Video coaching',
      'new-colleague': 'New to the profession',
    },
    refusal: {
      'topic-name-missing': 'Write what you call it.',
      'topic-name-long': 'This name is too long. Shorten it.',
      'topic-known': 'This topic is there already.',
      'topics-many': 'There are many topics already. Put one away first.',
      'topic-gone': 'This topic is no longer there.',
    },
  },
})

/** How a topic is called in this language. */
export const topicName = ({ key, name }: Topic, language: Language): string =>
  name ?? topicText(language).names[key as BuiltInTopic]

/** The names of all of them by key, those put away too: for what was made before. */
export const topicNames = (topics: readonly Topic[], language: Language): ReadonlyMap<TopicKey, string> =>
  new Map(topics.map((topic) => [topic.key, topicName(topic, language)]))

/** What the built-in topics are called, in every language. */
export const builtInTopicNames = (): string[] =>
  LANGUAGES.flatMap((language) => Object.values(topicText(language).names))
