import { type Day, longDay } from '../kernel/day.ts'
import { words } from '../kernel/language.ts'
import { capital, inWords } from '../kernel/sentence.ts'
import type { PatternRefusal } from './pattern.ts'
import type { PatternBecause } from './pattern-may.ts'
import { topicInside } from './topic-inside.ts'

const nl = (number: number) => inWords(number, 'nl')
const en = (number: number) => inWords(number, 'en')

/** What is said of an act on a pattern, and the words that it brings to the plan or an agenda. */
export const patternActText = words({
  nl: {
    goal: {
      title: (topic: string) => `Samen sterker in ${topicInside(topic)}`,
      situation: (number: number, topic: string, when: string, today: Day) =>
        `${capital(when)} gingen ${nl(number)} vragen van het team over ${topicInside(topic)} (geteld op ${longDay(today, 'nl')}). Dit willen we samen voor zijn.`,
    },
    point: {
      title: (number: number, topic: string) => `${capital(nl(number))} vragen over ${topicInside(topic)}`,
      text: (when: string) =>
        `Dit kwam vaker terug (${when}). Wat kunnen we samen doen, zodat zulke vragen minder nodig zijn?`,
    },
    done: {
      goal: 'Het doel staat als concept in het plan.',
      proposed: 'Het voorstel ligt klaar. Het team beslist erover.',
      agenda: 'Het staat op de agenda.',
      rest: 'Dit rust tot de volgende periode.',
      back: 'Het staat er weer bij.',
      kept: 'Bewaard. Zodra er een plan geschreven wordt, kan het erin.',
      unkept: 'Niet meer bewaard.',
      asked: 'Gevraagd. Wie het vroeg, beslist zelf over de zin.',
      yes: 'Dank je. Je zin staat erbij, zonder je naam.',
      no: 'Goed. Je zin staat er niet bij.',
    },
    refusal: {
      'pattern-gone': 'Dit onderwerp komt nu niet meer vaak genoeg terug. Kijk wat er nu staat.',
      'goal-made': 'Er is al een teamdoel over dit onderwerp.',
      'no-place':
        'In dit plan kan nu geen doel bij. Bewaar het voor het volgende plan, of zet het op de agenda.',
      'texts-asked': 'Het is al gevraagd. Meer zinnen zijn er nu niet.',
      'text-gone': 'Hier valt niets meer te beantwoorden.',
      'meeting-gone': 'Op de agenda van deze vergadering kan niets meer bij. Kies een andere.',
      'on-agenda': 'Het staat al op de agenda van deze vergadering.',
    } satisfies Record<PatternRefusal, string>,
    because: {
      'team-reads': 'Het hele team leest dit.',
      'members-only': 'Dit is voor wie op de school werkt.',
      'is-coordinator': 'Dit doet wie coördineert.',
      'coordinator-tends': 'Dit doet wie coördineert. Je kunt het wel op de agenda zetten.',
      'is-asker': 'Het is jouw vraag.',
      'only-asker': 'Daarover beslist wie de vraag stelde.',
    } satisfies Record<PatternBecause, string>,
  },
  en: {
    goal: {
      title: (topic) => `Stronger together in ${topicInside(topic)}`,
      situation: (number, topic, when, today) =>
        `${capital(when)} ${en(number)} questions of the team were about ${topicInside(topic)} (counted on ${longDay(today, 'en')}). Together we want to be ahead of this.`,
    },
    point: {
      title: (number, topic) => `${capital(en(number))} questions about ${topicInside(topic)}`,
      text: (when) =>
        `This came back more often (${when}). What can we do together, so that such questions are needed less?`,
    },
    done: {
      goal: 'The goal stands in the plan as a draft.',
      proposed: 'The proposal is there. The team decides on it.',
      agenda: 'It is on the agenda.',
      rest: 'This rests until the next term.',
      back: 'It is there again.',
      kept: 'Kept. As soon as a plan is being written, it can go in.',
      unkept: 'No longer kept.',
      asked: 'Asked. Who asked the question decides about the sentence.',
      yes: 'Thank you. Your sentence stands there, without your name.',
      no: 'All right. Your sentence does not stand there.',
    },
    refusal: {
      'pattern-gone': 'This topic does not come back often enough any more. Look at what stands here now.',
      'goal-made': 'There is a team goal on this topic already.',
      'no-place':
        'No goal can be added to this plan now. Keep it for the next plan, or put it on the agenda.',
      'texts-asked': 'It has been asked already. There are no more sentences now.',
      'text-gone': 'There is nothing to answer here any more.',
      'meeting-gone': 'Nothing can be added to the agenda of this meeting any more. Choose another one.',
      'on-agenda': 'It is on the agenda of this meeting already.',
    },
    because: {
      'team-reads': 'The whole team reads this.',
      'members-only': 'This is for who works at the school.',
      'is-coordinator': 'Who coordinates does this.',
      'coordinator-tends': 'Who coordinates does this. You can put it on the agenda.',
      'is-asker': 'It is your question.',
      'only-asker': 'Who asked the question decides about that.',
    },
  },
})
