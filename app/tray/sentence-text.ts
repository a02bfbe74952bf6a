import { words } from '../kernel/language.ts'
import type { ASK, COME, Facts, GOAL, Opening, TRACK } from './sentence.ts'

/** With a name before it, or without when two askers get the same: then it begins with a capital. */
const to = (name: string, sentence: string) =>
  name === '' ? `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}` : `${name}, ${sentence}`

type Named = Pick<Facts, 'name'>
type Opens = Pick<Facts, 'name' | 'helpers' | 'tried'>

/** Friendly sentences, ready to edit: warm, short, and leaving the work where it belongs. */
export const sentenceText = words({
  nl: {
    yours: {
      looked: ({ name }: Opens) =>
        to(name, 'je keek goed en schreef op wat je zag. Daar zit vaak het begin al in.'),
      tried: ({ name, tried }: Opens) =>
        to(name, `je probeerde al ${tried === 2 ? 'twee' : tried} dingen. Daar weet je nu meer van dan ik.`),
      helped: ({ name, helpers }: Opens) => to(name, `mooi dat je dit samen met ${helpers[0]} uitzoekt.`),
      idea: ({ name }: Opens) => to(name, 'je hebt al een idee. Probeer het maar, dat is nooit voor niets.'),
      near: ({ name }: Opens) => to(name, 'volgens mij ben je dichtbij.'),
      know: ({ name }: Opens) => to(name, 'jij kent deze kinderen het best.'),
      trust: ({ name }: Opens) => to(name, 'dit is bij jou in goede handen.'),
    } satisfies Record<Opening, unknown>,
    ask: {
      show: ({ name }: Named, who: string) =>
        to(
          name,
          `dit kan ${who} beter laten zien dan ik het kan vertellen. Vraag eens of je mag komen kijken.`,
        ),
      knows: ({ name }: Named, who: string) =>
        to(
          name,
          `hier weet ${who} meer van dan ik. Een kwartier samen brengt je verder dan een antwoord van mij.`,
        ),
      two: ({ name }: Named, who: string) =>
        to(name, `leg dit eens naast hoe ${who} het doet. Met z’n tweeën zien jullie meer.`),
      ask: ({ name }: Named, who: string) =>
        to(name, `ik zou dit aan ${who} vragen. Jullie kunnen hier allebei iets van leren.`),
    } satisfies Record<(typeof ASK)[number], unknown>,
    track: {
      exactly: ({ name }: Named) =>
        to(name, 'dit is precies waar je traject over gaat. Zullen we er een stap bij schrijven?'),
      learns: ({ name }: Named) =>
        to(
          name,
          'dit hoort bij wat je dit jaar wilt leren. Neem het als volgende stap, dan krijgt het een plek in jouw verhaal.',
        ),
      small: ({ name }: Named) =>
        to(name, 'dit past mooi in je traject. Maak het klein: één les, één keer goed kijken.'),
      goal: ({ name }: Named) =>
        to(name, 'dit hoort bij een doel dat we samen kozen. Zullen we er een stap bij schrijven?'),
      plan: ({ name }: Named) =>
        to(name, 'dit past bij ons plan. Eén kleine stap is genoeg om te zien of het werkt.'),
      try: ({ name }: Named) =>
        to(name, 'hier werken we als team aan. Probeer jij het als eerste? Dan leren we met je mee.'),
    } satisfies Record<(typeof TRACK)[number] | (typeof GOAL)[number], unknown>,
    come: {
      bring: ({ name }: Named) =>
        to(name, 'ik kom bij je langs. Neem één moment mee dat lastig was, dan kijken we samen.'),
      look: ({ name }: Named) =>
        to(name, 'ik kom kijken. Zeg vooraf waar ik op moet letten, dan zien we samen meer.'),
      think: ({ name }: Named) => to(name, 'hier denk ik graag met je mee. Begin straks met wat je al zag.'),
      sit: ({ name }: Named) =>
        to(name, 'we gaan er even rustig voor zitten. Jij vertelt, ik luister eerst.'),
    } satisfies Record<(typeof COME)[number], unknown>,
    /** A step that is offered, in the words of who will do it. */
    step: [
      'In twee lessen één ding anders doen, en opschrijven wat ik zie.',
      'Een week lang één ding proberen, en dan kijken wat het bracht.',
      'Bij een collega kijken hoe die dit doet, en één ding meenemen.',
    ],
  },
  en: {
    yours: {
      looked: ({ name }) =>
        to(name, 'you looked well and wrote down what you saw. The beginning is often in there.'),
      tried: ({ name, tried }) =>
        to(
          name,
          `you tried ${tried === 2 ? 'two' : tried} things already. You know more about those now than I do.`,
        ),
      helped: ({ name, helpers }) => to(name, `good that you are working this out with ${helpers[0]}.`),
      idea: ({ name }) => to(name, 'you have an idea already. Do try it, that is never for nothing.'),
      near: ({ name }) => to(name, 'I think you are close.'),
      know: ({ name }) => to(name, 'you know these children best.'),
      trust: ({ name }) => to(name, 'this is in good hands with you.'),
    },
    ask: {
      show: ({ name }, who) =>
        to(name, `${who} can show this better than I can tell it. Do ask whether you may come and look.`),
      knows: ({ name }, who) =>
        to(
          name,
          `${who} knows more about this than I do. Fifteen minutes together bring more than an answer of mine.`,
        ),
      two: ({ name }, who) => to(name, `do lay this beside how ${who} does it. Together you see more.`),
      ask: ({ name }, who) => to(name, `this is what I would ask ${who}. Both of you can learn from it.`),
    },
    track: {
      exactly: ({ name }) =>
        to(name, 'this is exactly what your track is about. Shall we add a step for it?'),
      learns: ({ name }) =>
        to(
          name,
          'this belongs to what you want to learn this year. Take it as the next step, then it is part of your story.',
        ),
      small: ({ name }) => to(name, 'this fits your track well. Make it small: one lesson, one good look.'),
      goal: ({ name }) =>
        to(name, 'this belongs to a goal that we chose together. Shall we add a step for it?'),
      plan: ({ name }) => to(name, 'this fits our plan. One small step is enough to see whether it works.'),
      try: ({ name }) =>
        to(name, 'we work on this as a team. Will you try it first? Then we learn along with you.'),
    },
    come: {
      bring: ({ name }) =>
        to(name, 'I am coming by. Bring one moment that was hard, then we look at it together.'),
      look: ({ name }) =>
        to(name, 'I am coming to look. Tell me beforehand what to look for, then we see more.'),
      think: ({ name }) => to(name, 'I am glad to think along. Do begin with what you saw already.'),
      sit: ({ name }) => to(name, 'we sit down for it quietly. You tell, I listen first.'),
    },
    step: [
      'Do one thing differently in two lessons, and write down what I see.',
      'Try one thing for a week, and then see what it brought.',
      'Look how a colleague does this, and take one thing along.',
    ],
  },
})
