import { type Day, longDay } from '../kernel/day.ts'
import { type Terms, words } from '../kernel/language.ts'
import { type SchoolYear, yearTitle } from '../kernel/school-year.ts'

/** The words of what goes on paper: Word, PDF and the print view. Labels are those of Figuur 1. */
export const paperText = words({
  nl: {
    planTitle: (year: SchoolYear) => `Begeleidingsplan ${yearTitle(year)}`,
    contract: (terms: Terms) => `Werkcontract tussen de ${terms.coordinator} en het team.`,
    schoolYear: 'Schooljaar',
    version: (version: string) => `versie ${version}`,
    madeOn: (day: string) => `Gemaakt op ${day}.`,
    page: 'Pagina',
    of: 'van',
    phase: {
      draft: 'concept',
      input: 'concept, het team brengt in',
      decision: 'concept, ligt voor aan het team',
      adopted: 'vastgesteld',
      'mid-evaluation': 'vastgesteld, tussenevaluatie',
      'end-evaluation': 'vastgesteld, eindevaluatie',
      archived: 'vastgesteld, afgerond',
    },
    names: {
      full: '',
      initials: 'Namen zijn vervangen door initialen.',
      'without-tracks': 'Zonder de trajecten van personen.',
    },
    insteadOf: (role: string, terms: Terms) =>
      role === 'coordinator'
        ? `de ${terms.coordinator}`
        : role === 'principal'
          ? 'de schoolleider'
          : 'een collega',
    principles: 'Uitgangspunten en principes',
    generalGoals: 'Algemene doelen',
    teamGoals: 'Schoolteam',
    learningTeam: 'Leerteam',
    role: (role: string, terms: Terms) =>
      role === 'coordinator'
        ? terms.coordinator
        : role === 'principal'
          ? 'schoolleider'
          : role === 'teacher'
            ? terms.teacher
            : 'collega',
    label: {
      name: 'Naam',
      title: 'Doel',
      principle: 'Principe',
      startSituation: 'Beginsituatie',
      goal: 'Doelstelling',
      approach: 'Aanpak',
      support: 'Ondersteuning',
      executedBy: 'Uitvoering door',
      evaluation: 'Evaluatie',
      shareYieldWith: 'Delen opbrengst met',
      memberEffort: 'Inzet leerteamleden',
      thirdPartyEffort: 'Inzet derden',
    },
    coordinatorEffort: (terms: Terms) => `Inzet ${terms.coordinator}`,
    teacherEffort: (role: string, terms: Terms) =>
      role === 'coordinator'
        ? 'Inzet voor het eigen leren'
        : role === 'principal'
          ? 'Inzet schoolleider'
          : `Inzet ${terms.teacher}`,
    keeps: 'De opbrengst blijft bij de eigenaar. Dat is een keuze.',
    parentGoal: (title: string) => `bij: ${title}`,
    voice: 'Wat leerlingen en ouders ervan zeggen',
    domain: {
      'care-director': 'zorgregisseur',
      'learning-coordinator': 'leercoördinator',
      'trend-analyst': 'trendanalist',
      'process-director': 'procesregisseur',
    },
    direction: { preventive: 'preventief', curative: 'curatief' },
    hangsOn: 'Hangt aan',
    alongside: 'Daarbij',
    evaluated: { mid: 'Terugblik halverwege', end: 'Terugblik aan het eind' },
    saw: 'Wat we zagen',
    learned: 'Wat we leerden',
    nextStep: 'Hoe verder',
    next: { 'go-on': 'doorgaan', adjust: 'bijstellen', stop: 'stoppen' },
    adjust: 'Wat we bijstellen',
    sharedWith: 'Gedeeld met',
    reachedLabel: 'Bereikt',
    reached: { reached: 'ja', partly: 'deels', 'not-yet': 'nog niet' },
    nothingYet: 'Hier staat nog niets.',
    vision: 'Onze visie',
    preventiveAim: 'Voorkomen en herstellen',
    yearOverview: 'Jaaroverzicht',
    yearOverviewLead: (terms: Terms) =>
      `De belangrijkste activiteiten van de ${terms.coordinator} dit schooljaar.`,
    when: 'Wanneer',
    what: 'Wat',
    forWhat: 'Waarvoor',
    noDay: 'nog zonder moment',
    trackOf: (name: string) => `Traject van ${name}`,
    changes: {
      title: 'Wat er veranderde',
      since: (version: string) =>
        `Sinds: ${version}. In de tekst hierna is onderstreept wat erbij kwam, en doorgestreept wat wegging.`,
      nothing: 'Er is niets veranderd.',
      gone: 'Wat er niet meer in staat',
    },
    together: {
      title: { mid: 'Samen teruggekeken, halverwege', end: 'Samen teruggekeken, aan het eind' },
      coordinatorPart: 'Wat hebben we aan elkaar gehad?',
      planItself: 'Heeft het plan ons geholpen?',
      conditions: (terms: Terms) => `De voorwaarden, volgens de ${terms.coordinator}`,
      conditionsAnswer: 'De schoolleider antwoordt',
      dropped: 'Deze principes laten we los',
      goals: 'Deze thema’s worden een doel',
    },
    decidedByTeam: (day: Day) => `besloten door het team op ${longDay(day, 'nl')}`,
    adoption: 'Vaststelling',
    adoptedSentence: (school: string, year: SchoolYear) =>
      `Het team van ${school} stelt dit begeleidingsplan vast voor het schooljaar ${yearTitle(year)}. We werken ermee, we vragen elkaar ernaar en we evalueren het samen.`,
    howDecided: 'Hoe we besloten',
    decidedOn: 'Besloten op',
    rule: 'Regel',
    present: 'Aanwezig',
    tookPart: 'Deden mee',
    presentOf: (present: number, voices: number) => `${present} van ${voices}`,
    outcome: 'Uitkomst',
    versionLabel: 'Versie',
    versionNote: (version: string) =>
      `${version}. Een wijziging krijgt een nieuwe versie en een nieuw besluit.`,
    seal: 'Zegel (SHA-256)',
    sealNote: 'Dit getal hoort bij precies deze tekst. Verandert er iets, dan klopt het getal niet meer.',
    objections: 'Bezwaar en wat we ermee deden',
    noObjections: 'Er waren geen bezwaren.',
    objectionBy: (by: string) => `van ${by}`,
    whatWeDid: 'Wat we ermee deden',
    whoWasThere: 'Wie er was',
    meeting: 'De vergadering',
    meetingWhere: 'Welke en waar',
    chair: 'Voorzitter',
    minuteTaker: 'Notulist',
    wereHere: 'Waren er',
    wereAbsent: 'Waren er niet',
    mrInformed: 'Ter informatie aan de MR',
    onBehalfOfTeam: 'Namens het team',
    principal: 'Schoolleider',
    backToPlan: 'Terug naar het plan',
  },
  en: {
    planTitle: (year: SchoolYear) => `Guidance plan ${yearTitle(year)}`,
    contract: (terms: Terms) => `Work contract between the ${terms.coordinator} and the team.`,
    schoolYear: 'School year',
    version: (version: string) => `version ${version}`,
    madeOn: (day: string) => `Made on ${day}.`,
    page: 'Page',
    of: 'of',
    phase: {
      draft: 'draft (concept)',
      input: 'draft (concept), the team gives input',
      decision: 'draft (concept), before the team for a decision',
      adopted: 'adopted',
      'mid-evaluation': 'adopted, mid-year evaluation',
      'end-evaluation': 'adopted, end evaluation',
      archived: 'adopted, completed',
    },
    names: {
      full: '',
      initials: 'Names are replaced by initials.',
      'without-tracks': 'Without the tracks of persons.',
    },
    insteadOf: (role: string, terms: Terms) =>
      role === 'coordinator'
        ? `the ${terms.coordinator}`
        : role === 'principal'
          ? 'the principal'
          : 'a colleague',
    principles: 'Starting points and principles',
    generalGoals: 'General goals',
    teamGoals: 'School team',
    learningTeam: 'Learning team',
    role: (role: string, terms: Terms) =>
      role === 'coordinator'
        ? terms.coordinator
        : role === 'principal'
          ? 'principal'
          : role === 'teacher'
            ? terms.teacher
            : 'colleague',
    label: {
      name: 'Name',
      title: 'Goal',
      principle: 'Principle',
      startSituation: 'Start situation',
      goal: 'Goal',
      approach: 'Approach',
      support: 'Support',
      executedBy: 'Carried out by',
      evaluation: 'Evaluation',
      shareYieldWith: 'Share yield with',
      memberEffort: 'Effort of the members',
      thirdPartyEffort: 'Effort of third parties',
    },
    coordinatorEffort: (terms: Terms) => `Effort of the ${terms.coordinator}`,
    teacherEffort: (role: string, terms: Terms) =>
      role === 'coordinator'
        ? 'Effort for one’s own learning'
        : role === 'principal'
          ? 'Effort of the principal'
          : `Effort of the ${terms.teacher}`,
    keeps: 'The yield stays with its owner. That is a choice.',
    parentGoal: (title: string) => `under: ${title}`,
    voice: 'What pupils and parents say about it',
    domain: {
      'care-director': 'care director',
      'learning-coordinator': 'learning coordinator',
      'trend-analyst': 'trend analyst',
      'process-director': 'process director',
    },
    direction: { preventive: 'preventive', curative: 'curative' },
    hangsOn: 'Hangs on',
    alongside: 'Alongside',
    evaluated: { mid: 'Looking back half-way', end: 'Looking back at the end' },
    saw: 'What we saw',
    learned: 'What we learned',
    nextStep: 'What next',
    next: { 'go-on': 'go on', adjust: 'adjust', stop: 'stop' },
    adjust: 'What we adjust',
    sharedWith: 'Shared with',
    reachedLabel: 'Reached',
    reached: { reached: 'yes', partly: 'partly', 'not-yet': 'not yet' },
    nothingYet: 'Nothing here yet.',
    vision: 'Our vision',
    preventiveAim: 'Preventing and repairing',
    yearOverview: 'Year overview',
    yearOverviewLead: (terms: Terms) => `The main activities of the ${terms.coordinator} this school year.`,
    when: 'When',
    what: 'What',
    forWhat: 'For',
    noDay: 'no moment yet',
    trackOf: (name: string) => `Track of ${name}`,
    changes: {
      title: 'What changed',
      since: (version) =>
        `Since: ${version}. In the text that follows, what was added is underlined and what went is struck out.`,
      nothing: 'Nothing has changed.',
      gone: 'What is no longer in it',
    },
    together: {
      title: { mid: 'Looked back together, half-way', end: 'Looked back together, at the end' },
      coordinatorPart: 'What did we have of each other?',
      planItself: 'Did the plan help us?',
      conditions: (terms) => `The conditions, says the ${terms.coordinator}`,
      conditionsAnswer: 'The principal answers',
      dropped: 'These principles we let go',
      goals: 'These themes become a goal',
    },
    decidedByTeam: (day) => `decided by the team on ${longDay(day, 'en')}`,
    adoption: 'Adoption',
    adoptedSentence: (school: string, year: SchoolYear) =>
      `The team of ${school} adopts this guidance plan for the school year ${yearTitle(year)}. We work with it, we ask each other about it and we evaluate it together.`,
    howDecided: 'How we decided',
    decidedOn: 'Decided on',
    rule: 'Rule',
    present: 'Present',
    tookPart: 'Took part',
    presentOf: (present: number, voices: number) => `${present} of ${voices}`,
    outcome: 'Outcome',
    versionLabel: 'Version',
    versionNote: (version: string) => `${version}. A change gets a new version and a new decision.`,
    seal: 'Seal (SHA-256)',
    sealNote: 'This number belongs to exactly this text. If anything changes, the number no longer fits.',
    objections: 'Objection and what we did with it',
    noObjections: 'There were no objections.',
    objectionBy: (by: string) => `by ${by}`,
    whatWeDid: 'What we did with it',
    whoWasThere: 'Who was there',
    meeting: 'The meeting',
    meetingWhere: 'Which and where',
    chair: 'Chair',
    minuteTaker: 'Minute-taker',
    wereHere: 'Were there',
    wereAbsent: 'Were not there',
    mrInformed: 'For the information of the participation council',
    onBehalfOfTeam: 'On behalf of the team',
    principal: 'Principal',
    backToPlan: 'Back to the plan',
  },
})

export type PaperText = ReturnType<typeof paperText>
