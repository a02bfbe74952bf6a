import { type Language, words } from '../kernel/language.ts'
import type { ListRefusal } from './own-list.ts'
import { builtInNames, itemName, itemNames } from './own-list-text.ts'
import type { BuiltInTopic, Topic, TopicKey } from './topic.ts'

export const topicText = words({
  nl: {
    title: 'Onderwerpen',
    back: 'Naar je vragen',
    under:
      'Hier gaan vragen over, en dit kunnen collega’s van elkaar leren. Je kiest een onderwerp bij een vraag en in je profiel.',
    add: 'Zet er een onderwerp bij',
    nameHint: 'Bijvoorbeeld: buitenspelen, of muziek in de klas. Noem geen namen van kinderen.',
    saved: 'Dat onderwerp staat erbij.',
    isAway: 'Weggelegd. Wat je al had, houdt zijn onderwerp.',
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
      'item-name-missing': 'Schrijf op hoe jullie het noemen.',
      'item-name-long': 'Deze naam is te lang. Kort hem in.',
      'item-known': 'Dit onderwerp staat er al.',
      'items-many': 'Er staan al veel onderwerpen. Leg er eerst een weg.',
      'item-gone': 'Dit onderwerp staat er niet meer.',
    } satisfies Record<ListRefusal, string>,
  },
  en: {
    title: 'Topics',
    back: 'To your questions',
    under:
      'What questions are about, and what colleagues can learn from each other. You choose a topic with a question and in your profile.',
    add: 'Add a topic',
    nameHint: 'For example: playing outside, or music in class. Do not name children.',
    saved: 'That topic has been added.',
    isAway: 'Put away. What you had keeps its topic.',
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
      'item-name-missing': 'Write what you call it.',
      'item-name-long': 'This name is too long. Shorten it.',
      'item-known': 'This topic is there already.',
      'items-many': 'There are many topics already. Put one away first.',
      'item-gone': 'This topic is no longer there.',
    },
  },
})

/** How a topic is called in this language. */
export const topicName = (topic: Topic, language: Language): string => itemName(topic, topicText(language))

/** The names of all of them by key, those put away too: for what was made before. */
export const topicNames = (topics: readonly Topic[], language: Language): ReadonlyMap<TopicKey, string> =>
  itemNames(topics, topicText(language))

/** What the built-in topics are called, in every language. */
export const builtInTopicNames = (): string[] => builtInNames(topicText)
