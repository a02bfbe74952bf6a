import { words } from '../kernel/language.ts'

const nlCount = (count: number) =>
  ['nul', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf'][
    count
  ] ?? String(count)
const enCount = (count: number) =>
  ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'][
    count
  ] ?? String(count)

/** The words of the year: circle, list, what does not fit. */
export const yearPageText = words({
  nl: {
    title: (year: string) => `Het jaar ${year}`,
    full: (when: string) => `${when} is vol`,
    partOfMonth: {
      begin: (month: string) => `Begin ${month}`,
      middle: (month: string) => `Half ${month}`,
      end: (month: string) => `Eind ${month}`,
    },
    onOneDay: (count: number) => `${nlCount(count)} evaluaties op één dag`,
    inWeek: (count: number) => `${nlCount(count)} momenten in één week`,
    besideReports: 'in de week van de rapporten',
    restHasAir: 'De rest van het jaar heeft lucht.',
    alsoFull: (weeks: number) =>
      weeks === 1 ? 'Er is nog een volle week.' : `Er zijn nog ${nlCount(weeks)} volle weken.`,
    calm: 'Nergens is het te vol. Alles staat hier, ook wat uit het plan en de vergaderingen komt.',
    empty: 'Dit jaar is nog leeg. Begin met een sjabloon; daarna schuif je tot het past.',
    emptyReader: (coordinator: string) =>
      `Dit jaar is nog leeg. De ${coordinator} of de schoolleider zet de eerste momenten neer.`,
    lay: 'Leg het jaar neer',
    layMore: 'Vul aan uit het sjabloon',
    add: 'Zet er iets bij',
    print: 'Print op A3',
    calendar: 'Zet in mijn agenda',
    holidays: 'Vakanties',
    template: 'Sjabloon',
    takeIn: 'Lees een schoolagenda in',
    proposals: 'Voorgestelde dagen',
    proposalsForYou: (count: number) =>
      count === 1
        ? 'Iemand stelt jou een andere dag voor.'
        : `Er liggen ${nlCount(count)} voorstellen voor een andere dag.`,
    toProposals: 'Kijk en antwoord',
    nextFromThis: 'Leg volgend jaar neer',
    yearBefore: (year: string) => `Naar ${year}`,
    yearAfter: (year: string) => `Naar ${year}`,
    years: 'Andere jaren',
    views: 'Hoe wil je kijken?',
    asCircle: 'Cirkel en lijst',
    asMonth: 'Maand',
    show: 'Wat laat je zien?',
    filter: ['Alles', 'Evaluaties', 'Toetsen', 'Overleg'],
    noRegion: 'We rekenen met regio Midden. Kies je eigen regio, dan kloppen de vakanties.',
    noDates: 'Van dit jaar kennen we de vakanties nog niet. Vul ze zelf in.',
    toHolidays: 'Naar de vakanties',
    perMonth: 'Het jaar per maand',
    today: (day: string) => `Vandaag, ${day}`,
    until: (day: string) => `Tot en met ${day}`,
    untilShort: (day: string) => `t/m ${day}`,
    evaluations: (count: number) => (count === 1 ? 'Evaluatie' : `${nlCount(count)} evaluaties`),
    occasion: { mid: 'Tussenevaluatie', end: 'Eindevaluatie', other: 'Evaluatie met het team' },
    withTeam: (count: number) =>
      count === 0
        ? 'Met het team'
        : count === 1
          ? 'Met het team, één doel of traject'
          : `Met het team, ${nlCount(count)} doelen en trajecten`,
    and: (names: readonly string[]) =>
      names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} en ${names.at(-1)}`,
    goal: (number: string) => `doel ${number}`,
    move: 'Verzet',
    moveAbout: (title: string, day: string) => `${title}, ${day}`,
    which: 'Welke?',
    proposed: (day: string) => `Voorgesteld: ${day}`,
    fullWeek: (day: string, count: number) =>
      `Week van ${day}: ${count === 1 ? 'één moment' : `${nlCount(count)} momenten`}`,
    onDay: (what: string, weekday: string) => `${what} op ${weekday}`,
    wantToMove: (count: number) =>
      count === 1 ? 'Wil je er één verzetten?' : `Wil je er ${nlCount(count)} verzetten?`,
    noWayOut: 'In de weken eromheen is het ook vol. Overleg samen wat kan wachten.',
    to: (day: string) => `Naar ${day}`,
    ofWhom: (about: string) => `: evaluatie van ${about}`,
    youPropose: 'Je stelt het voor. Zij zeggen ja, of kiezen iets anders.',
    askThem: 'Wie het traject heeft, kiest de dag. Je kunt er samen over praten.',
    onFreeDay: (title: string, day: string, free: string) => `${title} staat op ${day}. Dan is het ${free}.`,
    onOwnFreeDay: (title: string, day: string, free: string) =>
      `${title} staat op ${day}. Dat is een vrije dag: ${free}.`,
    inWeekend: (title: string, day: string) => `${title} staat op ${day}, in het weekend.`,
    sameTime: (one: string, other: string, day: string) => `${one} en ${other} vallen samen, op ${day}.`,
    troubles: 'Wat past hier nog niet?',
    legend: {
      past: 'geweest',
      next: 'eerstvolgend',
      later: 'later',
      tests: 'toetsen',
      reviews: 'groepsgesprekken',
      meetings: 'teamvergadering',
      busy: 'drukte per week',
      free: (region: string) => `vakantie, regio ${region}`,
    },
    circle: (first: string, last: string) => `De jaarcirkel van ${first} tot en met ${last}.`,
    circleToday: (day: string) => `Vandaag is ${day}.`,
    circleList: 'Alles staat ook in de lijst.',
    heart: 'Vandaag',
    week: (day: string, week: number | null, holiday: string | null) =>
      week !== null ? `${day}, schoolweek ${week}` : holiday ? `${day}, ${holiday}` : day,
    moved: (title: string, day: string) => `${title} staat nu op ${day}.`,
    saved: 'Het staat in het jaar.',
    changed: 'Bijgewerkt.',
    removed: 'Weggehaald uit het jaar.',
    restored: 'Teruggezet.',
    putBack: 'Zet terug',
    proposedNow: (name: string) => `Je voorstel ligt bij ${name}.`,
    laid: (count: number) =>
      count === 1 ? 'Er staat één moment bij.' : `Er staan ${nlCount(count)} momenten bij.`,
    image: 'De cirkel als plaatje',
    monthTitle: (month: string) => capital(month),
    monthBefore: 'Vorige maand',
    monthAfter: 'Volgende maand',
    months: 'Maanden',
    weekColumn: 'Week',
    weekdays: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
    weekdaysShort: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'],
    goesOn: 'gaat door',
    dragHint:
      'Sleep een moment naar een andere dag. Met het toetsenbord: kies Verzet, ga met de pijlen naar de dag en druk op Enter.',
    dragStarted: (title: string) =>
      `${title}: kies met de pijlen een dag. Enter zet hem daar, Escape laat hem staan.`,
    dragStopped: 'Hij blijft staan waar hij stond.',
    addOn: 'Zet iets op',
    back: 'Terug naar het jaar',
  },
  en: {
    title: (year) => `The year ${year}`,
    full: (when) => `${when} is full`,
    partOfMonth: {
      begin: (month) => `Early ${month}`,
      middle: (month) => `Mid-${month}`,
      end: (month) => `Late ${month}`,
    },
    onOneDay: (count) => `${enCount(count)} evaluations on one day`,
    inWeek: (count) => `${enCount(count)} moments in one week`,
    besideReports: 'in the week of the reports',
    restHasAir: 'The rest of the year has air.',
    alsoFull: (weeks) => (weeks === 1 ? 'One more week is full.' : `${enCount(weeks)} more weeks are full.`),
    calm: 'Nowhere is it too full. Everything is here, also what comes from the plan and the meetings.',
    empty: 'This year is still empty. Begin with a template; then move things until they fit.',
    emptyReader: (coordinator) =>
      `This year is still empty. The ${coordinator} or the principal puts the first moments in it.`,
    lay: 'Lay down the year',
    layMore: 'Add from the template',
    add: 'Add something',
    print: 'Print on A3',
    calendar: 'Put in my calendar',
    holidays: 'Holidays',
    template: 'Template',
    takeIn: 'Read in a school calendar',
    proposals: 'Proposed days',
    proposalsForYou: (count) =>
      count === 1
        ? 'Somebody proposes another day to you.'
        : `${enCount(count)} proposals for another day wait for you.`,
    toProposals: 'Look and answer',
    nextFromThis: 'Lay down next year',
    yearBefore: (year) => `To ${year}`,
    yearAfter: (year) => `To ${year}`,
    years: 'Other years',
    views: 'How do you want to look?',
    asCircle: 'Circle and list',
    asMonth: 'Month',
    show: 'What do you want to see?',
    filter: ['Everything', 'Evaluations', 'Tests', 'Meetings'],
    noRegion: 'We count with region Middle. Choose your own region, then the holidays are right.',
    noDates: 'We do not know the holidays of this year yet. Give them yourself.',
    toHolidays: 'To the holidays',
    perMonth: 'The year by month',
    today: (day) => `Today, ${day}`,
    until: (day) => `Until ${day}`,
    untilShort: (day) => `to ${day}`,
    evaluations: (count) => (count === 1 ? 'Evaluation' : `${enCount(count)} evaluations`),
    occasion: { mid: 'Mid-year evaluation', end: 'End evaluation', other: 'Evaluation with the team' },
    withTeam: (count) =>
      count === 0
        ? 'With the team'
        : count === 1
          ? 'With the team, one goal or track'
          : `With the team, ${enCount(count)} goals and tracks`,
    and: (names) =>
      names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,
    goal: (number) => `goal ${number}`,
    move: 'Move',
    moveAbout: (title, day) => `${title}, ${day}`,
    which: 'Which ones?',
    proposed: (day) => `Proposed: ${day}`,
    fullWeek: (day, count) => `Week of ${day}: ${count === 1 ? 'one moment' : `${enCount(count)} moments`}`,
    onDay: (what, weekday) => `${what} on ${weekday}`,
    wantToMove: (count) =>
      count === 1 ? 'Do you want to move one?' : `Do you want to move ${enCount(count)}?`,
    noWayOut: 'The weeks around it are full too. Talk together about what can wait.',
    to: (day) => `To ${day}`,
    ofWhom: (about) => `: evaluation of ${about}`,
    youPropose: 'You propose it. They say yes, or choose another day.',
    askThem: 'Whose track it is chooses the day. You can talk about it together.',
    onFreeDay: (title, day, free) => `${title} is on ${day}. It is ${free} then.`,
    onOwnFreeDay: (title, day, free) => `${title} is on ${day}. That is a free day: ${free}.`,
    inWeekend: (title, day) => `${title} is on ${day}, in the weekend.`,
    sameTime: (one, other, day) => `${one} and ${other} fall together, on ${day}.`,
    troubles: 'What does not fit here yet?',
    legend: {
      past: 'has been',
      next: 'next',
      later: 'later',
      tests: 'tests',
      reviews: 'group reviews',
      meetings: 'team meeting',
      busy: 'how full a week is',
      free: (region) => `holiday, region ${region}`,
    },
    circle: (first, last) => `The year circle from ${first} to ${last}.`,
    circleToday: (day) => `Today is ${day}.`,
    circleList: 'Everything is in the list as well.',
    heart: 'Today',
    week: (day, week, holiday) =>
      week !== null ? `${day}, school week ${week}` : holiday ? `${day}, ${holiday}` : day,
    moved: (title, day) => `${title} is on ${day} now.`,
    saved: 'It is in the year.',
    changed: 'Brought up to date.',
    removed: 'Taken out of the year.',
    restored: 'Put back.',
    putBack: 'Put back',
    proposedNow: (name) => `Your proposal lies with ${name}.`,
    laid: (count) => (count === 1 ? 'One moment was added.' : `${enCount(count)} moments were added.`),
    image: 'The circle as a picture',
    monthTitle: (month) => capital(month),
    monthBefore: 'Month before',
    monthAfter: 'Next month',
    months: 'Months',
    weekColumn: 'Week',
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    weekdaysShort: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
    goesOn: 'goes on',
    dragHint:
      'Drag a moment to another day. With the keyboard: choose Move, go to the day with the arrows and press Enter.',
    dragStarted: (title) => `${title}: choose a day with the arrows. Enter puts it there, Escape leaves it.`,
    dragStopped: 'It stays where it was.',
    addOn: 'Put something on',
    back: 'Back to the year',
  },
})

/** The first letter as a capital. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
