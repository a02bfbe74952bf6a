import type { BuiltInTopic } from '../school/topic.ts'
import type { DemoPersonKey } from './demo-cast.ts'

/** What somebody thought of and saw, each one sentence; `saw` is missing while it is being tried. */
type Tried = { readonly idea: string; readonly saw?: string }

/** A colleague who was asked: said yes, could not, or has not answered yet. */
export type DemoAsked = {
  readonly who: DemoPersonKey
  readonly said: 'yes' | 'no' | 'nothing'
  readonly words?: string
}

/** A question of the story; days count back from today. */
export type DemoQuestion = {
  readonly by: DemoPersonKey
  readonly ago: number
  readonly about: 'group' | 'lesson' | 'pupil' | 'else'
  readonly sentence: string
  readonly topic: BuiltInTopic
  readonly self?: Tried
  readonly asked?: readonly DemoAsked[]
  readonly colleague?: Tried
  /** So many days ago it came to Karin. */
  readonly brought?: number
  /** What the asker would like of Karin. */
  readonly wish?: string
  /** Tied to the own track. */
  readonly tied?: true
  readonly closed?: { readonly ago: number; readonly helped: string; readonly onRung: 1 | 2 | 3 }
}

/** Petra's, which lies with Karin now: two things tried, and looked at well. */
export const PETRAS: DemoQuestion = {
  by: 'petra',
  ago: 9,
  about: 'else',
  sentence: 'De oudergesprekken lopen uit, ook met de nieuwe opzet.',
  topic: 'parents',
  self: {
    idea: 'Tien minuten per gesprek en een kaart met drie vragen.',
    saw: 'Het kind vertelt graag, en dan is de tijd om.',
  },
  asked: [{ who: 'kees', said: 'yes', words: 'Kom na schooltijd even langs, dan laat ik het je zien.' }],
  colleague: {
    idea: 'Het kind tekent thuis al wat het wil vertellen.',
    saw: 'Fijner gesprek, nog een kwartier te lang.',
  },
  brought: 1,
  wish: 'Denk je met me mee?',
  tied: true,
}

/** Daan's, which Karin answered with a name: Hanneke. */
export const DAANS: DemoQuestion = {
  by: 'daan',
  ago: 10,
  about: 'group',
  sentence: 'Na de gym duurt het een kwartier voor het rustig is.',
  topic: 'class-climate',
  self: {
    idea: 'Eerst vijf minuten lezen, dan pas de les.',
    saw: 'Wie leest is stil. De helft zoekt nog zijn boek.',
  },
  asked: [{ who: 'lotte', said: 'yes', words: 'Bij mij ligt het boek al klaar. Wil je komen kijken?' }],
  colleague: {
    idea: 'Het boek ligt klaar voor ze terugkomen.',
    saw: 'Beter, maar het begint al in de gang.',
  },
  brought: 3,
}

/** Eva's, to which Karin comes: in her office hours. */
export const EVAS: DemoQuestion = {
  by: 'eva',
  ago: 12,
  about: 'lesson',
  sentence: 'Nieuwe woorden blijven bij een paar kinderen niet hangen.',
  topic: 'language',
  self: {
    idea: 'Elk woord drie keer op een dag terug laten komen.',
    saw: 'Aan het eind van de dag wel, een week later niet.',
  },
  asked: [{ who: 'fatima', said: 'yes', words: 'Wij spelen de woorden na. Ik vertel het je bij de koffie.' }],
  colleague: {
    idea: 'De woorden naspelen en op de muur hangen.',
    saw: 'Wie speelt onthoudt ze. Wie kijkt niet.',
  },
  brought: 4,
  wish: 'Kom je een keer kijken?',
}

