import { type Language, words } from '../kernel/language.ts'
import { capital } from '../kernel/sentence.ts'
import { subjectInSentence } from '../result/subject-name.ts'

/** The words of the talk over data. */
export const talkText = words({
  nl: {
    title: 'Datagesprekken',
    under:
      'Met je leerteam van cijfers naar een doel: wat zien we, wat betekent het, wat willen we, wat doen we.',
    wholeTeam: 'het hele team',
    together: 'Alle vakken samen',
    jump: 'Naar een kolom',
    nameOf: (subject: string, team: string) => `${team} over ${subject}`,
    list: 'De datagesprekken',
    none: 'Er is nog geen gesprek. Begin er een met je leerteam.',
    noneYet: 'Er is nog geen gesprek dat jij kunt lezen. Een leerteam deelt het als het zover is.',
    begun: (day: string) => `begonnen op ${day}`,
    runs: 'loopt',
    ended: 'afgerond',
    shared: 'gedeeld met het team',
    begin: {
      title: 'Begin een datagesprek',
      team: 'Met wie?',
      subject: 'Waarover?',
      button: 'Begin',
    },
    toTrends: 'Terug naar Trends',
    toList: 'Alle datagesprekken',
    privacy:
      'Schrijf niets over één kind of één collega. ‘Een paar kinderen’ is genoeg. Wie wat zegt, zien alleen de mensen van dit gesprek.',
    reads: {
      own: 'Je zit niet meer in dit leerteam. Wat je zelf schreef, kun je lezen en weghalen.',
      team: (team: string) => `Dit lezen en schrijven ${team} en de coördinator.`,
      whole: 'Dit leest en schrijft het hele team.',
      shared: 'Het hele team leest dit, zonder namen.',
    },
    sides: {
      label: 'Hoe je kijkt',
      four: 'Data, duiden, doelen, doen',
      plg: 'De vier vragen van de PLG',
    },
    columns: {
      data: { title: 'Data', question: 'Wat zien we?' },
      meaning: { title: 'Duiden', question: 'Wat denken we dat het betekent?' },
      goals: { title: 'Doelen', question: 'Wat willen we bereiken?' },
      doing: { title: 'Doen', question: 'Wat gaan we doen, en waar hangt het aan?' },
    },
    plg: {
      learn: 'Wat willen we dat leerlingen leren?',
      know: 'Hoe weten we dat ze het kunnen?',
      notYet: 'Wat doen we als het nog niet lukt?',
      able: 'Wat doen we als ze het al kunnen?',
    },
    offers: 'Dit zeggen de cijfers',
    offersNote: 'Eén tik legt een zin neer.',
    moreOffers: (n: number) => (n === 1 ? 'Nog één zin' : `Nog ${n} zinnen`),
    layIn: 'Leg neer',
    noNumbers: 'Er zijn nog geen cijfers. Je kunt wel opschrijven wat je ziet.',
    asOf: (day: string) => `Zo stonden de cijfers op ${day}.`,
    isOld: 'Intussen zijn de cijfers anders.',
    notChecked: 'niet nagekeken',
    claim: {
      title: 'Kijk iets na',
      about: 'Wat?',
      year: 'In welk jaar?',
      says: 'Wat denk je?',
      since: 'Vergeleken met',
      linesHint:
        'De signaleringswaarde en andere scholen gelden voor groep 8, alle vakken samen. Een eigen ambitie kan bij elk cijfer.',
      yearBefore: 'het jaar ervoor',
      button: 'Klopt dit?',
      layTrue: 'Leg neer wat de cijfers zeggen',
    },
    line: {
      data: {
        label: 'Iets anders wat je ziet',
        hint: 'Dit kijken we niet na; dat staat erbij.',
        button: 'Erbij',
      },
      cause: { label: 'Een oorzaak waar we zelf iets aan kunnen doen', hint: '', button: 'Erbij' },
      for: { label: 'Wat wijst erop?', hint: '', button: 'Erbij' },
      against: { label: 'Wat spreekt het tegen?', hint: '', button: 'Erbij' },
      seen: { label: 'Wat zagen we in de klas?', hint: '', button: 'Erbij' },
      aim: { label: 'Wat willen we dat leerlingen kunnen?', hint: '', button: 'Erbij' },
      act: { label: 'Wat gaan we doen?', hint: '', button: 'Erbij' },
      'not-yet': { label: 'Wat doen we als het nog niet lukt?', hint: '', button: 'Erbij' },
      able: { label: 'Wat doen we als ze het al kunnen?', hint: '', button: 'Erbij' },
    },
    heads: {
      cause: 'Oorzaken waar we iets aan kunnen doen',
      for: 'Hiervoor',
      against: 'Hiertegen',
      evidence: 'Voor of tegen?',
      seen: 'Gezien in de klas',
      act: 'Dit gaan we doen',
    },
    change: 'Verander',
    save: 'Bewaar',
    takeBack: 'Haal weg',
    of: (words: string) => `‘${words}’`,
    empty: 'Nog leeg.',
    says: {
      share: 'Deel met het team',
      unshare: 'Deel niet meer',
      shareNote: 'Dan leest iedereen van de school mee, zonder te zien wie wat zei.',
      end: 'Rond af',
      reopen: 'Ga verder',
      endNote: 'Afgerond kun je het niet meer veranderen. Verder gaan kan altijd.',
      away: 'Gooi dit lege gesprek weg',
    },
    live: {
      news: 'Er is iets bij gekomen. Wat je typte, staat er nog.',
      typed: 'Er is iets veranderd. Dit had je getypt:',
    },
    onTrends: {
      by: (who: string) => `Opgeschreven door ${who}.`,
      toTalk: 'Naar het gesprek',
      nothing: 'Hier staat nog niets.',
    },
  },
  en: {
    title: 'Data talks',
    under:
      'From figures to a goal with your learning team: what do we see, what does it mean, what do we want, what do we do.',
    wholeTeam: 'the whole team',
    together: 'All subjects together',
    jump: 'To a column',
    nameOf: (subject, team) => `${team} on ${subject}`,
    list: 'The talks',
    none: 'There is no talk yet. Begin one with your learning team.',
    noneYet: 'There is no talk yet that you can read. A learning team shares its talk when it is ready.',
    begun: (day) => `begun on ${day}`,
    runs: 'still going on',
    ended: 'rounded off',
    shared: 'shared with the team',
    begin: { title: 'Begin a data talk', team: 'With whom?', subject: 'What about?', button: 'Begin' },
    toTrends: 'Back to Trends',
    toList: 'All data talks',
    privacy:
      'Write nothing about one child or one colleague. “A few children” is enough. Only the people in this talk see who says what.',
    reads: {
      own: 'You are no longer in this learning team. What you wrote yourself you can read and take away.',
      team: (team) => `${team} and the coordinator read and write this.`,
      whole: 'The whole team reads and writes this.',
      shared: 'The whole team reads this, without names.',
    },
    sides: {
      label: 'How you look',
      four: 'Data, meaning, goals, doing',
      plg: 'The four questions of the PLC',
    },
    columns: {
      data: { title: 'Data', question: 'What do we see?' },
      meaning: { title: 'Meaning', question: 'What do we think it means?' },
      goals: { title: 'Goals', question: 'What do we want to reach?' },
      doing: { title: 'Doing', question: 'What will we do, and what does it hang on?' },
    },
    plg: {
      learn: 'What do we want pupils to learn?',
      know: 'How do we know that they can do it?',
      notYet: 'What do we do when it does not work yet?',
      able: 'What do we do when they can already do it?',
    },
    offers: 'This is what the figures say',
    offersNote: 'One tap adds a sentence.',
    moreOffers: (n) => (n === 1 ? 'One more sentence' : `${n} more sentences`),
    layIn: 'Add',
    noNumbers: 'There are no figures yet. You can still write down what you see.',
    asOf: (day) => `These were the figures on ${day}.`,
    isOld: 'The figures have changed since.',
    notChecked: 'not checked',
    claim: {
      title: 'Check something',
      about: 'What?',
      year: 'In which year?',
      says: 'What do you think?',
      since: 'Compared with',
      linesHint:
        'The signal value and other schools apply to year group 8, all subjects together. An ambition of your own can go with any figure.',
      yearBefore: 'the year before',
      button: 'Is this so?',
      layTrue: 'Add what the figures say',
    },
    line: {
      data: {
        label: 'Something else that you see',
        hint: 'We do not check this; it says so.',
        button: 'Add',
      },
      cause: { label: 'A cause that we can do something about', hint: '', button: 'Add' },
      for: { label: 'What points to it?', hint: '', button: 'Add' },
      against: { label: 'What points the other way?', hint: '', button: 'Add' },
      seen: { label: 'What did we see in class?', hint: '', button: 'Add' },
      aim: { label: 'What do we want pupils to be able to do?', hint: '', button: 'Add' },
      act: { label: 'What will we do?', hint: '', button: 'Add' },
      'not-yet': { label: 'What do we do when it does not work yet?', hint: '', button: 'Add' },
      able: { label: 'What do we do when they can already do it?', hint: '', button: 'Add' },
    },
    heads: {
      cause: 'Causes that we can do something about',
      for: 'For it',
      against: 'Against it',
      evidence: 'For or against?',
      seen: 'Seen in class',
      act: 'This is what we will do',
    },
    change: 'Change',
    save: 'Save',
    takeBack: 'Take away',
    of: (words) => `“${words}”`,
    empty: 'Still empty.',
    says: {
      share: 'Share with the team',
      unshare: 'Share no longer',
      shareNote: 'Then everybody at the school reads along, without seeing who said what.',
      end: 'Round off',
      reopen: 'Go on',
      endNote: 'Once rounded off, it can’t be changed. You can always go on with it again.',
      away: 'Throw this empty talk away',
    },
    live: {
      news: 'Something was added. What you typed is still here.',
      typed: 'Something changed. This is what you had typed:',
    },
    onTrends: {
      by: (who) => `Written down by ${who}.`,
      toTalk: 'To the talk',
      nothing: 'Nothing here yet.',
    },
  },
})

/** What a talk is called: 'Leerteam Rekenen over rekenen'; `team` null: of the whole team. */
export function talkTitle(
  language: Language,
  { subject }: { readonly subject: string },
  team: string | null,
) {
  const text = talkText(language)
  const { together } = text
  const small = subject
    ? subjectInSentence(language, subject)
    : together.charAt(0).toLowerCase() + together.slice(1)
  return capital(text.nameOf(small, team ?? text.wholeTeam))
}
