import { type Terms, words } from '../kernel/language.ts'

/** 'Dit spraken we af': the one-page contract, and the page on which its words are written. */
export const contractText = words({
  nl: {
    title: 'Dit spraken we af',
    pageTitle: (year: string) => `Dit spraken we af, ${year}`,
    under: 'Op één blad: wat we dit jaar van elkaar mogen verwachten. Het hele plan ligt erachter.',
    between: (names: string, terms: Terms, school: string) =>
      `Tussen ${names === '' ? `de ${terms.coordinator}` : `${names}, ${terms.coordinator},`} en het team van ${school}.`,
    ofCoordinator: (terms: Terms) => `Wat het team van de ${terms.coordinator} mag verwachten`,
    ofTeam: (terms: Terms) => `Wat de ${terms.coordinator} van het team mag verwachten`,
    principles: 'Onze principes, in het kort',
    facts: 'Afgesproken',
    hours: 'Uren',
    hoursOf: (planned: number, available: number | null) =>
      available === null
        ? `${planned} uur gepland in het jaar`
        : `${planned} van ${available} uur in het jaar gepland`,
    hoursAWeek: (hours: number) => `${String(hours).replace('.', ',')} uur in de week`,
    evaluation: 'We kijken terug op',
    version: 'Versie',
    sealed: (number: string, day: string) => `${number}, vastgesteld op ${day}`,
    concept: 'concept, nog niet vastgesteld',
    fingerprint: 'Vingerafdruk',
    more: (left: number) => `En nog ${left}: meer in het plan.`,
    shortened: 'Waar … staat, lees je meer in het plan.',
    onBehalfOfTeam: 'Namens het team',
    principal: 'Schoolleider',
    page: 'Blad',
    pageOf: 'van',
    effortAt: (what: string, effort: string) => `${what}: ${effort}`,
    withTracks: (count: number) =>
      count === 1
        ? 'Bij het traject dat dat vraagt: wat daar staat.'
        : `Bij ${count} trajecten: wat daar staat.`,
    everybody: 'Iedereen werkt aan het eigen traject en vraagt op tijd om hulp.',
    goals: (count: number) =>
      count === 1
        ? 'We voeren het doel van dit jaar samen uit.'
        : `We voeren de ${count} doelen van dit jaar samen uit.`,
    lookBack: 'We kijken op de afgesproken dagen samen terug en delen wat we leerden.',
    wayOfWorking: 'We werken volgens onze principes en spreken elkaar erop aan.',
    toPlan: 'Naar het plan',
    pdf: 'PDF, één blad',
    word: 'Word, één blad',
    writeTitle: 'Eigen woorden',
    writeSay:
      'Hieronder staat een eerste voorstel uit het plan. Maak er jullie eigen woorden van, vóór de vergadering. Eén punt op een regel.',
    writeOwn:
      'Jullie eigen woorden staan hieronder. Maak een vak leeg, dan komt het voorstel uit het plan terug.',
    save: 'Bewaar',
    saved: 'Bewaard.',
    closed: 'De woorden verander je zolang het plan wordt geschreven.',
    clash:
      'Iemand anders heeft dit intussen veranderd. Je eigen tekst staat er nog. Kies wat blijft en bewaar nog eens.',
    tooLong: 'Dit is te lang voor één blad. Kort het in.',
    busy: 'Er worden nu veel bestanden gemaakt. Probeer het over een minuut nog eens.',
  },
  en: {
    title: 'What we agreed',
    pageTitle: (year) => `What we agreed, ${year}`,
    under: 'On one sheet: what we may expect of each other this year. The whole plan lies behind it.',
    between: (names, terms, school) =>
      `Between ${names === '' ? `the ${terms.coordinator}` : `${names}, ${terms.coordinator},`} and the team of ${school}.`,
    ofCoordinator: (terms) => `What the team may expect of the ${terms.coordinator}`,
    ofTeam: (terms) => `What the ${terms.coordinator} may expect of the team`,
    principles: 'Our principles, in short',
    facts: 'Agreed',
    hours: 'Hours',
    hoursOf: (planned, available) =>
      available === null
        ? `${planned} hours planned in the year`
        : `${planned} of ${available} hours in the year planned`,
    hoursAWeek: (hours) => `${hours} hours a week`,
    evaluation: 'We look back on',
    version: 'Version',
    sealed: (number, day) => `${number}, adopted on ${day}`,
    concept: 'draft, not adopted yet',
    fingerprint: 'Fingerprint',
    more: (left) => `And ${left} more: read on in the plan.`,
    shortened: 'Where … stands, you read more in the plan.',
    onBehalfOfTeam: 'On behalf of the team',
    principal: 'Principal',
    page: 'Sheet',
    pageOf: 'of',
    effortAt: (what, effort) => `${what}: ${effort}`,
    withTracks: (count) =>
      count === 1
        ? 'At the track that asks for it: what stands there.'
        : `At ${count} tracks: what stands there.`,
    everybody: 'Everybody works on the own track and asks for help in time.',
    goals: (count) =>
      count === 1
        ? 'We carry out this year’s goal together.'
        : `We carry out this year’s ${count} goals together.`,
    lookBack: 'We look back together on the agreed days and share what we learned.',
    wayOfWorking: 'We work by our principles and hold each other to them.',
    toPlan: 'To the plan',
    pdf: 'PDF, one sheet',
    word: 'Word, one sheet',
    writeTitle: 'Own words',
    writeSay:
      'Below stands a first proposal from the plan. Make it your own words, before the meeting. One point on a line.',
    writeOwn: 'Your own words stand below. Empty a field and the proposal from the plan comes back.',
    save: 'Save',
    saved: 'Saved.',
    closed: 'You change the words as long as the plan is being written.',
    clash:
      'Somebody else changed this meanwhile. Your own text is still there. Choose what stays and save again.',
    tooLong: 'This is too long for one sheet. Shorten it.',
    busy: 'Many files are being made now. Try again in a minute.',
  },
})