/** Those that run without Karin: ten, of which Anouk's is the one that the story tells. */
export const RUNNING: readonly DemoQuestion[] = [
  {
    by: 'anouk',
    ago: 2,
    about: 'lesson',
    sentence: 'Hoe krijg ik bij rekenen ook de stille kinderen aan het denken?',
    topic: 'instruction',
    self: {
      idea: 'Twee weken wisbordjes. Ik laat iedereen tegelijk omhooghouden.',
      saw: 'De meeste kinderen doen mee. Een paar kinderen kijken af en wachten.',
    },
    tied: true,
  },
  {
    by: 'lotte',
    ago: 8,
    about: 'else',
    sentence: 'Na het gesprek willen ouders nog van alles weten, en de volgende staat al te wachten.',
    topic: 'parents',
    self: { idea: 'Aan het begin vragen waar zij het over willen hebben.' },
  },
  {
    by: 'bram',
    ago: 11,
    about: 'lesson',
    sentence: 'Het automatiseren zakt weg zodra ik een week niet oefen.',
    topic: 'maths',
    self: { idea: 'Elke dag vijf minuten, steeds andere sommen.', saw: 'Zolang ik het doe gaat het goed.' },
    asked: [{ who: 'youssef', said: 'yes', words: 'Kom gerust een keer bij de start van mijn les.' }],
    colleague: { idea: 'Kinderen kiezen zelf welke sommen ze nog oefenen.' },
    tied: true,
  },
  {
    by: 'samira',
    ago: 6,
    about: 'group',
    sentence: 'De eerste vijf minuten na de pauze ben ik de groep kwijt.',
    topic: 'class-climate',
    self: { idea: 'Er ligt iets klaar op tafel.', saw: 'Het helpt, behalve als er in de pauze iets was.' },
    asked: [{ who: 'lotte', said: 'yes', words: 'Ik begin met één vraag over de pauze. Kom maar kijken.' }],
  },
  {
    by: 'marjan',
    ago: 4,
    about: 'pupil',
    sentence: 'Wat bied ik een kleuter aan die al leest?',
    topic: 'gifted',
    self: {
      idea: 'Een leeshoek met boeken uit groep 3.',
      saw: 'Het leest even, en gaat dan bij de anderen spelen.',
    },
    asked: [{ who: 'anouk', said: 'nothing' }],
  },
  {
    by: 'kees',
    ago: 5,
    about: 'lesson',
    sentence: 'Drie kinderen zijn klaar als de rest begint.',
    topic: 'gifted',
    self: { idea: 'Ze slaan de instructie over en beginnen met de moeilijkste som.' },
  },
  {
    by: 'youssef',
    ago: 9,
    about: 'lesson',
    sentence: 'Kinderen schrijven hun antwoord op, maar niet hoe ze dachten.',
    topic: 'maths',
    self: {
      idea: 'Eén som per les helemaal uitschrijven.',
      saw: 'Ze schrijven het na afloop op, om mij een plezier te doen.',
    },
    asked: [
      { who: 'noor', said: 'yes', words: 'Laat ze het aan elkaar uitleggen, dan hoeft het niet op papier.' },
    ],
    colleague: { idea: 'In tweetallen uitleggen, en de ander schrijft op.' },
    tied: true,
  },
  {
    by: 'hanneke',
    ago: 3,
    about: 'group',
    sentence: 'Een paar kinderen haken af zodra er punten zijn.',
    topic: 'motor-skills',
    self: { idea: 'Spelen zonder score, en vragen wat er goed ging.' },
  },
  {
    by: 'ineke',
    ago: 7,
    about: 'group',
    sentence: 'We doen het stillezen allebei anders, en de kinderen merken dat.',
    topic: 'reading',
  },
  {
    by: 'sem',
    ago: 8,
    about: 'group',
    sentence: 'Hoe leer ik de regels van een groep die elkaar al jaren kent?',
    topic: 'new-colleague',
    self: { idea: 'Ze hebben mij de regels uitgelegd.', saw: 'Iedereen vertelde iets anders.' },
    asked: [
      { who: 'daan', said: 'no' },
      { who: 'petra', said: 'yes', words: 'Zullen we er vrijdag samen een half uur voor zitten?' },
    ],
  },
]
