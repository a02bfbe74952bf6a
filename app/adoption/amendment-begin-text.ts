import { words } from '../kernel/language.ts'

/** What the pages say on which an amendment begins. */
export const amendmentBeginText = words({
  nl: {
    begin: 'Stel een wijziging voor',
    beginTitle: (what: string) => `Stel een wijziging voor: ${what}`,
    beginTrack: (owner: string, second: string) =>
      `Wat hier staat, hebben jullie afgesproken. Het blijft gelden tot ${owner} en ${second} allebei ja zeggen tegen een nieuwe tekst. Tot die tijd leest het team alleen de afgesproken tekst.`,
    beginTeam:
      'Wat hier staat, heeft het team vastgesteld. Het blijft gelden tot het team over de nieuwe tekst beslist. Iedereen leest jouw voorstel mee.',
    now: 'Wat nu is afgesproken',
    whyLabel: 'Waarom wil je dit veranderen?',
    whyHint: 'Eén of twee zinnen. Wie erover beslist, leest dit als eerste.',
    kind: 'Wat stel je voor?',
    kinds: { change: 'Een andere tekst', remove: 'Het gaat uit het plan', new: 'Iets nieuws' },
    start: 'Begin de wijziging',
    startNote: 'Daarna schrijf je de nieuwe tekst.',
    startsWith: 'Met deze tekst begin je',
    startWithNote:
      'Daarna kun je de tekst nog veranderen. Het voorstel blijft liggen tot je het beantwoordt.',
    newGoal: 'Stel een nieuw doel voor',
    newPrinciple: 'Stel een nieuw principe voor',
    newGoalLabel: 'Hoe heet het doel?',
    goalKind: 'Wat voor doel?',
    goalKinds: { 'general-goal': 'Een algemeen doel', 'team-goal': 'Een doel van het team' },
    notOpen: 'Wijzigingen kun je voorstellen als het plan is vastgesteld.',
    beginOther: 'Iets anders veranderen',
    beginOtherSay:
      'Een traject of doel wijzig je bij dat traject of doel in het plan. Hier begin je iets nieuws, of een ander principe.',
    anyPrinciple: 'Verander een principe, of haal het eruit',
    whichPrinciple: 'Welk principe?',
  },
  en: {
    begin: 'Suggest an amendment',
    beginTitle: (what) => `Suggest an amendment: ${what}`,
    beginTrack: (owner, second) =>
      `What stands here was agreed. It holds until ${owner} and ${second} both say yes to a new text. Until then the team reads the agreed text only.`,
    beginTeam:
      'What stands here was adopted by the team. It holds until the team decides on the new text. Everyone reads your suggestion.',
    now: 'What is agreed now',
    whyLabel: 'Why do you want to change this?',
    whyHint: 'One or two sentences. Whoever decides reads this first.',
    kind: 'What do you suggest?',
    kinds: { change: 'Another text', remove: 'It goes out of the plan', new: 'Something new' },
    start: 'Begin the amendment',
    startNote: 'After that you write the new text.',
    startsWith: 'You begin with this text',
    startWithNote: 'After that you can still change the text. The proposal waits until you answer it.',
    newGoal: 'Suggest a new goal',
    newPrinciple: 'Suggest a new principle',
    newGoalLabel: 'What is the goal called?',
    goalKind: 'Which kind of goal?',
    goalKinds: { 'general-goal': 'A general goal', 'team-goal': 'A goal of the team' },
    notOpen: 'Amendments can be suggested once the plan is adopted.',
    beginOther: 'Change something else',
    beginOtherSay:
      'You amend a track or a goal at that track or goal in the plan. Here you begin something new, or another principle.',
    anyPrinciple: 'Change a principle, or take it out',
    whichPrinciple: 'Which principle?',
  },
})
